// What a chart shows is so, and it is hit where it is touched, whatever the page around it does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('a rate that is halved until nothing is left: the logarithmic axis shows it, and the constant beside it', async () => {
  const { page, lab, close } = await site.open('#steps=1100&schedule=exponential(rate=0.5, every=1)&schedule=constant');
  await lab.locator('.rate .switch input').click();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const columns = await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector('.rate canvas'));
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
    /** @type {Record<string, Set<number>>} */
    const found = { '194,84,0': new Set(), '0,114,178': new Set() };
    for (let i = 0; i < data.length; i += 4) found[data.slice(i, i + 3).join()]?.add((i / 4) % canvas.width);
    return Object.values(found).map(({ size }) => size);
  });
  for (const count of columns) assert(count > 300, columns.join());
  const knob = lab.locator('.knob.ring');
  await knob.focus();
  for (const key of ['End', 'End', 'Home', 'End']) await page.keyboard.press(key);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[0].lr === 1);
  await finished(page);
  assert.equal(await knob.getAttribute('aria-valuemax'), '1');
  assert.equal(await knob.getAttribute('aria-valuenow'), '1');
  assert.equal(await ask(page, (lab) => lab.run?.racers[0].lr), 1);
  await close();
});
