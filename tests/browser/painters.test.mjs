// Both painters paint the same: figures on a canvas and as SVG in Chromium, pixel by pixel; and what is planted is found.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { letters, measure } from '../../build-scripts/lib/site/letter-widths.mjs';
import { layOut } from '../../web/src/charts/layout.js';
import { textWidth, widths } from '../../web/src/charts/letter-widths.js';
import { paintSvg } from '../../web/src/charts/svg-painter.js';
import { markup } from '../../web/src/ui/markup.js';
import { root } from './page.mjs';
import { figures } from './ten-figures.mjs';

/** @typedef {import('../../web/src/charts/figure-data.js').FigureData} FigureData */
/** @typedef {{ figure: FigureData, width: number, height: number }} Sheet */

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
before(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { paintCanvas } from './charts/canvas-painter.js';
        export { layOut } from './charts/layout.js';
        export { lightColours, paintSvg } from './charts/svg-painter.js';
        export { grow, markup } from './ui/markup.js';`,
      resolveDir: `${root}web/src`,
    },
    bundle: true,
    write: false,
    globalName: 'painters',
  });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage({ viewport: { width: 760, height: 240 } });
  await page.setContent('<!doctype html><style>body { margin: 0; font-family: "DejaVu Sans" } svg, canvas { display: block }</style>');
  await page.addScriptTag({ content: outputFiles[0].text });
});
after(() => browser.close());

/** @param {'canvas' | 'svg'} painter @param {Sheet} sheet @param {boolean} [fluid] @returns {Promise<string>} a picture, in base64 */
async function paint(painter, { figure, width, height }, fluid = false) {
  await page.evaluate(
    ([painter, figure, size, fluid]) => {
      const { layOut, paintCanvas, paintSvg, grow, lightColours } = /** @type {any} */ (window).painters;
      const layout = layOut(figure, size);
      // Dark enough to be missed.
      const colours = { ...lightColours, hairline: '#99a', font: '"DejaVu Sans"' };
      const canvas = document.createElement('canvas');
      if (painter === 'canvas') paintCanvas(canvas, layout, colours, devicePixelRatio);
      const host = document.createElement('div');
      if (fluid) {
        const { left, top, width, height } = layout.box;
        host.style.cssText = `position: absolute; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`;
      }
      host.append(painter === 'canvas' ? canvas : grow(paintSvg(layout, '', { fluid, colours })));
      document.body.replaceChildren(host);
    },
    /** @type {const} */ ([painter, figure, { width, height }, fluid]),
  );
  return (await page.screenshot({ clip: { x: 0, y: 0, width, height } })).toString('base64');
}

/** A pixel that differs by more than this of 255 in a colour is another one: edges are smoothed alike, and letters stand alike but for a quarter of a pixel. */
const shade = 48;
/** So many pixels may be: the least thing that is planted below makes more than twice as many. */
const most = 30;

/** How many pixels differ. @param {string} a @param {string} b */
const differing = (a, b) =>
  page.evaluate(
    async ([pictures, shade]) => {
      const [one, other] = await Promise.all(
        pictures.map(async (picture) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
          const ctx = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext('2d'));
          ctx.drawImage(image, 0, 0);
          return ctx.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      let count = 0;
      for (let i = 0; i < one.length; i += 4) if ([0, 1, 2].some((k) => Math.abs(one[i + k] - other[i + k]) > shade)) count += 1;
      return count;
    },
    /** @type {const} */ ([[a, b], shade]),
  );

for (const [name, sheet] of Object.entries(figures)) {
  test(`both painters: ${name}`, async () => {
    const onCanvas = await paint('canvas', sheet);
    const count = await differing(onCanvas, await paint('svg', sheet));
    assert(count <= most, `${count} pixels differ`);
    const empty = await paint('canvas', { ...sheet, figure: { ...sheet.figure, lines: [], marks: [], labels: [], rules: [], epochs: [] } });
    assert((await differing(onCanvas, empty)) > most, 'something is drawn');
  });
}

test('plain data: written as JSON and read again, or cloned, it paints the same', async () => {
  for (const sheet of Object.values(figures)) {
    const painted = await paint('svg', sheet);
    for (const copy of [JSON.parse(JSON.stringify(sheet)), structuredClone(sheet)]) {
      assert.deepEqual(copy, sheet);
      assert.equal(await differing(painted, await paint('svg', copy)), 0);
    }
  }
});

test('the SVG is the same text in Node and in the browser, in tenths of a pixel', async () => {
  for (const [name, { figure, ...size }] of Object.entries(figures)) {
    const here = markup(paintSvg(layOut(figure, size), name));
    const there = await page.evaluate(
      ([figure, size, name]) => {
        const { layOut, markup, paintSvg } = /** @type {any} */ (window).painters;
        return markup(paintSvg(layOut(figure, size), name));
      },
      /** @type {const} */ ([figure, size, name]),
    );
    assert.equal(there, here);
    assert(!/\d\.\d\d/.test(here.replaceAll(/ (fill|stroke)-opacity="[^"]*"|>[^<]*</g, '')), name);
  }
});

/** What is wrong with a figure, each by itself. @type {Record<string, (figure: FigureData) => void>} */
const plants = {
  'another dash': ({ lines }) => {
    lines[1].dash = [8, 3];
  },
  'another colour': ({ lines }) => {
    lines[1].ink = 'racer-4';
  },
  'a thinner line': ({ lines }) => {
    lines[1].width = 1.5;
  },
  'a name 2 px lower': (figure) => {
    figure.labels[0].y -= (2 / 146) * 0.55;
  },
  'no tick under the axis': (figure) => {
    figure.xTicks.splice(2, 1);
  },
  'no tick beside the axis': (figure) => {
    figure.yTicks.splice(1, 1);
  },
  'a line 1 px higher': ({ lines }) => {
    lines[1].points.y = lines[1].points.y.map((y) => y && y + 0.55 / 146);
  },
};

for (const [name, plant] of Object.entries(plants)) {
  test(`what is planted is found: ${name}`, async () => {
    const sheet = figures['step lines and names'];
    const wrong = structuredClone(sheet);
    plant(wrong.figure);
    const [before, after] = [await paint('canvas', sheet), await paint('svg', wrong)];
    const count = await differing(before, after);
    assert(count > 2 * most, `${count} pixels differ`);
  });
}

test('a fluid drawing as large as the layout is the same, and keeps its margins when it is larger', async () => {
  for (const [name, sheet] of Object.entries(figures)) {
    const count = await differing(await paint('svg', sheet), await paint('svg', sheet, true));
    assert(count <= most, `${name}: ${count} pixels differ`);
  }
});

test('the widths of letters are those of the font that Debian has, and a text is never wider than it is taken to be', async () => {
  assert.deepEqual(await measure(page), widths);
  assert.equal(widths.length, letters.length);
  const texts = ['Constant', 'Warm-up → cosine', 'η = 0.5', '10⁻⁶', '恒定 2', '93.4\u00a0%', 'A…'];
  const real = await page.evaluate((texts) => {
    const ctx = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    ctx.font = '600 12px "DejaVu Sans"';
    return texts.map((text) => ctx.measureText(text).width);
  }, texts);
  texts.forEach((text, i) => {
    assert(textWidth(text) >= real[i] - 0.5 && textWidth(text) < real[i] + 10, `${text}: ${textWidth(text)} and ${real[i]}`);
  });
});
