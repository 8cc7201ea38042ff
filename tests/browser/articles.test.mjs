// The experiment Two articles has its own address, in both languages; both articles train to their end, can be stopped, and are explained.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { eta, pictures, start } from './page.mjs';
import { drawn } from './zooming.mjs';

const site = await start();
after(() => site.close());

/** @param {import('playwright-core').Page} page @param {string | RegExp} name */
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Reads the rows of the table of results. @param {import('playwright-core').Page} page @returns {Promise<string[][]>} */
const results = (page) =>
  page
    .locator('.articles table')
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].slice(1).map((cell) => cell.textContent ?? '')));

test('article A trains to its end, with the numbers of the native program', async () => {
  const { page, close } = await site.open('#experiment=articles', { wait: false });
  await button(page, /^Run all [\d,]+ epochs$/).click();
  await button(page, 'Run it again').waitFor({ timeout: 60_000 });
  const rows = (await eta('train', 'preset=article_a')).split('\n').map((line) => line.split(','));
  for (const [i, cells] of (await results(page)).entries()) {
    const last = rows.filter(([racer]) => racer === String(i + 1)).at(-1);
    assert(last);
    const share = (/** @type {string} */ value) => `${(Number(value) * 100).toFixed(1)} %`;
    assert.equal(cells[1].replace(/\s/g, ' '), share(last[8]));
    assert.equal(cells[2].replace(/\s/g, ' '), share(last[6]));
  }
  const story = (await page.locator('.articles').textContent()) ?? '';
  for (const said of ['0.0000095', '2.95×10⁻⁶']) assert(story.includes(said), said);
  await page.screenshot({ path: `${pictures}articles-a.png`, fullPage: true });
  await close();
});

test('article B fetches its images only when it is opened, can be stopped and continues', async () => {
  /** @type {string[]} */
  const fetched = [];
  const { page, close } = await site.open('', {});
  page.on('request', (request) => fetched.push(request.url()));
  await page.evaluate(() => {
    location.hash = 'experiment=articles';
  });
  await page.locator('.articles select').selectOption('twice');
  await page.getByText('808').waitFor();
  assert(!fetched.some((url) => url.includes('mnist')));
  await button(page, /^Run all [\d,]+ epochs$/).click();
  await page.getByText(/^epoch [1-9]\d* of 1,000/).waitFor({ timeout: 60_000 });
  await button(page, 'Stop').click();
  const at = (await page.getByText(/^epoch \d/).textContent()) ?? '';
  assert.equal(fetched.filter((url) => url.includes('assets/mnist_1000.bin')).length, 1);
  assert(!fetched.some((url) => url.includes('mnist_10000')));
  await button(page, 'Go on').click();
  await page.waitForFunction((before) => !document.querySelector('eta-lab')?.shadowRoot?.textContent?.includes(before), at);
  const story = (await page.locator('.articles').textContent()) ?? '';
  for (const said of ['1.4612', '808', '943']) assert(story.includes(said), said);
  await close();
});

/** What stands beside the title of a figure: the values at the cursor. @param {import('playwright-core').Page} page @param {string} figure */
const values = async (page, figure) => {
  await drawn(page);
  return ((await page.locator(`.articles .${figure} .values`).textContent()) ?? '').replace(/\s/g, ' ');
};

