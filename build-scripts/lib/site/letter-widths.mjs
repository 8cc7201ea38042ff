// Measures the letters of web/src/charts/letter-widths.js in Chromium, and prints its table: node build-scripts/lib/site/letter-widths.mjs
//
// The font is DejaVu Sans Bold (Debian's fonts-dejavu-core): names at line ends are bold, and none of the page's fonts is wider. So the
// table is an upper bound for all of them.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const font = '600 12px "DejaVu Sans"';

/** The table covers the letters from space to tilde. */
export const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

/** Measures widths in tenths of a pixel, rounded up. @param {import('playwright-core').Page} page @returns {Promise<number[]>} */
export function measure(page) {
  return page.evaluate(
    ({ font, letters }) => {
      const ctx = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
      ctx.font = font;
      // Many equal letters are measured, because a single width may be rounded to a pixel.
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
