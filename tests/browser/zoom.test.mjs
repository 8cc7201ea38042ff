// Zooming the charts and back: by mouse, wheel, fingers and keys; and that all that stands on them stands right.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const part = (/** @type {Page} */ page) => ask(page, (lab) => lab.part);
const drawn = (/** @type {Page} */ page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));
/** Where the plot's axes begin, and how wide they are, in pixels of the screen. @param {Locator} plot */
async function axes(plot) {
  const box = await plot.boundingBox();
  assert(box !== null);
  return { left: box.x + 58, width: box.width - 58, top: box.y + 8, height: box.height - 34, right: box.x + box.width };
}
/** The pointer comes near, which fetches what zooms. @param {Page} page @param {Locator} plot */
async function near(page, plot) {
  const came = page.waitForResponse((response) => response.url().includes('gestures'));
  await plot.hover({ position: { x: 200, y: 60 } });
  await came;
  await page.waitForTimeout(100);
}
/** Fingers by the browser's own protocol; each step says where every one is. @param {Page} page @param {{ x: number, y: number }[][]} steps */
async function fingers(page, steps) {
  const session = await page.context().newCDPSession(page);
  for (const [i, places] of steps.entries()) {
    const touchPoints = places.map(({ x, y }, id) => ({ x, y, id }));
    await session.send('Input.dispatchTouchEvent', { type: i === 0 ? 'touchStart' : 'touchMove', touchPoints });
    if (i === 0) await page.waitForTimeout(150);
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

test('a range dragged with the mouse is what all charts show, said in words; a button goes back', async () => {
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
  const status = lab.locator('.part [role=status]');
  const [from, to] = [Math.round(shown.from), Math.round(shown.to)];
  await status.filter({ hasText: `updates ${from}–${to} of 800` }).waitFor();
  // The cursor stands at the update that it says, in every chart.
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

test('a click, a short drag and Escape zoom nothing; twice pressed, the whole run; shift moves', async () => {
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

test('the wheel with ctrl zooms at the pointer, sideways it moves, plain it scrolls the page', async () => {
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
  await page.waitForFunction((from) => /** @type {any} */ (document.querySelector('eta-lab')).lab.part.from > from, shown.from);
  const moved = await part(page);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY > 50);
  assert.deepEqual(await part(page), moved);
  await close();
});

test('by keys: plus, minus, 0, shift with arrows; the cursor takes the charts along', async () => {
  const { page, lab, close } = await site.open();
  const plot = lab.locator('.accuracy .plot');
  await plot.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  assert.deepEqual(await part(page), { from: 0, to: 100 });
  await page.keyboard.press('Shift+ArrowRight');
  assert.deepEqual(await part(page), { from: 25, to: 125 });
  // From the edge that is seen, not from where the cursor was.
  await page.keyboard.press('ArrowRight');
  assert.equal(await ask(page, (it) => it.cursor), 26);
  await page.keyboard.press('End');
  const last = await part(page);
  assert(last && last.to === 800 && last.from === 700);
  await page.keyboard.press('-');
  assert.deepEqual(await part(page), { from: 600, to: 800 });
  await page.keyboard.press('0');
  assert.equal(await part(page), null);
  // Anywhere in the element; but not where one writes.
  await lab.getByRole('button', { name: 'New seed' }).focus();
  await page.keyboard.press('=');
  assert.notEqual(await part(page), null);
  await page.keyboard.press('0');
  await lab.locator('.fields').getByLabel('η₀').press('-');
  assert.equal(await part(page), null);
  await close();
});

test('two fingers spread and move the charts, one moves what is zoomed, and up and down still scrolls the page', async () => {
  const { page, lab, close } = await site.open('', { width: 390, height: 600 });
  const plot = lab.locator('.accuracy .plot');
  await plot.evaluate((it) => it.scrollIntoView({ block: 'center' }));
  const { left, top } = await axes(plot);
  const y = top + 50;
  const spread = [0, 1, 2, 3, 4, 5].map((i) => [
    { x: left + 120 - 15 * i, y },
    { x: left + 160 + 15 * i, y: y + 5 },
  ]);
  // The first touch fetches what zooms, and is already one of those that do.
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

test('in a zoomed chart handles stand at their updates and are dragged; those elsewhere wait', async () => {
  const { page, lab, close } = await site.open();
  const plot = lab.locator('.rate .plot');
  await near(page, plot);
  await plot.focus();
  await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.point(250));
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await drawn(page);
  assert.deepEqual(await part(page), { from: 187.5, to: 387.5 });
  const drop = lab.getByRole('slider', { name: /^Step: .*,/ });
  assert(await lab.getByRole('slider', { name: 'η₀', exact: true, includeHidden: true }).isHidden());
  const box = await drop.boundingBox();
  const hair = await lab.locator('.rate .hair').boundingBox();
  assert(box && hair && Math.abs(box.x + box.width / 2 - hair.x) < 1.5);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 90, y - 30, { steps: 5 });
  await page.mouse.up();
  await finished(page);
  const { text, shown, end } = await ask(page, (it) => ({
    text: it.run?.text ?? '',
    shown: it.part,
    end: it.curves[1].findIndex((rate) => rate < 0.5),
  }));
  assert.deepEqual(shown, { from: 187.5, to: 387.5 });
  assert(end > 260 && end < 310, text);
  const now = await drop.boundingBox();
  assert(now && Math.abs(now.x + now.width / 2 - x - 90) < 4);
  // By keys it takes the charts along and keeps the focus.
  await drop.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.waitForFunction((from) => /** @type {any} */ (document.querySelector('eta-lab')).lab.part.from > from, 187.5);
  assert.equal(await drop.evaluate((it) => it.matches(':focus')), true);
  await finished(page);
  await close();
});

test('a stroke over a zoomed chart changes the part that it passes over and leaves the rest', async () => {
  const { page, lab, close } = await site.open('#steps=200&schedule=cosine&schedule=points(0:0.5, 100:0.4, 200:0.1)');
  await lab.getByRole('button', { name: 'Draw the rate' }).click();
  const surface = lab.locator('.surface');
  await surface.waitFor();
  await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.point(50));
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await drawn(page);
  const shown = await part(page);
  assert.deepEqual(shown, { from: 37.5, to: 87.5 });
  const box = await surface.boundingBox();
  assert(box);
  await page.mouse.move(box.x + 200, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 120, { steps: 8 });
  await page.mouse.up();
  await finished(page);
  const { rates, now } = await ask(page, (it) => ({ rates: Array.from(it.curves[1]), now: it.part }));
  assert.deepEqual(now, shown);
  for (const [t, rate] of /** @type {const} */ ([
    [0, 0.5],
    [30, 0.47],
    [100, 0.4],
    [150, 0.25],
    [199, 0.103],
  ]))
    assert(Math.abs(rates[t] - rate) < 0.012, `${t}: ${rates[t]}, not ${rate}`);
  assert(rates[55] < 0.2 && rates[60] < 0.2, `${rates[55]} ${rates[60]}`);
  await close();
});

test('a part stays while one edits, and is given up where the run is shorter; the words follow the language', async () => {
  const { page, lab, close } = await site.open();
  await page.keyboard.press('+');
  await lab.locator('.fields').getByLabel('η₀').fill('0.3');
  await page.waitForFunction(() => location.hash.includes('lr=0.3'));
  await finished(page);
  assert.deepEqual(await part(page), { from: 200, to: 600 });
  await lab.getByRole('button', { name: '中文' }).click();
  await lab.locator('.part [role=status]').filter({ hasText: '更新 200–600，共 800 次' }).waitFor();
  await lab.getByRole('button', { name: '看全程' }).waitFor();
  await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.edit('steps=300 schedule=cosine'));
  await finished(page);
  assert.equal(await part(page), null);
  await lab.locator('.whole-run').waitFor({ state: 'hidden' });
  await close();
});

test('epochs are written at the axis, and where the rate drops a hairline goes through the accuracy, at every zoom', async () => {
  const { page, lab, close } = await site.open();
  /** How much of the column of pixels at an update is drawn. @param {number} update */
  const inked = (update) =>
    page.evaluate(async (at) => {
      const { lab: state, shadowRoot } = /** @type {any} */ (document.querySelector('eta-lab'));
      const canvas = /** @type {HTMLCanvasElement} */ (shadowRoot.querySelector('.accuracy canvas'));
      const { from, to } = state.part ?? { from: 0, to: state.updates };
      state.point(at);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const { x } = shadowRoot.querySelector('.accuracy .hair').getBoundingClientRect();
      const left = Math.round(x - canvas.getBoundingClientRect().left);
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext('2d', { willReadFrequently: true }));
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(left - 1, 8, 3, 140);
      const rows = Array.from({ length: 140 }, (_, y) => [0, 1, 2].some((column) => data[4 * (3 * y + column) + 3] > 60));
      return { part: [from, to], rows: rows.filter(Boolean).length };
    }, update);
  for (const wait of [false, true]) {
    if (wait) {
      await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.point(240));
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await drawn(page);
    }
    const [drop, beside] = [await inked(250), await inked(225)];
    assert(drop.rows > 70 && beside.rows < 50, JSON.stringify({ drop, beside }));
  }
  await page.keyboard.press('0');
  await page.evaluate(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    const drawnTexts = new Set();
    Object.assign(globalThis, { drawnTexts });
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
      drawnTexts.add(text);
      fillText.call(this, text, x, y);
    };
  });
  await page.keyboard.press('+');
  await drawn(page);
  const texts = await page.evaluate(() => [.../** @type {any} */ (globalThis).drawnTexts]);
  assert(
    texts.some((text) => /^epoch [12]$/.test(text)),
    texts.join(),
  );
  assert.match((await lab.locator('.rate [id$=summary]').textContent()) ?? '', /Step from 0\.5 to .* with drops at update 250, 500, 750;/);
  await close();
});