test('its figures have the cursor, the table, the zoom and the file of the race', async () => {
  const { page, close } = await site.open('#experiment=articles', { wait: false });
  await button(page, /^Run all [\d,]+ epochs$/).click();
  await button(page, 'Run it again').waitFor({ timeout: 60_000 });
  const native = (await eta('train', 'preset=article_a')).split('\n').map((line) => line.split(','));
  const names = native.find(([racer]) => racer === 'racer') ?? [];
  const column = (/** @type {string} */ name) => names.indexOf(name);
  const measured = native.filter((row) => row[0] === '1' && row[column('validation_accuracy')]);
  const updates = native.filter(([racer]) => racer === '1').length;
  const share = (/** @type {string} */ value) => `${(Number(value) * 100).toFixed(1)} %`;

  // The cursor: one update in all three figures, by pointer and by key.
  const plot = page.locator('.articles .accuracy .plot');
  await plot.hover({ position: { x: 300, y: 60 } });
  const pointed = /^after update ([\d,]+):/.exec(await values(page, 'accuracy'))?.[1] ?? '';
  const update = Number(pointed.replace(',', ''));
  assert(update > updates / 10 && update < updates * 0.9, pointed);
  const before = measured.filter((row) => Number(row[column('update')]) + 1 <= update).at(-1) ?? [];
  assert(
    (await values(page, 'accuracy')).startsWith(
      `after update ${pointed}: as the text says ${share(before[column('validation_accuracy')])} as `,
    ),
  );
  for (const figure of ['loss', 'rate']) assert((await values(page, figure)).startsWith(`after update ${pointed}: `), figure);
  await plot.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  assert(
    (await values(page, 'rate')).startsWith('after update 1: as the text says 0.09 as the code says 0.1 as it should be 0.1'),
    await values(page, 'rate'),
  );
  assert.equal(await page.locator('.articles .hair').first().isVisible(), true);

  // The table: the racers by their names, the last row as in the results.
  await page.locator('.articles .accuracy .as-table').click();
  const table = page.locator('.articles .accuracy .values-table');
  await table.locator('tbody tr').nth(5).waitFor();
  assert.deepEqual(await table.locator('thead th').allTextContents(), [
    'update',
    'as the text says',
    'as the code says',
    'as it should be',
  ]);
  const last = await table.locator('tbody tr').last().locator('td').allTextContents();
  const shown = await page.locator('.articles .results tbody tr td:nth-child(4)').allTextContents();
  assert.deepEqual(last, shown);

  // The file: every update of each racer, as the program prints it.
  const save = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.articles .csv').click()]);
    return { name: download.suggestedFilename(), lines: (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n') };
  };
  const whole = await save();
  assert.equal(whole.name, 'etalab.csv');
  assert.equal(whole.lines.length, 1 + 3 * updates);
  const final = measured.at(-1) ?? [];
  const line = whole.lines[updates].split(',');
  const at = whole.lines[0].split(',').indexOf('validation_accuracy') - whole.lines[0].split(',').length;
  assert.equal(Math.fround(Number(line.at(at))), Math.fround(Number(final[column('validation_accuracy')])));

  // The zoom: by key and by a range that is dragged, of these figures and not of the race behind them.
  await plot.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('+');
  await page.locator('.articles .whole-run').waitFor();
  const half = await save();
  assert.equal(half.name, `etalab-0-${updates / 2}.csv`);
  await page.locator('.articles .whole-run').click();
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  assert(box);
  await page.mouse.move(box.x + 200, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await page.locator('.articles .whole-run').waitFor();
  await page.locator('.articles .part', { hasText: /updates? \d/i }).waitFor();
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.zoom), null);
  await page.screenshot({ path: `${pictures}articles-zoomed.png`, fullPage: true });
  await close();
});

test('nothing is trained before it is asked for, nor while nobody sees it', async () => {
  const { page, close } = await site.open('#experiment=articles', { wait: false });
  const epoch = async () => Number(/^epoch ([\d,]+)/.exec((await page.getByText(/^epoch \d/).textContent()) ?? '')?.[1]);
  await button(page, /^Run all [\d,]+ epochs$/).waitFor();
  await page.waitForTimeout(500);
  assert.equal(await epoch(), 0);
  await button(page, /^Run all [\d,]+ epochs$/).click();
  await page.waitForFunction(() => /epoch [1-9]/.test(document.querySelector('eta-lab')?.shadowRoot?.textContent ?? ''));
  // Far away.
  await page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.querySelector('eta-lab'));
    element.style.marginTop = '5000px';
  });
  await button(page, 'Go on').waitFor({ state: 'attached' });
  const stopped = await epoch();
  await page.waitForTimeout(500);
  assert.equal(await epoch(), stopped);
  await close();
});

for (const [language, title] of [
  ['en', 'Two tutorials, checked'],
  ['zh', '两篇教程，核对'],
])
  for (const [width, dark] of /** @type {[number, boolean][]} */ ([
    [1280, false],
    [390, true],
  ]))
    test(`it is complete in ${language} at ${width} px`, async () => {
      const { page, close } = await site.open(`#experiment=articles&lang=${language}`, { width, dark, wait: false });
      await page.getByRole('heading', { name: title }).waitFor();
      await page.locator('.articles button.filled').click();
      await page.waitForTimeout(4000);
      await page.screenshot({ path: `${pictures}articles-${language}-${width}.png`, fullPage: true });
      const names = await page.locator('.articles .results tbody th').allTextContents();
      const own =
        language === 'zh' ? ['照正文所说', '照代码所写', '应有的样子'] : ['as the text says', 'as the code says', 'as it should be'];
      assert.deepEqual(names, own);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert(wide <= 0, `${wide} px too wide`);
      await close();
    });
