// Measures the letters of web/src/charts/letter-widths.js in Chromium, and prints its table: node build-scripts/lib/site/letter-widths.mjs
//
// The font is DejaVu Sans Bold (Debian's fonts-dejavu-core): names at line ends are bold, and of the fonts that the page asks for none is
// wider. So a text of any of them takes no more room than the table says.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const font = '600 12px "DejaVu Sans"';

/** The letters from space to tilde. */
export const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

/** Widths in tenths of a pixel, rounded up. @param {import('playwright-core').Page} page @returns {Promise<number[]>} */
export function measure(page) {
  return page.evaluate(
    ({ font, letters }) => {
      const ctx = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
      ctx.font = font;
      // A run of them, as a width alone may be rounded to a pixel.
      return letters.map((letter) => Math.ceil((ctx.measureText(letter.repeat(50)).width / 50) * 10 - 1e-3));
    },
    { font, letters },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  process.stdout.write(`${JSON.stringify(await measure(await browser.newPage()))}\n`);
  await browser.close();
}
