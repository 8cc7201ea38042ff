// Measures a reader's waiting times in Chromium, over several rounds: build-scripts/bench web [--rounds N]
//
// Each round is a visit with nothing cached: the default run plays once by itself, then the base rate is dragged. It is repeated with the
// page's main thread slowed down four times (the browser cannot slow down workers).
import { parseArgs } from 'node:util';
import { onSite } from './on-site.mjs';
import { quantile } from './quantile.mjs';
import { traceTasks } from './task-times.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
const drags = 5;

/** Records events in milliseconds since the visit began; the page runs this before its own scripts. */
function keepRecord() {
  /** @type {{ charts: number, trained: number, tasks: { at: number, ms: number }[], shift: number }} */
  const record = { charts: 0, trained: 0, tasks: [], shift: 0 };
  Object.assign(globalThis, { record });
  const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ onEntry) =>
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => record.tasks.push({ at: startTime, ms: duration }));
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) record.shift += value;
  });
  const poll = () => {
    const { lab, shadowRoot } = /** @type {any} */ (document.querySelector('eta-lab') ?? {});
    if (!record.charts && shadowRoot?.querySelector('.charts canvas')) record.charts = performance.mark('charts').startTime;
    if (lab?.run && lab.trained === lab.updates) record.trained = performance.now();
    if (!record.trained) requestAnimationFrame(poll);
  };
  requestAnimationFrame(poll);
}

/**
 * Runs in the page. It measures from the next movement of the pointer to the frame that draws the new rate, and to the one in which every
 * racer's new training is drawn.
 * @returns {Promise<{ rate: number, race: number }>}
 */
function timeDrag() {
  const { lab } = /** @type {any} */ (document.querySelector('eta-lab'));
  const { run } = lab;
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  return new Promise((done) => {
    addEventListener(
      'pointermove',
      async ({ timeStamp }) => {
        while (lab.run === run) await drawn();
        const rate = await drawn();
        const whole = () => lab.race.run.text === lab.run.text && lab.displayed === lab.race && lab.trained === lab.updates;
        while (!whole()) await drawn();
        done({ rate: rate - timeStamp, race: (await drawn()) - timeStamp });
      },
      { once: true, capture: true },
    );
  });
}

/** @param {import('playwright-core').Page} page @param {number} to pixels down @returns {Promise<{ rate: number, race: number }>} */
async function drag(page, to) {
  const box = await page.locator('eta-lab .knob.ring').boundingBox();
  if (!box) throw new Error('there is no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const timed = page.evaluate(timeDrag);
  // The measurement starts in the page before the pointer moves.
  await page.evaluate(() => 0);
  await page.mouse.move(x, y + to);
  const times = await timed;
  await page.mouse.up();
  await page.waitForTimeout(400);
  return times;
}

/**
 * Measures one visit.
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {number} slowness how many times slower the page's thread is made
 * @returns {Promise<Record<string, number>>}
 */
async function visit(browser, origin, slowness) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'en', reducedMotion: 'no-preference' });
  const page = await context.newPage();
  if (slowness > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.addInitScript(keepRecord);
  const traced = await traceTasks(page);
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).record.trained > 0);
  await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector('eta-lab')).lab.playing), null, { timeout: 60_000 });
  const dragged = [];
  for (let i = 0; i < drags; i++) dragged.push(await drag(page, i % 2 ? -12 : 12));
  const { record, paint } = await page.evaluate(() => ({
    record: /** @type {any} */ (globalThis).record,
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  }));
  const own = await traced('charts');
  await context.close();
  const tasks = /** @type {{ at: number, ms: number }[]} */ (record.tasks);
  const maxTime = (/** @type {typeof tasks} */ some) => Math.max(0, ...some.map(({ ms }) => ms));
  return {
    'to the picture': paint,
    'to live charts': record.charts,
    'to the end of the first race': record.trained,
    'from a drag to the new rate': quantile(
      dragged.map(({ rate }) => rate),
      0.5,
    ),
    'from a drag to the new race': quantile(
      dragged.map(({ race }) => race),
      0.5,
    ),
    'longest task while the page starts': maxTime(tasks.filter(({ at }) => at < record.charts)),
    'longest task while training': maxTime(tasks.filter(({ at }) => at >= record.charts)),
    'tasks over 50 ms while training': tasks.filter(({ at, ms }) => at >= record.charts && ms > 50).length,
    'tasks over 200 ms while training': tasks.filter(({ at, ms }) => at >= record.charts && ms > 200).length,
    'longest task while the page starts, processor time': Math.max(...own.before),
    'longest task while training, processor time': Math.max(...own.after),
    'layout shift × 1000': 1000 * record.shift,
  };
}

await onSite('web.mjs', async (browser, origin) => {
  for (const slowness of [1, 4]) {
    /** @type {Record<string, number>[]} */
    const visits = [];
    for (let round = 0; round < rounds; round++) visits.push(await visit(browser, origin, slowness));
    const title = slowness > 1 ? `the page's thread ${slowness} times slower` : 'as fast as it is';
    process.stdout.write(`Milliseconds in Chromium, ${rounds} rounds, ${title}\n   median      min      max\n`);
    for (const name of Object.keys(visits[0])) {
      const numbers = visits.map((each) => each[name]);
      const columns = [0.5, 0, 1].map((part) => quantile(numbers, part).toFixed(0).padStart(9)).join('');
      process.stdout.write(`${columns}  ${name}\n`);
    }
  }
});
