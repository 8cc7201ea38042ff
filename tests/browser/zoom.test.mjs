// Zooming the charts and back: by mouse, wheel, fingers and keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, start } from './page.mjs';
import { axes, drawn, fingers, near, part } from './zooming.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('all charts show a range dragged with the mouse and name it; a button shows the whole run again', async () => {
  const { page, lab, close } = await site.open();
  const plot = lab.locator('.rate .plot');
  await near(page, plot);
  const { left, top } = await axes(plot);
  await page.mouse.move(left + 150, top + 60);
  await page.mouse.down();
  await page.mouse.move(left + 300, top + 50, { steps: 5 });
  assert(await plot.locator('.band').isVisible());
  await page.mouse.up();
  const shown = await part(page);
  assert(shown && shown.from > 150 && shown.from < 220 && shown.to > 330 && shown.to < 440, JSON.stringify(shown));
  assert(await plot.locator('.band').isHidden());
  const status = lab.locator('.part span');
  const [from, to] = [Math.round(shown.from), Math.round(shown.to)];
  await status.filter({ hasText: `updates ${from}–${to} of 800` }).waitFor();
  // The cursor is at the update that the readout names, in every chart.
  const middle = left + 200;
  await page.mouse.move(middle, top + 60);
  await drawn(page);
  const cursor = await ask(page, (it) => it.cursor);
  assert(cursor !== null && cursor > from && cursor < to);
  for (const name of ['rate', 'accuracy']) {
    const hair = await lab.locator(`.${name} .hair`).boundingBox();
    assert(hair && Math.abs(hair.x - middle) < 4, `${name}: ${hair?.x}, not ${middle}`);
  }
  const back = lab.getByRole('button', { name: 'whole run' });
  await back.focus();
  await page.keyboard.press('Enter');
  assert.equal(await part(page), null);
  await back.waitFor({ state: 'hidden' });
  await status.filter({ hasText: 'all 800 updates' }).waitFor({ state: 'attached' });
  assert.equal(await plot.evaluate((it) => it.matches(':focus')), true);
  await close();
});

