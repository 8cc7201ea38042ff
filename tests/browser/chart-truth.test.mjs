// What a chart shows is so, and it is hit where it is touched, whatever the page around it does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('a rate that is halved until nothing is left: the logarithmic axis shows it, and the constant beside it', async () => {
  const { page, lab, close } = await site.open('#steps=1100&schedule=exponential(rate=0.5, every=1)&schedule=constant');
  await lab.locator('.rate .switch input').click();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const columns = await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector('.rate canvas'));
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
    /** @type {Record<string, Set<number>>} */
    const found = { '194,84,0': new Set(), '0,114,178': new Set() };
    for (let i = 0; i < data.length; i += 4) found[data.slice(i, i + 3).join()]?.add((i / 4) % canvas.width);
    return Object.values(found).map(({ size }) => size);
  });
  for (const count of columns) assert(count > 300, columns.join());
  const knob = lab.locator('.knob.ring');
  await knob.focus();
  for (const key of ['End', 'End', 'Home', 'End']) await page.keyboard.press(key);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[0].lr === 1);
  await finished(page);
  assert.equal(await knob.getAttribute('aria-valuemax'), '1');
  assert.equal(await knob.getAttribute('aria-valuenow'), '1');
  assert.equal(await ask(page, (lab) => lab.run?.racers[0].lr), 1);
  await close();
});

/** What a page may do to an element. */
const pages = {
  'scaled to half': 'transform: scale(0.5)',
  'scaled unevenly': 'transform: scale(0.6, 1.3); transform-origin: 0 0',
  turned: 'transform: rotate(12deg) scale(0.7)',
  'turned and mirrored': 'transform: rotate(90deg) scale(-0.6, 0.6); transform-origin: 400px 300px',
  'zoomed by CSS': 'zoom: 0.6',
};

/** Where a place of the chart, in its own pixels, is on the screen: asked of an element that is put there. @param {Page} page */
const onScreen = (page, /** @type {string} */ chart, /** @type {number} */ x, /** @type {number} */ y) =>
  page.evaluate(
    ([chart, x, y]) => {
      const stage = /** @type {HTMLElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector(`${chart} .stage`));
      const dot = document.createElement('b');
      dot.style.cssText = `position: absolute; pointer-events: none; left: ${x}px; top: ${y}px`;
      stage.append(dot);
      const at = dot.getBoundingClientRect();
      dot.remove();
      return { x: at.x, y: at.y };
    },
    /** @type {const} */ ([chart, x, y]),
  );

/** The box of the axes, from the ticks' rule: 58 px at the left, 8 above, 42 below. @param {Page} page */
const plotSize = (page, /** @type {string} */ chart) =>
  page.evaluate((chart) => {
    const canvas = /** @type {HTMLElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector(`${chart} canvas`));
    return { width: Number.parseFloat(canvas.style.width), height: Number.parseFloat(canvas.style.height) };
  }, chart);

for (const [name, style] of Object.entries(pages)) {
  test(`pointer and chart agree in an element that is ${name}`, async () => {
    const { page, lab, close } = await site.open('#steps=400&schedule=step', { height: 900 });
    await page.evaluate((style) => {
      /** @type {HTMLElement} */ (document.querySelector('eta-lab')).style.cssText += style;
      window.scrollTo(0, 0);
    }, style);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const { width } = await plotSize(page, '.accuracy');

    // The hairline is under the pointer, and the update is that of the place.
    for (const x of [90, 300, 500]) {
      const at = await onScreen(page, '.accuracy', x, 60);
      await page.mouse.move(at.x, at.y);
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.cursor !== null);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const hair = await page.evaluate(() => {
        const hair = /** @type {HTMLElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector('.accuracy .hair'));
        return Number(/translate\(([\d.]+)px/.exec(hair.style.transform)?.[1]);
      });
      assert(Math.abs(hair - x) <= 2, `the hairline is at ${hair} for a pointer at ${x}`);
    }

    // A dragged range is what was dragged over.
    const [from, to] = [await onScreen(page, '.accuracy', 200, 60), await onScreen(page, '.accuracy', 400, 70)];
    await page.mouse.move(from.x, from.y);
    await page.waitForTimeout(300);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    const zoom = await ask(page, (lab) => lab.zoom);
    const share = (/** @type {number} */ x) => ((x - 58) / (width - 58 - 48)) * 400;
    assert(
      zoom && Math.abs(zoom.from - share(200)) < 6 && Math.abs(zoom.to - share(400)) < 6,
      JSON.stringify([zoom, share(200), share(400)]),
    );
    await page.keyboard.press('Escape');
    await ask(page, (lab) => {
      lab.zoom = null;
      lab.notify('zoom');
    });
    await finished(page);

    // A handle follows the pointer that took it anywhere on it.
    const knob = lab.locator('.knob.ring');
    const place = async () => {
      const transform = await knob.evaluate((element) => /** @type {HTMLElement} */ (element).style.transform);
      const [, x, y] = /translate\(([\d.]+)px, ([\d.]+)px\)/.exec(transform) ?? assert.fail(transform);
      return { x: Number(x), y: Number(y) };
    };
    const start = await place();
    const [taken, left] = [
      await onScreen(page, '.rate', start.x + 4, start.y + 3),
      await onScreen(page, '.rate', start.x + 4, start.y + 73),
    ];
    const before = (await ask(page, (lab) => lab.run?.racers[0].lr)) ?? 0;
    await page.mouse.move(taken.x, taken.y);
    await page.mouse.down();
    await page.mouse.move(left.x, left.y, { steps: 4 });
    await page.mouse.up();
    await finished(page);
    const after = (await ask(page, (lab) => lab.run?.racers[0].lr)) ?? 0;
    // η from −4 % to 106 % of the highest, over the box's 146 px.
    const wanted = before - (70 / 146) * 1.1 * before;
    assert(Math.abs(after - wanted) < 0.01 * before, `${after}, not ${wanted}`);
    await close();
  });
}

