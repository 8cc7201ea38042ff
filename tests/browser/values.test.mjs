// Each chart's table has the native run's values in the visible range, in both languages; axe finds no violation in it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { formatNumber, formatPercent } from '../../web/src/lib/format.js';
import { eta, finished, rows, start } from './page.mjs';

/** @typedef {import('playwright-core').Locator} Locator */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** The columns of the output of `eta train`. */
const columns = { loss: 5, accuracy: 6 };
const run = 'steps=200 lr=0.3 schedule=constant schedule=step(factor=0.5, every=70)';

/** Gives a column of the native program by racer, then update. @param {keyof typeof columns} column */
async function measured(column) {
  /** @type {Map<number, number>[]} */
  const racers = [new Map(), new Map()];
  for (const row of rows(await eta('train', run)))
    if (row[columns[column]]) racers[Number(row[0]) - 1].set(Number(row[1]) + 1, Math.fround(Number(row[columns[column]])));
  return racers;
}

/** Reads the texts of the head and of each row. @param {Locator} chart */
const table = (chart) =>
  chart
    .locator('.values-table table')
    .evaluate((element) =>
      Array.from(/** @type {HTMLTableElement} */ (element).rows, (row) => Array.from(row.cells, (cell) => cell.textContent ?? '')),
    );

/** @param {Locator} lab @param {string} chart */
async function open(lab, chart) {
  await lab.locator(`.chart.${chart} .as-table`).click();
  await lab.locator(`.chart.${chart} .values-table tbody tr`).first().waitFor();
  return lab.locator(`.chart.${chart}`);
}

for (const language of ['en', 'zh'])
  test(`the values are those of the whole run and of a zoomed range: ${language}`, async () => {
    const { page, lab, close } = await site.open(`#${run.replaceAll(' ', '&').replaceAll(',&', ', ')}&lang=${language}`, { language });
    const names = language === 'en' ? ['update', 'Constant', 'Step'] : ['步', '恒定', '阶梯衰减'];
    const curve = rows(await eta('curve', run));
    const rates = await open(lab, 'rate');
    const [head, ...rated] = await table(rates);
    assert.deepEqual(head, names);
    assert.deepEqual(
      rated.map(([update]) => update),
      ['0', ...Array.from({ length: 19 }, (_, i) => String(10 * (i + 1))), '199'],
    );
    for (const [update, ...texts] of rated) {
      const wanted = curve[Number(update)].slice(1).map((rate) => formatNumber(Number(rate), { digits: 4, language }));
      assert.deepEqual(texts, wanted, `update ${update}`);
    }
    const accuracies = await open(lab, 'accuracy');
    const native = await measured('accuracy');
    const shown = async () => {
      const [first, ...body] = await table(accuracies);
      assert.deepEqual(first, names);
      for (const [update, ...texts] of body) {
        const wanted = native.map((racer) => formatPercent(racer.get(Number(update)) ?? Number.NaN, { language }));
        assert.deepEqual(texts, wanted, `update ${update}`);
      }
      return body.map(([update]) => Number(update));
    };
    const all = await shown();
    assert.equal(all.length, 21);
    assert.equal(all[20], 200);
    const caption = accuracies.locator('caption');
    assert.match((await caption.textContent()) ?? '', language === 'en' ? /21 of the 100 evaluations/ : /100 次评估中的 21 次/);
    // A zoomed range has its own rows, once it no longer changes.
    await lab.locator('.accuracy .plot').focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('+');
    await caption.filter({ hasText: language === 'en' ? 'all' : '全部' }).waitFor();
    const part = await shown();
    assert(part.length > 5 && part.length < 21 && part.every((update) => update > 80 && update < 125), part.join());
    await page.keyboard.press('0');

    await lab.locator('.more-button').click();
    const losses = await open(lab, 'validation_loss');
    const loss = await measured('loss');
    const [, ...lost] = await table(losses);
    for (const [update, ...texts] of lost) {
      const wanted = loss.map((racer) => formatNumber(racer.get(Number(update)) ?? Number.NaN, { language }));
      assert.deepEqual(texts, wanted, `update ${update}`);
    }
    // The table follows another run.
    await lab.locator('[data-key=seed]').fill('2');
    await finished(page);
    await page.waitForTimeout(400);
    const seconds = rows(await eta('train', `${run} seed=2`)).filter((row) => row[columns.accuracy] && row[1] === '199');
    const [final] = (await table(accuracies)).slice(-1);
    assert.deepEqual(
      final.slice(1),
      seconds.map((row) => formatPercent(Number(row[columns.accuracy]), { language })),
    );
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(`${axe}; 0`);
    const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document));
    assert.deepEqual(
      violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`),
      [],
    );
    // A closed table is removed.
    await lab.locator('.chart.rate .as-table').click();
    assert.equal(await rates.locator('.values-table').isVisible(), false);
    await close();
  });
