// Other numbers than the rate that follow a schedule have charts of their own behind “More”, with the numbers of the core.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, pictures, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const race =
  '#steps=200&hidden=16&batch=points(0:8,%2050%25:32,%20shape=step)' +
  '&schedule=cosine&opt=sgd(momentum=linear(0.95,%20to=0.85))&schedule=constant%20*%20plateau(0.5,%20patience=2)&schedule.1=linear(0.2)';

/** @typedef {import('playwright-core').Locator} Locator */

/** Opens “More” and gives the chart of a number. @param {Locator} lab @param {string} key */
async function chartOf(lab, key) {
  if ((await lab.locator('.more:not([hidden])').count()) === 0) await lab.locator('.more-button').click();
  const chart = lab.locator(`figure.number-${key}`);
  await chart.locator('canvas').waitFor();
  return chart;
}

/** @param {Locator} chart @param {RegExp} pattern */
async function reads(chart, pattern) {
  const values = chart.locator('.values');
  for (let i = 0; i < 100 && !pattern.test((await values.textContent()) ?? ''); i++) await new Promise((later) => setTimeout(later, 50));
  assert.match((await values.textContent()) ?? '', pattern);
}

test('a scheduled momentum, batch and rate of a layer have a chart each, exact at the cursor and in the table', async () => {
  const { page, lab, close } = await site.open(race);
  const momentum = await chartOf(lab, 'opt-momentum');
  assert.match((await momentum.locator('h2').textContent()) ?? '', /Optimizer: momentum/);
  const cursor = (/** @type {number} */ update) =>
    page.evaluate((at) => /** @type {any} */ (document.querySelector('eta-lab')).lab.setCursor(at), update);
  await cursor(50);
  await reads(momentum, /after update 50: .*0\.925/);
  const batch = await chartOf(lab, 'batch');
  await cursor(99);
  await reads(batch, /after update 99: .*8.*8/);
  await cursor(100);
  await reads(batch, /after update 100: .*32.*32/);
  // The layer's rate falls with the listener's factors.
  const layer = await chartOf(lab, 'schedule-1');
  const factor = await ask(page, (it) => it.telemetry(2)?.factors.findLast(({ update }) => update <= 150)?.factor ?? 1);
  assert.ok(factor < 1);
  await cursor(150);
  const eta = 0.2 * 0.25 * factor;
  await reads(layer, new RegExp(`after update 150: .*${String(Number(eta.toPrecision(4))).replace('.', '\\.')}`));
  await batch.locator('.as-table').click();
  await batch.locator('.values-table td').first().waitFor();
  assert.match((await batch.locator('.values-table').textContent()) ?? '', /32/);
  await close();
});

test('without such a schedule there is no such chart, and an edit brings and removes it', async () => {
  const { page, lab, close } = await site.open('#steps=100&hidden=16&schedule=cosine');
  await lab.locator('.more-button').click();
  await lab.locator('figure.validation_loss').waitFor();
  assert.equal(await lab.locator('figure[class*="number-"]').count(), 0);
  await ask(page, (it) => it.edit('steps=100 hidden=16 schedule=cosine opt=sgd(weight_decay=linear(0.01))', ''));
  await lab.locator('figure.number-opt-weight_decay').waitFor();
  await ask(page, (it) => it.edit('steps=100 hidden=16 schedule=cosine', ''));
  await lab.locator('figure.number-opt-weight_decay').waitFor({ state: 'detached' });
  await close();
});

for (const [name, options] of /** @type {[string, object][]} */ ([
  ['1280', { width: 1280 }],
  ['390', { width: 390 }],
  ['dark', { width: 1280, dark: true }],
  ['zh', { width: 390, dark: true, language: 'zh' }],
]))
  test(`the charts of scheduled numbers are drawn: ${name}`, async () => {
    const { lab, close } = await site.open(race, options);
    const batch = await chartOf(lab, 'batch');
    await reads(batch, /32/);
    await lab.locator('.more .charts').screenshot({ path: `${pictures}numbers-${name}.png` });
    await close();
  });