test('a click, a short drag and Escape do not zoom; a double click shows the whole run; shift pans', async () => {
  const { page, lab, close } = await site.open();
  const plot = lab.locator('.accuracy .plot');
  await near(page, plot);
  const { left, top } = await axes(plot);
  await page.mouse.click(left + 100, top + 40);
  await page.mouse.move(left + 100, top + 40);
  await page.mouse.down();
  await page.mouse.move(left + 103, top + 60);
  await page.mouse.up();
  assert.equal(await part(page), null);
  await page.mouse.down();
  await page.mouse.move(left + 200, top + 40, { steps: 3 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal(await part(page), null);
  await page.mouse.move(left + 100, top + 40);
  await page.mouse.down();
  await page.mouse.move(left + 200, top + 40, { steps: 3 });
  await page.mouse.up();
  const before = await part(page);
  assert(before);
  await drawn(page);
  await page.keyboard.down('Shift');
  await page.mouse.down();
  await page.mouse.move(left + 100, top + 40, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const moved = await part(page);
  assert(moved && moved.from > before.from + 5 && Math.abs(moved.to - moved.from - before.to + before.from) < 1e-6);
  await page.mouse.dblclick(left + 150, top + 40);
  assert.equal(await part(page), null);
  await close();
});

test('the wheel with ctrl zooms at the pointer, sideways it pans, plain it scrolls the page', async () => {
  const { page, lab, close } = await site.open('', { height: 500 });
  const plot = lab.locator('.rate .plot');
  await near(page, plot);
  const { left, top } = await axes(plot);
  await page.mouse.move(left + 200, top + 60);
  await drawn(page);
  const at = await ask(page, (it) => it.cursor);
  await page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) {
    await page.mouse.wheel(0, -100);
    await drawn(page);
  }
  await page.keyboard.up('Control');
  const shown = await part(page);
  assert(shown && shown.to - shown.from < 200, JSON.stringify(shown));
  await page.mouse.move(left + 201, top + 60);
  await drawn(page);
  assert(Math.abs(Number(await ask(page, (it) => it.cursor)) - Number(at)) <= 2);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.mouse.wheel(150, 0);
  await page.waitForFunction((from) => /** @type {any} */ (document.querySelector('eta-lab')).lab.zoom.from > from, shown.from);
  const moved = await part(page);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY > 50);
  assert.deepEqual(await part(page), moved);
  await close();
});

test('keys zoom and pan: plus, minus, 0, shift with arrows; the charts follow the cursor', async () => {
  const { page, lab, close } = await site.open();
  const plot = lab.locator('.accuracy .plot');
  await plot.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  // The first keys act when their code has come.
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.zoom?.to <= 100);
  assert.deepEqual(await part(page), { from: 0, to: 100 });
  await page.keyboard.press('Shift+ArrowRight');
  assert.deepEqual(await part(page), { from: 25, to: 125 });
  // The cursor enters at the visible edge, not where it was before.
  await page.keyboard.press('ArrowRight');
  assert.equal(await ask(page, (it) => it.cursor), 26);
  await page.keyboard.press('End');
  const last = await part(page);
  assert(last && last.to === 800 && last.from === 700);
  await page.keyboard.press('-');
  assert.deepEqual(await part(page), { from: 600, to: 800 });
  await page.keyboard.press('0');
  assert.equal(await part(page), null);
  // The keys work everywhere in the element but in text fields.
  await lab.getByRole('button', { name: 'New seed' }).focus();
  await page.keyboard.press('=');
  assert.notEqual(await part(page), null);
  await page.keyboard.press('0');
  await lab.locator('.fields').getByLabel('η₀').press('-');
  assert.equal(await part(page), null);
  await close();
});

test('two fingers zoom and pan the charts, one pans zoomed charts, and up and down still scrolls the page', async () => {
  const { page, lab, close } = await site.open('', { width: 390, height: 600 });
  const plot = lab.locator('.accuracy .plot');
  await plot.evaluate((it) => it.scrollIntoView({ block: 'center' }));
  const { left, top } = await axes(plot);
  const y = top + 50;
  const spread = [0, 1, 2, 3, 4, 5].map((i) => [
    { x: left + 120 - 15 * i, y },
    { x: left + 160 + 15 * i, y: y + 5 },
  ]);
  // The first touch loads the gestures and is already handled by them.
  await fingers(page, spread);
  const shown = await part(page);
  assert(shown && shown.to - shown.from > 100 && shown.to - shown.from < 500, JSON.stringify(shown));
  const together = [0, 1, 2, 3].map((i) => [
    { x: left + 80 + 10 * i, y },
    { x: left + 200 + 10 * i, y },
  ]);
  await fingers(page, together);
  const moved = await part(page);
  assert(moved && moved.from < shown.from - 10 && Math.abs(moved.to - moved.from - shown.to + shown.from) < 1, JSON.stringify(moved));
  const scrolled = await page.evaluate(() => scrollY);
  await fingers(
    page,
    [0, 1, 2, 3, 4, 5].map((i) => [{ x: left + 200 - 14 * i, y: y + i }]),
  );
  const panned = await part(page);
  assert(panned && panned.from > moved.from + 20 && Math.abs(panned.to - panned.from - moved.to + moved.from) < 1e-6);
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  await fingers(
    page,
    [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [{ x: left + 150, y: y - 14 * i }]),
  );
  await page.waitForFunction((before) => scrollY > before + 30, scrolled);
  assert.deepEqual(await part(page), panned);
  const back = lab.getByRole('button', { name: 'whole run' });
  const box = await back.boundingBox();
  assert(box && box.height >= 24 && box.width >= 24);
  await back.click();
  assert.equal(await part(page), null);
  await close();
});
