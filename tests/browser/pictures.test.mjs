// Screenshots of the page for review, on a phone and a desktop, light and dark, in both languages; they are saved under build/screenshots.
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { pictures, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

for (const width of [390, 1280]) {
  for (const dark of [false, true]) {
    for (const language of ['en', 'zh']) {
      const name = `page-${width}${dark ? '-dark' : ''}-${language}.png`;
      test(name, async () => {
        const { page, lab, close } = await site.open(`#lang=${language}`, { width, dark, scale: width < 500 ? 2 : 1 });
        if (width > 500) await lab.locator('.rate .plot').hover({ position: { x: 360, y: 90 } });
        await page.waitForTimeout(100);
        await page.screenshot({ path: pictures + name, fullPage: true });
        assert((await stat(pictures + name)).size > 20_000);
        // The page does not scroll sideways.
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        await close();
      });
    }
  }
}

test('page-open.png: an editor, and More', async () => {
  const { page, lab, close } = await site.open('#schedule=constant&schedule=warmup(40)%20then%20step(factor=0.3)&schedule=cosine&lr=1000');
  await lab.locator('.open').nth(1).click();
  await lab.getByRole('button', { name: 'More' }).click();
  await lab.locator('.edit select, .more .chart').first().waitFor();
  await lab.getByLabel('log axis').check();
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${pictures}page-open.png`, fullPage: true });
  assert.equal(await lab.locator('.edit').count(), 1, 'one editor is open');
  await close();
});

for (const language of ['en', 'zh'])
  test(`page-open-390-${language}.png: More and the network's settings fit a phone`, async () => {
    const { page, lab, close } = await site.open(`#lang=${language}&data=moons&opt=adam&steps=60&schedule=cosine`, { width: 390 });
    await lab.locator('.more-button').click();
    await lab.locator('.network summary').click();
    await lab.locator('.more .chart').first().waitFor();
    await lab.locator('.network .nested input').first().waitFor();
    await page.screenshot({ path: `${pictures}page-open-390-${language}.png`, fullPage: true });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await close();
  });

test('page-wrong.png: problems and their sentences', async () => {
  const { page, lab, close } = await site.open('#schedule=cosin&lang=zh', { width: 390, scale: 2 });
  await lab.locator('.open').first().click();
  await lab.locator('.edit textarea').fill('warmup(40) then 0.1 * sinh(t)');
  await lab.locator('.edit mark').waitFor();
  await page.screenshot({ path: `${pictures}page-wrong.png`, fullPage: true });
  assert.equal(await lab.locator('.edit mark').textContent(), 'sinh(t)', 'what is wrong is marked');
  await close();
});

test('on a phone a name keeps its width when an editor opens or a racer diverges', async () => {
  const { lab, close } = await site.open('#steps=60&schedule=cosine&schedule=constant', { width: 390 });
  const room = async () => Math.round((await lab.locator('tr.racer th').first().boundingBox())?.width ?? 0);
  const before = await room();
  assert(before > 100, `${before} px`);
  await lab.locator('.open').first().click();
  await lab.locator('.edit').waitFor();
  assert.equal(await room(), before);
  await close();
  const broken = await site.open('#steps=60&lr=900&act=identity&hidden=8-8-8&schedule=cosine&schedule=constant', { width: 390 });
  await broken.lab.locator('td.ended').first().waitFor();
  assert.equal(Math.round((await broken.lab.locator('tr.racer th').first().boundingBox())?.width ?? 0), before);
  await broken.close();
});
