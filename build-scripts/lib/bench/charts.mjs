// Measures milliseconds from frame to frame while a race of a million updates is moved and zoomed in Chromium: build-scripts/bench charts
//
// Three racers of 10⁶ updates are trained first, and all charts are open. `work` is what the page's own thread does in a frame;
// `frame` is the time between two frames, which is the display's 16.7 ms where nothing stutters.
import { onSite } from './on-site.mjs';
import { quantile } from './quantile.mjs';

const run = '#data=xor&hidden=2&batch=1&steps=1000000&evaluate=100&lr=0.05&schedule=constant&schedule=step(factor=0.5)&schedule=cosine';
const frames = 120;

/**
 * Draws `frames` frames in the page; before each the charts show another part.
 * @param {{ frames: number, length: number, zooms: boolean }} how
 * @returns {Promise<{ frame: number[], work: number[] }>}
 */
async function move({ frames, length, zooms }) {
  const { lab } = /** @type {any} */ (document.querySelector('eta-lab'));
  const next = () => new Promise((done) => requestAnimationFrame(done));
  const result = { frame: /** @type {number[]} */ ([]), work: /** @type {number[]} */ ([]) };
  let before = await next();
  for (let i = 0; i < frames; i++) {
    const size = zooms ? lab.updates * (8 / lab.updates) ** (i / frames) : length;
    const from = ((lab.updates - size) * i) / frames;
    lab.zoom = { from, to: from + size };
    const start = performance.now();
    lab.notify('zoom');
    // The lab draws in the frame that it requested; this callback runs after it, in the same frame.
    const now = await new Promise((done) => requestAnimationFrame(done));
    result.work.push(performance.now() - Math.max(start, now));
    result.frame.push(now - before);
    before = now;
  }
  return result;
}

await onSite('charts.mjs', async (browser, origin) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: 'en', reducedMotion: 'reduce' });
  await page.goto(`${origin}/${run}`);
  await page.locator('eta-lab .more-button').click();
  await page.waitForFunction(
    () => {
      const { lab } = /** @type {any} */ (document.querySelector('eta-lab'));
      return lab?.run && lab.trained === lab.updates;
    },
    null,
    { timeout: 600_000 },
  );
  process.stdout.write(
    'Milliseconds in a frame, 3 racers of 1,000,000 updates, 4 charts\n frame: median     95 %   work: median     95 %\n',
  );
  for (const [name, how] of /** @type {const} */ ([
    ['moved, 500,000 updates in view', { length: 500_000, zooms: false }],
    ['moved, 20,000 updates in view', { length: 20_000, zooms: false }],
    ['moved, 500 updates in view', { length: 500, zooms: false }],
    ['zoomed from all to 8 updates', { length: 0, zooms: true }],
  ])) {
    const { frame, work } = await page.evaluate(move, { frames, ...how });
    const numbers = [frame, work].flatMap((each) => [quantile(each, 0.5), quantile(each, 0.95)]);
    process.stdout.write(`${numbers.map((each) => each.toFixed(1).padStart(11)).join('')}  ${name}\n`);
  }
});
