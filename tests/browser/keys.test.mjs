// Single characters act only while the focus is inside the element, whatever script the keyboard writes; and there is one status line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { experiments } from '../../web/src/experiments/experiment-list.js';
import { openArticle, trained } from './foreign.mjs';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const run = '#data=moons&steps=100&schedule=cosine';

/** @param {import('playwright-core').Page} page */
const state = (page) => ask(page, (lab) => [lab.run?.seed, lab.update, lab.playing, lab.zoom]);

test('letters typed with the focus on nothing change nothing, on the page and in an article', async () => {
  const { page, lab, close } = await site.open(run);
  const article = await openArticle(site.browser, '<p id="text">A text.</p><eta-lab run="data=moons steps=100 schedule=cosine"></eta-lab>');
  await trained(article.page);
  await article.page.locator('#text').click();
  for (const each of [page, article.page]) {
    const before = await state(each);
    for (const key of ['r', 'Shift+R', '.', ',', '+', '-', '0', 'Space']) await each.keyboard.press(key);
    await each.waitForTimeout(100);
    assert.deepEqual(await state(each), before);
  }
  await article.close();

  // A click into a chart brings the focus there, and then they act, as soon as their code has come.
  await lab.locator('.plot').first().click();
  await page.keyboard.type('r..');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.update === 2);
  await page.keyboard.press('Shift+R');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.seed === 2);
  await close();
});

/** A promise that is kept by a call. */
function later() {
  let resolve = () => {};
  const promise = new Promise((kept) => {
    resolve = () => kept(undefined);
  });
  return { promise, resolve };
}

test('keys that are pressed before their code has come act when it has; the space bar scrolls nothing', async () => {
  const { page, lab, close } = await site.open(run, { height: 500 });
  // Their code comes no sooner than the test has seen that the keys have not acted.
  const { promise: seen, resolve: go } = later();
  await page.route('**/parts/lazy-*', async (route) => seen.then(() => route.continue()));
  const plot = lab.locator('.plot').first();
  await plot.focus();
  const top = await page.evaluate(() => scrollY);
  await page.keyboard.type('r..');
  assert.equal(await ask(page, (it) => it.update), 100);
  go();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.update === 2);
  await close();
  const other = await site.open(run, { slow: { 'parts/lazy-*': 600 }, height: 500 });
  await other.lab.locator('.plot').first().focus();
  await other.page.keyboard.press('Space');
  await other.page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.playing);
  assert.equal(await other.page.evaluate(() => scrollY), top);
  await other.close();
});

test('the keys of full stop and comma step with a Chinese keyboard, its input method on or off, and with other scripts', async () => {
  const { page, lab, close } = await site.open(run);
  await lab.locator('.plot').first().focus();
  await page.keyboard.press('r');
  const press = (/** @type {string} */ key, /** @type {string} */ code, more = {}) =>
    lab
      .locator('.plot')
      .first()
      .evaluate(
        (plot, init) => plot.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init })),
        { key, code, ...more },
      );
  const update = () => ask(page, (it) => it.update);
  for (const [key, code, wanted] of /** @type {const} */ ([
    ['。', 'Period', 1],
    ['Process', 'Period', 2],
    ['ю', 'Period', 3],
    ['，', 'Comma', 2],
    ['Process', 'Comma', 1],
    // A letter of the reader's own layout is that letter, wherever its key is.
    ['v', 'Period', 1],
    ['w', 'Comma', 1],
    ['.', 'KeyE', 2],
    ['。', 'NumpadDecimal', 2],
  ])) {
    await press(key, code);
    assert.equal(await update(), wanted, `${key} ${code}`);
  }
  await press('。', 'Period', { isComposing: true });
  assert.equal(await update(), 2);
  await press('Process', 'KeyR', { shiftKey: true });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.seed === 2);
  await finished(page);
  await press('Process', 'KeyR');
  assert.equal(await update(), 0);
  await close();
});

for (const experiment of ['', ...Object.keys(experiments)])
  test(`there is exactly one status line, whatever is open: ${experiment || 'race'}`, async () => {
    const { lab, close } = await site.open(experiment && `#experiment=${experiment}`);
    const count = () => lab.locator('[role=status], [aria-live]').count();
    if (experiment) await lab.locator('.experiment .paragraph, .articles .results td').first().waitFor();
    assert.equal(await count(), 1);
    for (const button of await lab.locator('.ask, .more-button, button.embed').filter({ visible: true }).all()) await button.click();
    if (await lab.locator('.adder').isVisible()) await lab.locator('.more .chart').first().waitFor();
    assert.equal(await count(), 1);
    await close();
  });

test('what is copied is said in the status line, as often as it is copied, and stays until the run is another', async () => {
  const { page, lab, close } = await site.open(run);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const said = () => lab.locator('[role=status]').textContent();
  const copy = lab.getByRole('button', { name: 'Copy link' });
  await copy.click();
  await lab.locator('.share .said').filter({ hasText: 'Copied.' }).waitFor();
  const first = await said();
  assert.match(first ?? '', /^Copied\./);
  await copy.click();
  await page.waitForTimeout(2500);
  assert.notEqual(await said(), first);
  assert.match((await said()) ?? '', /^Copied\./);
  assert(await lab.locator('.share .said').filter({ hasText: 'Copied.' }).isVisible());
  await lab.getByRole('button', { name: 'New seed' }).click();
  await finished(page);
  assert.equal(await lab.locator('.share .said').textContent(), '');
  await close();
});

test('a failure and a verdict are said in the status line', async () => {
  const { lab, close } = await site.open('');
  await lab.locator('.failures button').first().click();
  const seen = lab.locator('.failures .seen');
  await seen.filter({ hasText: /\w/ }).waitFor();
  assert.equal((await lab.locator('[role=status]').textContent())?.trim(), await seen.textContent());
  await lab.locator('.task button').first().click();
  const verdict = lab.locator('.task .verdict').filter({ hasText: /\.$/ }).first();
  await verdict.waitFor({ timeout: 60_000 });
  assert.equal((await lab.locator('[role=status]').textContent())?.trim(), await verdict.textContent());
  await close();
});
