// The experiment Two articles has its own address, in both languages; both articles train to their end, can be stopped, and are explained.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { eta, pictures, start } from './page.mjs';

const site = await start();
after(() => site.close());

/** @param {import('playwright-core').Page} page @param {string} name */
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
  await button(page, 'Run it whole').click();
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
  await button(page, 'Run it whole').click();
  await page.getByText(/^epoch [1-9]\d* of 1,000/).waitFor({ timeout: 60_000 });
  await button(page, 'Stop').click();
  const at = (await page.getByText(/^epoch/).textContent()) ?? '';
  assert.equal(fetched.filter((url) => url.includes('assets/mnist_1000.bin')).length, 1);
  assert(!fetched.some((url) => url.includes('mnist_10000')));
  await button(page, 'Go on').click();
  await page.waitForFunction((before) => !document.querySelector('eta-lab')?.shadowRoot?.textContent?.includes(before), at);
  const story = (await page.locator('.articles').textContent()) ?? '';
  for (const said of ['1.4612', '808', '943']) assert(story.includes(said), said);
  await close();
});

for (const [language, title] of [
  ['en', 'Two articles'],
  ['zh', '两篇文章'],
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
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert(wide <= 0, `${wide} px too wide`);
      await close();
    });
