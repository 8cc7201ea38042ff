// What a chart shows is so, and it is hit where it is touched, whatever the page around it does.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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
  // The page may bring the charts into view.
  await page.waitForTimeout(600);
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
    // The handle of the cosine's last rate is at the right end of the axis.
    const right = await page
      .locator('eta-lab .knob.square')
      .evaluate((knob) => Number(/translate\(([\d.]+)px/.exec(/** @type {HTMLElement} */ (knob).style.transform)?.[1]));
    const at = await onScreen(page, '.accuracy', (58 + right) / 2, 60);
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

/** Counts the pixels of a chart that have a racer's colour. @param {Page} page */
const painted = (page, /** @type {string} */ chart, /** @type {string} */ colour) =>
  page.evaluate(
    ([chart, colour]) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector(`${chart} canvas`));
      const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(canvas.width, canvas.height).getContext('2d'));
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) if (data.slice(i, i + 3).join() === colour) count += 1;
      return count;
    },
    [chart, colour],
  );

test('one measurement is a dot, and no sentence speaks of updates that were not done', async () => {
  const { page, lab, close } = await site.open('#data=moons&hidden=8&steps=400&evaluate=100%&schedule=constant');
  assert((await painted(page, '.accuracy', '194,84,0')) > 12);
  await ask(page, (lab) => lab.edit('data=moons hidden=8 steps=400 evaluate=100% stop=updates(10) schedule=constant').then(() => null));
  await finished(page);
  assert((await painted(page, '.accuracy', '194,84,0')) > 12);
  const summary = await lab.locator('.accuracy .unseen').first().textContent();
  assert.match(summary ?? '', /after 10 updates/);
  assert.doesNotMatch((await lab.locator('.ends, .unseen').allTextContents()).join(' '), /after 400 updates/);
  await close();
});

test('the result of early stopping is that of the weights it put back: in the table, the gaps and the sentences, as in the digits', async () => {
  const { page, lab, close } = await site.open('#experiment=generalise');
  await lab.locator('.gaps tbody tr').nth(3).waitFor();
  await lab.locator('.model select').selectOption('4');
  const restored = await ask(page, (lab) => lab.state(4)?.restored ?? -1);
  assert(restored > 0);
  const misread = await lab
    .locator('.digits')
    .locator('xpath=..')
    .getByText(/\d+ of 500 misread/)
    .textContent();
  const share = `${(100 - Number(/\d+/.exec(misread ?? '')?.[0]) / 5).toFixed(1)}\u00a0%`;
  const note = `(restored, update ${restored})`;
  const row = await lab.locator('.racer').nth(3).locator('.median').textContent();
  assert.equal(row, `${share} ${note}`);
  assert.equal(await lab.locator('.racer').nth(3).locator('.spread').textContent(), '–');
  const gaps = await lab.locator('.gaps tbody tr').nth(3).locator('th, td').allTextContents();
  assert(gaps[0].includes(note));
  assert.equal(gaps[2], share);
  const summary = await lab.locator('.accuracy > .unseen').textContent();
  assert(summary?.includes(`${share} ${note}`), summary ?? '');
  await close();
});

/** The numbers beside a chart's axis, as they are painted. @param {Page} page */
const axis = (page, /** @type {string} */ chart) =>
  page.evaluate((chart) => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector(`${chart} canvas`));
    const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(50, canvas.height).getContext('2d'));
    copy.drawImage(canvas, 0, 0);
    return copy.getImageData(0, 0, 50, canvas.height - 44).data.join();
  }, chart);

test('an axis stays while one drags, that of the rate but grows, and both settle afterwards', async () => {
  const { page, lab, close } = await site.open('#lr=0.5&schedule=constant&schedule=cosine', { height: 900 });
  const shown = async (/** @type {[number, number]} */ between) => {
    await page.waitForFunction(([low, high]) => {
      const { lr } = /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[0];
      return low < lr && lr < high;
    }, between);
    // The race of the run is displayed, though the drag goes on.
    await page.waitForFunction(() => {
      const { lab } = /** @type {any} */ (document.querySelector('eta-lab'));
      return lab.displayed === lab.race && lab.race.run.text === lab.run.text && lab.trained === 800;
    });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  };
  const before = { accuracy: await axis(page, '.accuracy'), rate: await axis(page, '.rate') };
  const knob = await lab.locator('.knob.ring').boundingBox();
  assert(knob);
  const [x, y] = [knob.x + 12, knob.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 125, { steps: 3 });
  await shown([0, 0.1]);
  assert.equal(await axis(page, '.accuracy'), before.accuracy);
  assert.equal(await axis(page, '.rate'), before.rate);
  // Above its top the rate's axis grows, and stays so.
  await page.mouse.move(x, y - 130, { steps: 3 });
  await shown([0.9, Infinity]);
  assert.equal(await axis(page, '.accuracy'), before.accuracy);
  const grown = await axis(page, '.rate');
  assert.notEqual(grown, before.rate);
  await page.mouse.move(x, y + 125, { steps: 3 });
  await shown([0, 0.1]);
  assert.equal(await axis(page, '.rate'), grown);
  await page.mouse.up();
  await finished(page);
  assert.notEqual(await axis(page, '.accuracy'), before.accuracy);
  assert.notEqual(await axis(page, '.rate'), grown);
  await close();
});

