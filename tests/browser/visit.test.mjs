// What a first visit fetches is what build-scripts/size counts, in every language; the rest comes when a reader asks for it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firstVisit, languages } from '../../build-scripts/lib/visit.mjs';
import { finished, root, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Names of the files that the page has asked for. @param {import('playwright-core').Page} page */
async function fetched(page) {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return ['index.html', ...urls.filter((url) => url.startsWith(site.origin)).map((url) => url.slice(site.origin.length + 1))];
}

for (const language of languages) {
  test(`a first visit fetches what is counted, and nothing else: ${language}`, async () => {
    const { page, lab, close } = await site.open('', { language, motion: true });
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.playing);
    await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector('eta-lab')).lab.playing));
    await lab.locator('.model img, .model canvas').first().waitFor();
    assert.deepEqual((await fetched(page)).sort(), firstVisit(`${root}build/site/`, language));
    await close();
  });
}

test('what is behind a button is fetched when it is pressed', async () => {
  const { page, lab, close } = await site.open('');
  const news = async (/** @type {RegExp} */ file, /** @type {() => Promise<unknown>} */ act) => {
    assert(!(await fetched(page)).some((name) => file.test(name)), `${file} has come too early`);
    await act();
    await page.waitForFunction(
      (source) => performance.getEntriesByType('resource').some(({ name }) => new RegExp(source).test(name)),
      file.source,
    );
  };
  await news(/parts\/later-/, () => lab.locator('.more-button').click());
  await lab.locator('.more .chart').first().waitFor();
  await lab.locator('tbody button.open').first().click();
  await lab.locator('.edit select').first().waitFor();
  await news(/parts\/problems-en-/, () => lab.locator('[data-key=steps]').fill('many'));
  await lab.locator('.desk .wrong', { hasText: 'steps is a whole number' }).waitFor();
  await finished(page);
  await close();
});
