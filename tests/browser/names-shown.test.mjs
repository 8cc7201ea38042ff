// Names stand before numbers: in the table, in the values at the cursor, at the ends of lines; and a racer keeps its colour.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const run = 'schedule=constant&opt=adam&lr=0.02&label=Adam&schedule=constant&schedule=cosine';

for (const width of [390, 1280])
  test(`every number has its racer's name before it, at ${width}`, async () => {
    const { page, lab, close } = await site.open(`#lang=zh&${run}`, { width });
    assert.deepEqual(await lab.locator('tr.racer .open .name').allTextContents(), ['Adam', '恒定', '余弦']);
    assert.deepEqual(await lab.locator('tr.racer .open .code').allTextContents(), ['constant opt=adam lr=0.02', 'constant', 'cosine']);
    for (const figure of ['.rate', '.accuracy']) {
      const values = await lab.locator(`${figure} .values`).textContent();
      assert.match((values ?? '').replace(/\s+/g, ' '), /^第 800 步后： Adam [\d.]+%? 恒定 [\d.]+%? 余弦 [\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+%?$/u);
      const spoken = await lab.locator(`${figure} .plot`).getAttribute('aria-valuetext');
      assert.match(spoken ?? '', /^第 800 步后： Adam [\d.]+%?；恒定 [\d.]+%?；余弦 /u);
      assert(await lab.locator(`${figure} .values`).evaluate((values) => values.scrollWidth <= values.clientWidth));
    }
    await lab.locator('.rate .plot').focus();
    await page.keyboard.press('Home');
    for (const figure of ['.rate', '.accuracy']) await lab.locator(`${figure} .values`, { hasText: /^第 0 步后/ }).waitFor();
    await close();
  });

const long = 'schedule=one_cycle&schedule=warmup(50) then inverse_sqrt(over=100)&schedule=wsd';

for (const language of ['en', 'zh'])
  for (const width of [1280, 390])
    test(`long names stand whole beside their values, in lines that are kept for them: ${language}, ${width} px`, async () => {
      const { page, lab, close } = await site.open(`#${long}`, { language, width });
      for (const figure of ['.rate', '.accuracy']) {
        const names = await lab
          .locator(`${figure} .values > [class] > span`)
          .evaluateAll((all) => all.map((name) => ({ text: name.textContent, shown: name.clientWidth, whole: name.scrollWidth })));
        assert.equal(names.length, 3);
        // On a phone a name may end in an ellipsis, and its first letters are there.
        for (const { text, shown, whole } of names)
          assert(shown >= Math.min(whole, width < 600 ? 90 : whole), `${text}: ${shown} of ${whole}`);
      }
      const tops = () => lab.locator('.plot').evaluateAll((all) => all.map((plot) => plot.getBoundingClientRect().top + scrollY));
      const before = await tops();
      await lab.locator('.rate .plot').focus();
      for (const key of ['Home', 'PageDown', 'ArrowRight', 'End']) {
        await page.keyboard.press(key);
        await finished(page);
        assert.deepEqual(await tops(), before, key);
      }
      await close();
    });

test('the name of 1cycle is whole in Chinese on a phone, in the table and in the values', async () => {
  const { lab, close } = await site.open(`#lang=zh&${long}`, { width: 390 });
  for (const place of ['tr.racer .open .name', '.rate .values > [class] > span']) {
    const name = lab.locator(place).filter({ hasText: '1cycle' });
    assert(await name.evaluate((element) => element.scrollWidth <= element.clientWidth), place);
  }
  await close();
});

test('a racer keeps its colour when the one before it is removed, and the next one takes the free colour', async () => {
  const { page, lab, close } = await site.open('');
  const colours = async () => ({
    table: await lab.locator('tr.racer .swatch line').evaluateAll((all) => all.map((each) => each.getAttribute('class'))),
    values: await lab.locator('.accuracy .values > [class]').evaluateAll((all) => all.map((each) => each.getAttribute('class'))),
  });
  const of = (/** @type {number[]} */ ...styles) => {
    const classes = styles.map((style) => `racer-${style}`);
    return { table: classes, values: classes };
  };
  assert.deepEqual(await colours(), of(1, 2, 3));
  await lab.getByRole('button', { name: 'Remove Constant' }).click();
  await finished(page);
  assert.deepEqual(await colours(), of(2, 3));
  await lab.getByRole('button', { name: 'Add a schedule' }).click();
  await finished(page);
  assert.deepEqual(await colours(), of(2, 3, 1));
  for (const wanted of [of(2, 3), of(1, 2, 3)]) {
    await lab.getByRole('button', { name: 'Undo' }).click();
    await finished(page);
    assert.deepEqual(await colours(), wanted);
  }
  await lab.getByRole('button', { name: 'Decay too early' }).click();
  await finished(page);
  assert.deepEqual(await colours(), of(1, 2));
  await close();
});

test('keys 1 to 6 choose a racer of the table', async () => {
  const { page, lab, close } = await site.open('');
  await lab.locator('.rate .plot').focus();
  for (const key of ['2', '3']) {
    await page.keyboard.press(key);
    assert.equal(await lab.locator('tr.racer .open:focus').evaluate((button) => button.closest('tr')?.dataset.racer), key);
  }
  await page.keyboard.press('6');
  assert.equal(await lab.locator('tr.racer[data-racer="3"] .open:focus').count(), 1);
  await close();
});
