// The first two seconds: live charts replace the picture without a shift, and the race plays once by itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Keeps in every frame where the charts stand: in the page itself, in the element before they are drawn, and drawn; and every shift. */
function watchPlaces() {
  const seen = /** @type {any} */ (window);
  Object.assign(seen, { places: {}, shifts: [] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = /** @type {any} */ (entry);
      for (const { node, previousRect: from, currentRect: to } of sources)
        seen.shifts.push(
          `${value} ${node?.nodeName ?? '?'}: ${from.x},${from.y} ${from.width}x${from.height} -> ${to.x},${to.y} ${to.width}x${to.height}`,
        );
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const record = () => {
    const root = document.querySelector('eta-lab')?.shadowRoot;
    const all = {
      still: document.querySelectorAll('.still .drawing'),
      between: root?.querySelectorAll('.charts .drawing') ?? [],
      live: root?.querySelectorAll('.charts > .rate .plot, .charts > .accuracy .plot') ?? [],
    };
    for (const [name, elements] of Object.entries(all)) {
      const boxes = Array.from(elements, (element) => element.getBoundingClientRect().toJSON()).filter(({ width }) => width > 0);
      // One chart is drawn in each frame, so the places of each kind are recorded for both.
      if (boxes.length > 0 && boxes.length >= (seen.places[name]?.length ?? 0)) seen.places[name] = boxes;
    }
    requestAnimationFrame(record);
  };
  requestAnimationFrame(record);
}

for (const width of [320, 390, 768, 1280]) {
  for (const language of ['en', 'zh']) {
    test(`live charts replace the picture without a shift: ${width} px, ${language}`, async () => {
      const slow = { 'page.js': 500, 'eta.wasm': 700 };
      const { page, lab, close } = await site.open(`#lang=${language}`, { width, language, slow, first: watchPlaces });
      await page.waitForTimeout(300);
      assert.equal(await lab.locator('.charts .drawing').count(), 0);
      const { places, shifts } = await page.evaluate(() => ({
        places: /** @type {any} */ (window).places,
        shifts: /** @type {any} */ (window).shifts,
      }));
      // Before the script knows the reader's language, the page has its own.
      if (language === 'en') near(places.still, places.live);
      near(places.between, places.live);
      assert.deepEqual(shifts, []);
      await close();
    });
  }
}

for (const [language, width] of /** @type {[string, number][]} */ ([
  ['en', 390],
  ['en', 1280],
  ['zh', 390],
]))
  test(`nothing moves when the race begins, plays, and ends, on a slow machine: ${width} px, ${language}`, async () => {
    const { page, lab, close } = await site.open(`#lang=${language}`, {
      width,
      language,
      motion: true,
      first: watchPlaces,
      wait: false,
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab?.playing);
    await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector('eta-lab')).lab.playing));
    await lab.locator('td.median', { hasText: '94.6' }).waitFor();
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).shifts), []);
    await close();
  });

/** @typedef {{ x: number, y: number, width: number, height: number } | null} Box */

/** @param {Box[]} some @param {Box[]} others */
function near(some, others) {
  assert.equal(some.length, 2);
  assert.equal(others.length, 2);
  some.forEach((box, i) => {
    const other = others[i];
    assert(box && other);
    for (const key of /** @type {const} */ (['x', 'y', 'width', 'height'])) {
      assert(Math.abs(box[key] - other[key]) <= 1, `${key} of chart ${i + 1}: ${box[key]} and then ${other[key]}`);
    }
  });
}

test('the race plays once when it becomes visible, in about six seconds', async () => {
  const { page, close } = await site.open('', {
    motion: true,
    first: () => {
      const seen = /** @type {any} */ (window);
      seen.frames = [];
      const record = (/** @type {number} */ now) => {
        const { lab } = /** @type {any} */ (document.querySelector('eta-lab')) ?? {};
        if (lab?.playing) seen.frames.push([now, lab.playhead]);
        requestAnimationFrame(record);
      };
      requestAnimationFrame(record);
    },
  });
  await page.waitForFunction(
    () => /** @type {any} */ (window).frames.length > 0 && !(/** @type {any} */ (document.querySelector('eta-lab')).lab.playing),
  );
  const frames = await page.evaluate(() => /** @type {any} */ (window).frames);
  const [[begun, first], [ended, last]] = [frames[0], frames[frames.length - 1]];
  assert(first < 40, `begins at update ${first}`);
  assert(last > 760 && last <= 800, `is last seen at update ${last}`);
  const seconds = (ended - begun) / 1000;
  assert(seconds > 5 && seconds < 15, `${seconds} s`);
  assert.equal(await ask(page, (lab) => lab.update), 800);
  // Scrolled out of view and back, it does not play again.
  await page.setViewportSize({ width: 1280, height: 200 });
  await page.mouse.wheel(0, 3000);
  await page.waitForTimeout(300);
  await page.mouse.wheel(0, -3000);
  await page.waitForTimeout(500);
  assert.equal((await page.evaluate(() => /** @type {any} */ (window).frames)).length, frames.length);
  await close();
});

test('with reduced motion the finished run is shown', async () => {
  const { page, close } = await site.open('');
  await page.waitForTimeout(800);
  assert.deepEqual(await ask(page, (lab) => [lab.playing, lab.update]), [false, 800]);
  await close();
});

test('autoplay does not interrupt a reader', async () => {
  const { page, lab, close } = await site.open('', { motion: true, wait: false, slow: { 'eta.wasm': 2500 } });
  await lab.getByRole('button', { name: 'More' }).click();
  await finished(page);
  await page.waitForTimeout(500);
  assert.deepEqual(await ask(page, (lab) => [lab.playing, lab.update]), [false, 800]);
  await close();
});

test('where the module cannot be loaded the picture stays, and a sentence says why', async () => {
  const { page, lab, close } = await site.open('', { without: 'eta.wasm' });
  await lab.locator('.fault').getByText('eta.wasm failed to load').waitFor();
  assert.equal(await lab.locator('.still .picture').filter({ visible: true }).count(), 2);
  assert(await lab.locator('.still table').filter({ visible: true }).isVisible());
  await lab.getByRole('button', { name: '中文' }).click();
  await lab.locator('.fault').getByText('eta.wasm 加载失败').waitFor();
  assert.equal(await page.locator('.still').filter({ visible: true }).getAttribute('lang'), 'zh');
  await close();
});
