// Opens the built site in Chromium with its production headers. A violated policy, a request to another site or an error on the page fails
// the test that closes the page.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { siteServer } from '../../build-scripts/lib/site/site-server.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const pictures = `${root}build/screenshots/`;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Element & { lab: import('../../web/src/lab/lab.js').Lab }} Lab the element in the page */

/** Starts server and browser; `close` ends both. @param {string} [folder] the built site */
export async function start(folder = `${root}build/site`) {
  const server = siteServer(folder);
  /** @type {string[]} */
  const asked = [];
  server.on('request', ({ url = '' }) => asked.push(url.replace(/^\//, '') || 'index.html'));
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  const origin = `http://127.0.0.1:${address.port}`;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  await mkdir(pictures, { recursive: true });
  return {
    origin,
    browser,
    /** The paths that pages and their workers have requested. */
    asked,
    /** @param {string} [hash] @param {Options} [options] */
    open: (hash = '', options = {}) => open(browser, origin, hash, options),
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/**
 * @typedef {object} Options
 * @property {number} [width]
 * @property {number} [height]
 * @property {boolean} [dark]
 * @property {string} [language]
 * @property {number} [scale]
 * @property {string} [without] files that fail to load, by how their names begin
 * @property {boolean} [script] whether the page's scripts run
 * @property {boolean} [wait] whether to wait until the run is shown
 * @property {Record<string, number>} [slow] the delays of files, in milliseconds
 * @property {() => void} [first] runs in the page before its own scripts
 * @property {boolean} [motion] whether the race may play by itself; else the finished run is shown
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {string} hash with its '#', or ''
 * @param {Options} options
 */
async function open(browser, origin, hash, options) {
  const { width = 1280, height = 1000, dark = false, language = 'en', scale = 1, without = '', motion = false } = options;
  const { script = true, wait = script && without === '', slow = {}, first } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    javaScriptEnabled: script,
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) faults.push(`request to ${request.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  if (without) await page.route(`**/${without}*`, (route) => route.abort());
  for (const [file, delay] of Object.entries(slow)) {
    await page.route(`**/${file}`, async (route) => {
      await new Promise((later) => setTimeout(later, delay));
      await route.continue().catch(() => {});
    });
  }
  if (first) await page.addInitScript(first);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(`${origin}/${hash}`, { waitUntil: wait ? 'load' : 'commit' });
  if (wait) await finished(page);
  return {
    page,
    lab: page.locator('eta-lab'),
    /** @param {string} [expected] a part of a console line that must be there and is no fault */
    async close(expected = '') {
      if (expected)
        assert(
          faults.some((fault) => fault.includes(expected)),
          expected,
        );
      await context.close();
      const known = (/** @type {string} */ fault) =>
        (expected !== '' && fault.includes(expected)) ||
        (without !== '' && (fault.includes(without) || fault.includes('Failed to load resource')));
      assert.deepEqual(
        faults.filter((fault) => !known(fault)),
        [],
      );
    },
  };
}

/** Waits until the newest run is shown, computed as far as it will be, and drawn. @param {Page} page */
export async function finished(page) {
  await page.waitForFunction(() => {
    const element = document.querySelector('eta-lab');
    const { lab } = /** @type {any} */ (element) ?? {};
    const built = element?.shadowRoot?.querySelector('.lab');
    return built && lab?.run && !lab.dragSession && lab.displayed === lab.race && lab.race.run.text === lab.run.text;
  });
  await page.evaluate(async () => {
    // Only visible elements train, and visibility is reported with a frame.
    await new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told)));
    await /** @type {any} */ (document.querySelector('eta-lab')).lab.race.settled();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

/**
 * Evaluates a function of the element's lab in the page.
 * @template Result
 * @param {Page} page
 * @param {(lab: import('../../web/src/lab/lab.js').Lab) => Result | Promise<Result>} question runs in the page
 * @returns {Promise<Result>}
 */
export function ask(page, question) {
  return page.evaluate(`(${question})(document.querySelector('eta-lab').lab)`);
}

/** Runs the native program. @param {...string} args */
export async function eta(...args) {
  const { stdout } = await promisify(execFile)(`${root}build/native/eta`, args, { maxBuffer: 64e6 });
  return stdout;
}

/** @param {string} csv @returns {string[][]} rows without the header */
export function rows(csv) {
  const lines = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1).map((line) => line.split(','));
}
