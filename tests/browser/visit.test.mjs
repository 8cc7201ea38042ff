// A first visit fetches exactly what build-scripts/size counts, in every language; the rest is loaded when a reader needs it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { budget, firstVisit, sizes } from '../../build-scripts/lib/checks/first-visit.mjs';
import { languages } from '../../web/words/index.js';
import { finished, root, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

for (const language of Object.keys(languages)) {
  test(`a first visit fetches what is counted, and nothing else: ${language}`, async () => {
    site.asked.length = 0;
    const { page, lab, close } = await site.open('', { language, motion: true });
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.playing);
    await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector('eta-lab')).lab.playing));
    await lab.locator('.model img, .model canvas').first().waitFor();
    // The second file of the module is fetched ahead, some seconds after the page is ready.
    const ahead = 'eta.secondary.wasm';
    while (!site.asked.includes(ahead)) await page.waitForTimeout(50);
    assert.deepEqual([...site.asked].sort(), [...firstVisit(`${root}build/site/`, language), ahead].sort());
    const bytes = sizes(`${root}build/site/`, language).reduce((sum, file) => sum + file.bytes, 0);
    assert(bytes <= budget, `${bytes} bytes`);
    await close();
  });
}

test('what is behind a button is fetched when it is pressed, and the second file of the module when it is called', async () => {
  site.asked.length = 0;
  const { page, lab, close } = await site.open('');
  const news = async (/** @type {RegExp} */ file, /** @type {() => Promise<unknown>} */ act) => {
    const there = () => site.asked.some((name) => file.test(name));
    assert(!there(), `${file} has come too early`);
    await act();
    while (!there()) await page.waitForTimeout(20);
  };
  await news(/parts\/lazy-/, () => lab.locator('.knob').first().focus());
  await page.keyboard.press('ArrowDown');
  await finished(page);
  await news(/parts\/rest-en-/, () => lab.locator('[data-key=steps]').fill('many'));
  await lab.locator('.control-area .wrong', { hasText: 'steps is a whole number' }).waitFor();
  await lab.locator('[data-key=steps]').fill('1000');
  await lab.locator('.more-button').click();
  await lab.locator('.more .chart').first().waitFor();
  await lab.locator('tbody button.open').first().click();
  await lab.locator('.edit select').first().waitFor();
  await finished(page);
  await close();
  site.asked.length = 0;
  const more = await site.open('');
  await news(/parts\/lazy-/, () => more.lab.locator('.more-button').click());
  await more.lab.locator('.more .chart').first().waitFor();
  await more.close();
  site.asked.length = 0;
  const adam = await site.open('#opt=adam&lr=0.01&steps=100');
  assert(site.asked.includes('eta.secondary.wasm'));
  await adam.close();
});

test('what does not arrive is said where it was wanted, and the page goes on', async () => {
  const { page, lab, close } = await site.open('', { without: 'parts/lazy-', wait: true });
  const wrong = (/** @type {string} */ place) => lab.locator(`${place} .wrong`, { hasText: 'failed to load' });
  await lab.locator('.as-table').first().click();
  await wrong('.chart.rate').waitFor();
  await lab.locator('.network summary').click();
  await wrong('.network').waitFor();
  await lab.locator('tbody button.open').first().click();
  await wrong('tr.editor').waitFor();
  await lab.locator('button.draw').click();
  await wrong('.tools').waitFor();
  await lab.locator('button.embed').click();
  await wrong('footer').waitFor();
  await lab.locator('.more-button').click();
  await wrong('.main > div').last().waitFor();
  await lab.locator('[data-key=lr]').fill('0.3');
  await finished(page);
  await page.waitForURL(/lr=0\.3/);
  await close();
});
