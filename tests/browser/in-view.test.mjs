// What a preset or a task changes is in view when it is answered, what has the focus is never covered, and the first screen names who won.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** @typedef {import('playwright-core').Locator} Locator */

/** The place of an element in the window. @param {Locator} locator */
const place = (locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top, bottom, height: innerHeight };
  });

/** Moves the pointer over a button, which fetches what keeps it in its place. @param {import('playwright-core').Page} page @param {Locator} locator */
async function near(page, locator) {
  await locator.hover();
  await page.waitForLoadState('networkidle');
}

/** @param {Locator} locator */
async function isInView(locator) {
  const { top, bottom, height } = await place(locator);
  return top >= -1 && bottom <= height + 1;
}

for (const [width, height] of [
  [390, 844],
  [1280, 900],
  [390, 500],
])
  test(`a preset's and a task's accuracy is in view when it is answered, at ${width} × ${height}`, async () => {
    const { page, lab, close } = await site.open('', { width, height });
    const plot = lab.locator('.accuracy .plot');
    const preset = lab.getByRole('button', { name: 'Decay too early' });
    await near(page, preset);
    await preset.click();
    await finished(page);
    assert(await isInView(plot));
    if (height >= 600) {
      assert(await isInView(preset));
      assert(await isInView(lab.locator('.failures .seen')));
      const { top, bottom } = await place(lab.locator('.charts'));
      assert(bottom - Math.max(0, top) <= height / 2 + 1, 'half of the window is free');
    }
    await lab.locator('.task button').first().click();
    await lab.locator('.task .verdict', { hasText: /\d/ }).first().waitFor();
    assert(await isInView(plot));
    await close();
  });

test('nothing sticks at 400 % zoom', async () => {
  const { page, lab, close } = await site.open('', { width: 320, height: 225 });
  await lab.locator('.failures').scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  assert((await place(lab.locator('.chart.accuracy'))).bottom < 0);
  await close();
});

test('a preset that shortens the table leaves its button under the pointer', async () => {
  const { page, lab, close } = await site.open('', { height: 900 });
  const preset = lab.getByRole('button', { name: 'Decay too late' });
  await near(page, preset);
  const before = await place(preset);
  await page.mouse.down();
  await page.mouse.up();
  await finished(page);
  assert.equal(await ask(page, (lab) => lab.run?.racers.length), 2);
  assert.equal((await place(preset)).top, before.top);
  await page.mouse.down();
  await page.mouse.up();
  await finished(page);
  assert.match(await ask(page, (lab) => lab.run?.text ?? ''), /every=780/);
  await close();
});

test('the controls of a phone are one row of buttons and two of fields', async () => {
  const { lab, close } = await site.open('', { width: 390 });
  const tops = await lab.locator('.bar > *').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  assert(Math.max(...tops) - Math.min(...tops) < 10, tops.join());
  await close();
});

test('no control that gets the focus by a key is covered by the charts', async () => {
  const { page, lab, close } = await site.open('', { width: 390, height: 700 });
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(300);
  await lab.locator('.failures button').last().focus();
  /** @type {string[]} */
  const covered = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Shift+Tab');
    const found = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('eta-lab')?.shadowRoot);
      const element = root.activeElement;
      if (!element || element.matches('.unseen, .unseen *')) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = root.elementFromPoint(left + width / 2, top + Math.min(height, 24) / 2);
      const isFree = at !== null && (element.contains(at) || at.contains(element));
      return isFree ? null : `${element.className} ${element.textContent} at ${top}`;
    });
    if (found) covered.push(found);
  }
  assert.deepEqual(covered, []);
  await close();
});

for (const language of ['en', 'zh'])
  test(`the first screen at 1280 × 900 has every racer's line of the table, ${language}`, async () => {
    const { lab, close } = await site.open(`#lang=${language}`, { height: 900 });
    const { bottom } = await place(lab.locator('tr.racer').last());
    assert(bottom <= 900, `${bottom}`);
    const tops = await lab
      .locator('.control-area button, .control-area input')
      .evaluateAll((all) =>
        all.filter((each) => each.getClientRects().length > 0).map((each) => Math.round(each.getBoundingClientRect().top)),
      );
    assert.equal(new Set(tops).size, 1, 'the controls are one row');
    await close();
  });
