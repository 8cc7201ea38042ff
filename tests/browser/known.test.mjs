// A racer's editor shows what is known of its schedule: the formula with its numbers, why η is what it is at the cursor, its sums.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, eta, finished, pictures, start } from './page.mjs';

/** @typedef {import('playwright-core').Locator} Locator */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Opens the editor of a schedule beside a constant one. @param {string} schedule @param {Parameters<typeof site.open>[1]} [options] */
async function openKnown(schedule, options) {
  const opened = await site.open(`#steps=400&schedule=constant&schedule=${encodeURIComponent(schedule)}`, options);
  await opened.lab.locator('tr.racer[data-racer="2"] button.open').click();
  const editor = opened.lab.locator('tr.editor:not([hidden]) .edit');
  const known = editor.locator('.known');
  await known.waitFor();
  return { ...opened, editor, known };
}

/** What the native program knows of that racer. @param {string} schedule @param {...string} words */
const printed = async (schedule, ...words) =>
  JSON.parse(await eta('explain', `steps=400 schedule=constant schedule=${schedule}`, '--json', ...words)).racers[1];

/** Waits for the formula of a schedule, as the program prints it. @param {Locator} known @param {string} schedule */
async function showsFormula(known, schedule) {
  const { formula } = await printed(schedule);
  const math = known.locator('.formula math');
  await math.and(known.page().locator(`[aria-label="η(t) = ${formula.text}"]`)).waitFor();
  const box = await math.boundingBox();
  assert(box && box.width > 60 && box.height > 15);
  await known.locator('code', { hasText: `\\eta(t) = ${formula.tex}` }).waitFor({ state: 'attached' });
}

test('the formula has the numbers of the fields, and follows them and a handle', async () => {
  const { page, lab, editor, known, close } = await openKnown('step(factor=0.5, every=100)');
  await showsFormula(known, 'step(factor=0.5, every=100)');
  await editor.getByLabel('every').fill('150');
  await showsFormula(known, 'step(factor=0.5, every=150)');
  await editor.getByLabel('Schedule', { exact: true }).selectOption({ label: 'Cosine' });
  await showsFormula(known, 'cosine');
  const knob = lab.locator('.knob').last();
  await knob.focus();
  for (let i = 0; i < 3; i++) await knob.press('ArrowUp');
  await finished(page);
  const schedule = (await ask(page, (it) => it.run?.racers[1].schedule)) ?? '';
  assert.match(schedule, /^cosine\(to=/);
  await showsFormula(known, schedule);
  await close();
});

for (const [language, closed, segment, sum] of [
  ['en', 'Why is η what it is at update 250?', 'Segment 2 of 2: it begins at update 20 and lasts 380; its own t is 230.', 'Sum of η'],
  ['zh', '第 250 步的 η 是怎么来的？', '第 2 段，共 2 段：从第 20 步开始，长 380 步；段内的 t 是 230。', 'η 之和'],
])
  test(`why η is what it is is said at the cursor, when that is asked: ${language}`, async () => {
    const schedule = 'warmup(20) then cosine';
    const { page, known, close } = await openKnown(schedule, { language });
    await ask(page, (lab) => lab.setCursor(250));
    const why = known.locator('.why > summary');
    await why.and(known.getByText(closed, { exact: true })).waitFor();
    assert.equal(await known.locator('.steps > li').count(), 0);
    await why.click();
    await known.locator('.steps > li', { hasText: segment }).waitFor();
    const { steps } = await printed(schedule, '--at', '250');
    assert.equal(await known.locator('.steps > li').count(), steps.length);
    const [formula, value] = steps.at(-1).values;
    assert.equal(await known.locator('.steps > li').last().textContent(), `cosine – ${formula} = ${value}`);
    // It follows the cursor: the first segment is a ramp.
    await ask(page, (lab) => lab.setCursor(7));
    await known.locator('.steps > li', { hasText: (await printed(schedule, '--at', '7')).steps.at(-1).values[0] }).waitFor();
    assert.ok((await known.locator('.sums').textContent())?.includes(sum));
    await close();
  });

for (const [language, none] of [
  ['en', 'There is no single formula of t'],
  ['zh', '没有单一的 t 的公式'],
])
  test(`of noise it is said that it has no formula: ${language}`, async () => {
    const { known, editor, close } = await openKnown('noise(cosine)', { language });
    assert.ok((await known.locator('.formula').textContent())?.startsWith(none));
    assert.equal(await known.locator('math').count(), 0);
    assert.equal(await known.getByText('TeX').isVisible(), false);
    // It has one again with another schedule.
    await editor.locator('textarea').first().fill('linear');
    await showsFormula(known, 'linear');
    await close();
  });

test('the sums are said with the numbers of the program', async () => {
  const { known, close } = await openKnown('linear');
  const { sums } = await printed('linear');
  const lines = await known.locator('.sums > li').allTextContents();
  assert.deepEqual(lines.slice(0, 3), [
    `Sum of η: ${Number(sums.sum.toPrecision(3))}; of η²: ${Number(sums.squares.toPrecision(3))}.`,
    `A constant rate of ${Number(sums.equal.toPrecision(3))} has the same sum.`,
    `At most half its peak of 0.5 from update ${sums.half} on (epoch ${Number(sums.half_epochs.toPrecision(3))}).`,
  ]);
  await close();
});

for (const width of [1280, 390])
  for (const dark of [false, true])
    test(`a long formula scrolls in its own box and never widens the page: ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
      const { page, known, editor, close } = await openKnown('cosine', { width, height: 2400, dark });
      for (const schedule of ['one_cycle', 'repeat(cosine, every=50)', 'wsd', 'points(0:1, 300:0.5, 370:0.1)', 'cosine * plateau']) {
        await editor.getByLabel('The schedule as text').fill(schedule);
        await showsFormula(known, schedule);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, schedule);
        const [formula, around] = [await known.locator('.formula').boundingBox(), await editor.boundingBox()];
        assert(formula && around && formula.x >= around.x && formula.x + formula.width <= around.x + around.width, schedule);
        const { right, below } = await known.locator('.formula').evaluate((box) => {
          box.scrollLeft = 1e6;
          return { right: box.scrollLeft > 0, below: box.scrollHeight > box.clientHeight };
        });
        assert.equal(below, false, schedule);
        if (schedule === 'one_cycle') assert.equal(right, width === 390);
        await known.locator('.formula').evaluate((box) => box.scrollTo(0, 0));
        await known.screenshot({ path: `${pictures}known-${schedule.replace(/\W.*/, '')}-${width}-${dark ? 'dark' : 'light'}.png` });
      }
      await close();
    });