test('a stroke is drawn under the pointer in an element that is scaled and turned', async () => {
  const { page, lab, close } = await site.open('#steps=400&schedule=constant', { height: 900 });
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector('eta-lab')).style.cssText +=
      'transform: rotate(-8deg) scale(0.7); transform-origin: 0 200px';
    window.scrollTo(0, 0);
  });
  await lab.locator('button.draw').click();
  await lab.locator('.surface').waitFor();
  const { width } = await plotSize(page, '.rate');
  const [from, to] = [await onScreen(page, '.rate', 58, 40), await onScreen(page, '.rate', width - 80, 120)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.up();
  await finished(page);
  const drawn = await ask(page, (lab) => lab.run?.racers.find((racer) => racer.name === 'points')?.schedule);
  const [, first, last] = /^points\(0:([\d.]+), .*:([\d.]+)\)$/.exec(drawn ?? '') ?? assert.fail(drawn);
  const rate = (/** @type {number} */ y) => 0.5 * (1.06 - ((y - 8) / 146) * 1.1);
  assert(Math.abs(Number(first) - rate(40)) < 0.012 && Math.abs(Number(last) - rate(120)) < 0.012, `${drawn} ${rate(40)} ${rate(120)}`);
  await close();
});

for (const [name, hidden] of /** @type {const} */ ([
  ['in nothing', 'display: none'],
  ['in a width of nothing', 'width: 0; overflow: hidden; padding: 0'],
])) {
  test(`an element that stood ${name} is drawn and hit when it is shown`, async () => {
    const { page, close } = await site.open('#steps=400&schedule=step', { height: 900 });
    const style = (/** @type {string} */ text) =>
      page.evaluate((text) => {
        /** @type {HTMLElement} */ (document.querySelector('eta-lab')).style.cssText = text;
      }, text);
    await style(hidden);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await ask(page, (lab) => lab.edit('steps=300 schedule=cosine').then(() => null));
    await style('max-width: 700px');
    await finished(page);
    const { width } = await plotSize(page, '.accuracy');
    const real = await page.evaluate(() => document.querySelector('eta-lab')?.shadowRoot?.querySelector('.accuracy .plot')?.clientWidth);
    assert.equal(width, real);
    const at = await onScreen(page, '.accuracy', 58 + (width - 58 - 14) / 2, 60);
    await page.mouse.move(at.x, at.y);
    const cursor = (await ask(page, (lab) => lab.cursor)) ?? Number.NaN;
    assert(Math.abs(cursor - 150) <= 2, `${cursor}`);
    await close();
  });
}

test('after a change of the screen’s density the charts are as fine as the screen', async () => {
  const { page, close } = await site.open('#steps=100&schedule=cosine');
  const cdp = await page.context().newCDPSession(page);
  for (const [i, deviceScaleFactor] of [2, 1.5, 3, 1].entries()) {
    // The page is told of the density only when its height changes too; no chart's size does.
    await cdp.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 1001 + i, mobile: false, deviceScaleFactor });
    await page.waitForFunction((ratio) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector('.accuracy canvas'));
      return devicePixelRatio === ratio && canvas.width === Math.round(Number.parseFloat(canvas.style.width) * ratio);
    }, deviceScaleFactor);
  }
  await close();
});
