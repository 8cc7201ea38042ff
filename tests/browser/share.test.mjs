// The page's footer: its HTML for articles works there, its links hold the run, and it shows the shortcuts.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import { hashes, openArticle, trained } from './foreign.mjs';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
/** @type {(() => unknown)[]} These clean up after a test, however it ends. */
const leavings = [];
after(() => site.close());
afterEach(async () => {
  for (const leave of leavings.splice(0).reverse()) await leave();
});

const run = '#data=moons&hidden=7&steps=200&schedule=cosine&schedule=where(t<50,lr,lr/10)&lang=en';

/** Opens the page with a run and copies both texts for an article. @param {boolean} bare */
async function taken(bare) {
  const { page, lab, close } = await site.open(run);
  const trainedTo = await hashes(page);
  await lab.getByRole('button', { name: 'Embed this' }).click();
  await lab.locator('.embedding').waitFor();
  if (bare) await lab.getByRole('checkbox', { name: 'only Play' }).check();
  const [tag, frame] = await lab
    .locator('.embedding textarea')
    .evaluateAll((areas) => areas.map((area) => /** @type {any} */ (area).value));
  await close();
  return { tag, frame, trainedTo };
}

test('the frame trains the same run in an article, takes the height it needs, and links to the whole page', async () => {
  const { frame, trainedTo } = await taken(false);
  const article = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>An article</title><link rel="icon" href="data:,"><p>Text.</p>${frame}`);
  });
  leavings.push(
    () => article.closeAllConnections(),
    () => article.close(),
  );
  await new Promise((listening) => article.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (article.address());
  const context = await site.browser.newContext({ viewport: { width: 800, height: 900 }, reducedMotion: 'reduce' });
  leavings.push(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const inner = /** @type {import('playwright-core').Frame} */ (await (await page.locator('iframe').elementHandle())?.contentFrame());
  await trained(inner);
  assert.deepEqual(await hashes(inner), trainedTo);
  await page.waitForFunction(() => document.querySelector('iframe')?.height !== '640');
  // The height follows within some frames, also when More is opened.
  const fits = () => inner.waitForFunction(() => document.documentElement.scrollHeight === innerHeight);
  await fits();
  await inner.locator('eta-lab .more-button').click();
  await inner.locator('eta-lab kbd').first().waitFor();
  await fits();
  const [whole] = await Promise.all([context.waitForEvent('page'), inner.locator('eta-lab a.full').click()]);
  await finished(whole);
  assert.deepEqual(await hashes(whole), trainedTo);
  assert.equal(await whole.getByRole('heading', { level: 1 }).count(), 1);
});

test('the tag trains the same run, with no more than Play, Reset and the charts', async () => {
  const { tag, trainedTo } = await taken(true);
  const [script, element] = tag.split('\n');
  assert.match(script, /^<script src="http:\/\/127\.0\.0\.1:\d+\/etalab\.js"><\/script>$/);
  const { page, said, close } = await openArticle(site.browser, element);
  await trained(page);
  assert.deepEqual(await hashes(page), trainedTo);
  assert.deepEqual(await page.locator('eta-lab button:visible').allTextContents(), ['Play', 'Reset', 'Copy link']);
  assert(await page.locator('eta-lab a.full').isVisible());
  assert.equal(await page.locator('eta-lab canvas:visible').count(), 2);
  assert.deepEqual(said, []);
  await close();
});

test('the link is copied, or shown where the clipboard is forbidden; Keys opens their list', async () => {
  const { page, lab, close } = await site.open(run);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.getByRole('button', { name: 'Copy link' }).click();
  await lab.locator('.share .said', { hasText: 'Copied.' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
  await page.context().clearPermissions();
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await lab.getByRole('button', { name: 'Copy link' }).click();
  await lab.locator('.share .said').filter({ hasText: page.url() }).waitFor();
  assert(!(await lab.locator('kbd').first().isVisible()));
  await lab.getByRole('button', { name: 'Keys' }).click();
  await lab.locator('kbd').first().waitFor();
  await close();
});

test('a copied link opens with the cursor, the zoom, the switches and the pins; the address keeps the run alone', async () => {
  const { page, lab, close } = await site.open('#steps=300&schedule=cosine&schedule=constant&lr=0.2&lang=en', { height: 1200 });
  await lab.getByRole('button', { name: 'Pin Cosine' }).click();
  await lab.getByRole('button', { name: 'Pin Constant' }).click();
  await lab.locator('.row-remove button:not(.pin)').nth(1).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers.length === 1);
  await lab.getByRole('checkbox', { name: 'log axis' }).click();
  await lab.getByRole('checkbox', { name: 'from 0 %' }).click();
  const plot = lab.locator('.accuracy .plot');
  await plot.focus();
  for (const key of ['Home', 'PageUp', 'PageUp', '+']) await page.keyboard.press(key);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.getByRole('button', { name: 'Copy link' }).click();
  await lab.locator('.share .said', { hasText: 'Copied.' }).waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;
  const view = await ask(page, ({ kept, zoom, pins }) => ({ kept, zoom, rates: pins.map(({ curve }) => [curve.first, curve.last]) }));
  assert(view.kept !== null && view.zoom !== null && view.rates.length === 2);
  assert.match(link, /&at=\d+&part=\d+-\d+&log&whole&pin=[^&]+cosine&pin=[^&]+constant[^&]*$/);
  const measured = await ask(page, ({ pins }) => pins.map(({ evaluations }) => Array.from(evaluations.validation_accuracy)));
  await close();

  const again = await site.open(link, { height: 1200 });
  const seen = async () => {
    await again.page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab?.pins.length === 2);
    await again.lab.locator('.pins li').nth(1).waitFor();
    assert.deepEqual(
      await ask(again.page, ({ pins }) => pins.map(({ evaluations }) => Array.from(evaluations.validation_accuracy))),
      measured,
    );
  };
  await seen();
  assert.equal(new URL(again.page.url()).hash, '#steps=300&schedule=cosine&lang=en');
  assert.deepEqual(await ask(again.page, ({ kept, pins }) => ({ kept, rates: pins.map(({ curve }) => [curve.first, curve.last]) })), {
    kept: view.kept,
    rates: view.rates,
  });
  const zoom = await ask(again.page, (it) => it.zoom);
  assert(zoom && view.zoom && Math.abs(zoom.from - view.zoom.from) <= 0.5 && Math.abs(zoom.to - view.zoom.to) <= 0.5);
  for (const name of ['log axis', 'from 0 %']) assert(await again.lab.getByRole('checkbox', { name }).isChecked(), name);
  // Loaded again, the page has its pins, and no more of the view.
  await again.page.reload();
  await seen();
  assert.equal(await ask(again.page, (it) => it.kept), null);
  await again.close();
});

test('links are opened with the end of their sentence, and when they were encoded twice', async () => {
  for (const [hash, run, own] of [
    ['#schedule=cosine。', 'schedule=cosine', ''],
    ['#steps=300&schedule=step(every=90).', 'steps=300 schedule=step(every=90)', ''],
    ['#schedule=linear&lang=zh。', 'schedule=linear', '&lang=zh'],
    ['#steps=200&schedule=step(factor=0.1,%2520every=100)&lang=en.', 'steps=200 schedule=step(factor=0.1, every=100)', '&lang=en'],
    ['#schedule%3Dlinear%26steps%3D300', 'steps=300 schedule=linear', ''],
  ]) {
    const { page, lab, close } = await site.open(hash);
    await page.waitForFunction((text) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text === text, run, {
      timeout: 5000,
    });
    await page.waitForFunction((end) => location.hash.endsWith(end), own);
    assert.equal(await lab.locator('.notice').filter({ visible: true }).count(), 0, hash);
    await close();
  }
});

test('the code to embed keeps the experiment and the theme', async () => {
  const { lab, close } = await site.open('#experiment=noise_floor&theme=dark&lang=en');
  await lab.getByRole('button', { name: 'Embed this' }).click();
  await lab.locator('.embedding').waitFor();
  const [tag, frame] = await lab
    .locator('.embedding textarea')
    .evaluateAll((areas) => areas.map((area) => /** @type {any} */ (area).value));
  assert.match(tag, /<eta-lab run="[^"]+" lang="en" theme="dark" experiment="noise_floor"/);
  assert.match(frame, /&amp;lang=en&amp;theme=dark&amp;experiment=noise_floor"/);
  await close();
});