for (const width of [1280, 390]) {
  test(`no two handles overlap, and axe finds each large enough: ${width} px`, async () => {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const { page, lab, close } = await site.open('', { width });
    await page.evaluate(`${source}; 0`);
    const race =
      'schedule=constant(0.2) schedule=constant(0.1) schedule=constant(0.09) schedule=points(0:0.5, 20:0.4, 40:0.42, 800:0) schedule=step';
    for (const run of [race, 'schedule=constant(0.8) schedule=constant(0.4) schedule=constant(0.2) schedule=constant(0.1)']) {
      await page.evaluate((run) => /** @type {any} */ (document.querySelector('eta-lab')).lab.edit(run), run);
      await finished(page);
      const boxes = await lab.locator('.knob:visible').evaluateAll((knobs) => knobs.map((knob) => knob.getBoundingClientRect().toJSON()));
      assert(boxes.length >= 4);
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(0, i)) assert(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) >= 23.9, JSON.stringify([a, b]));
      });
      const violations = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { runOnly: ['target-size'] }));
      assert.deepEqual(
        violations.violations.flatMap((/** @type {any} */ { nodes }) => nodes.map((/** @type {any} */ { html }) => html)),
        [],
      );
    }
    await close();
  });
}

/** An article whose second element is far below, with a picture inside it or without. @param {string} inside @param {string} [attributes] */
const article = (inside, attributes = '') =>
  `<!doctype html><p>one</p><eta-lab run="steps=100 schedule=constant schedule=cosine" lang="en"></eta-lab><div style="height: 6000px"></div>
   <eta-lab run="steps=100 schedule=linear" lang="en" ${attributes}>${inside}</eta-lab><p>end</p><script src="/etalab.js"></script>`;

test('on paper an element that never ran has the picture inside it, else its run and its address, and afterwards its charts', async () => {
  for (const inside of ['<svg width="90" height="60"><rect width="90" height="60"/></svg>', '']) {
    const context = await site.browser.newContext({ viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.route('**/article.html', (route) => route.fulfill({ contentType: 'text/html', body: article(inside) }));
    await page.goto(`${site.origin}/article.html`);
    await page.waitForFunction(() => Array.from(document.querySelectorAll('eta-lab')).every((each) => /** @type {any} */ (each).lab?.run));
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.trained === 100);
    await page.waitForTimeout(500);
    const second = page.locator('eta-lab').nth(1);
    assert.equal(await second.evaluate((element) => /** @type {any} */ (element).lab.trained), 0);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('eta-lab').first().locator('.paper').count(), 0);
    assert.equal(await second.locator('.accuracy').isVisible(), false);
    if (inside) assert((await second.locator('svg rect').boundingBox())?.width === 90);
    else assert.match((await second.locator('.paper').textContent()) ?? '', /steps=100 schedule=linear.*article\.html/s);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await second.locator('.paper').count(), 0);
    await second.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelectorAll('eta-lab')[1]).lab.trained === 100);
    assert(await second.locator('.accuracy').isVisible());
    await context.close();
  }
});

test('on A4 a chart is as wide as the paper: its names are whole', async () => {
  const { page, close } = await site.open('', { width: 1280 });
  await page.emulateMedia({ media: 'print' });
  const fits = await page.evaluate(() => {
    const root = document.querySelector('eta-lab')?.shadowRoot;
    const plots = Array.from(root?.querySelectorAll('.charts .plot') ?? []);
    // The paper is narrower than the screen, and no chart is drawn anew for it.
    return plots.map((plot) => {
      /** @type {HTMLElement} */ (plot).style.width = '400px';
      const canvas = /** @type {HTMLElement} */ (plot.querySelector('canvas'));
      const style = getComputedStyle(canvas);
      return [canvas.getBoundingClientRect().width, style.objectFit];
    });
  });
  for (const fit of fits) assert.deepEqual(fit, [400, 'contain']);
  for (const selector of ['.model', 'figure.chart', 'tr.racer']) {
    const breaks = await page
      .locator(`eta-lab ${selector}`)
      .first()
      .evaluate((element) => getComputedStyle(element).breakInside);
    assert.equal(breaks, 'avoid', selector);
  }
  await close();
});
