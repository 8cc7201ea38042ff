// Zoomed charts show everything at its update: handles, strokes, edits, epochs, drops.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';
import { drawn, near, part } from './zooming.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('in a zoomed chart handles are at their updates and can be dragged; those outside are hidden', async () => {
  const { page, lab, close } = await site.open();
  const plot = lab.locator('.rate .plot');
  await near(page, plot);
  await plot.focus();
  await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.setCursor(250));
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
  const { text, shown, end } = await ask(page, async (it) => ({
    text: it.run?.text ?? '',
    shown: it.zoom,
    end: (await it.curves[1].every(0, it.updates))?.findIndex((rate) => rate < 0.5) ?? -1,
  }));
  assert.deepEqual(shown, { from: 187.5, to: 387.5 });
  assert(end > 260 && end < 310, text);
  const now = await drop.boundingBox();
  assert(now && Math.abs(now.x + now.width / 2 - x - 90) < 4);
  // When a key moves it, the charts follow and it keeps the focus.
  await drop.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.waitForFunction((from) => /** @type {any} */ (document.querySelector('eta-lab')).lab.zoom.from > from, 187.5);
  assert.equal(await drop.evaluate((it) => it.matches(':focus')), true);
  await finished(page);
  await close();
});

test('a stroke over a zoomed chart changes the updates that it passes over and leaves the rest', async () => {
  const { page, lab, close } = await site.open('#steps=200&schedule=cosine&schedule=points(0:0.5, 100:0.4, 200:0.1)');
  await lab.getByRole('button', { name: 'Draw the rate' }).click();
  const surface = lab.locator('.surface');
  await surface.waitFor();
  await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.setCursor(50));
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
  const { rates, now } = await ask(page, async (it) => ({
    rates: Array.from((await it.curves[1].every(0, it.updates)) ?? []),
    now: it.zoom,
  }));
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

test('a zoomed range stays during edits, and is reset when the run is shorter; its words follow the language', async () => {
  const { page, lab, close } = await site.open();
  await lab.locator('.rate .plot').press('+');
  await lab.locator('.fields').getByLabel('η₀').fill('0.3');
  await page.waitForFunction(() => location.hash.includes('lr=0.3'));
  await finished(page);
  assert.deepEqual(await part(page), { from: 200, to: 600 });
  await lab.getByRole('button', { name: '中文' }).click();
  await lab.locator('.part span').filter({ hasText: '第 200–600 步，共 800 步' }).waitFor();
  await lab.getByRole('button', { name: '看全程' }).waitFor();
  await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.edit('steps=300 schedule=cosine'));
  await finished(page);
  assert.equal(await part(page), null);
  await lab.locator('.whole-run').waitFor({ state: 'hidden' });
  await close();
});

test('epochs are marked at the axis, and a hairline marks drops of the rate in the accuracy, at every zoom', async () => {
  const { page, lab, close } = await site.open();
  await lab.locator('.rate .plot').focus();
  /** Measures how much of the column of pixels at an update is drawn. @param {number} update */
  const inked = (update) =>
    page.evaluate(async (at) => {
      const { lab: state, shadowRoot } = /** @type {any} */ (document.querySelector('eta-lab'));
      const canvas = /** @type {HTMLCanvasElement} */ (shadowRoot.querySelector('.accuracy canvas'));
      const { from, to } = state.zoom ?? { from: 0, to: state.updates };
      state.setCursor(at);
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
      await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.setCursor(240));
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
    ['epoch', '2', '3'].every((text) => texts.includes(text)),
    texts.join(),
  );
  assert.match((await lab.locator('.rate [id$=summary]').textContent()) ?? '', /Step from 0\.5 to .* with drops at update 250, 500, 750;/);
  await close();
});
