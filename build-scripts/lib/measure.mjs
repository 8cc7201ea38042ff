// What the measurements share: the built site in Chromium, and quantiles.
import { chromium } from 'playwright-core';
import { root } from './bundle.mjs';
import { siteServer } from './site-server.mjs';

/** @param {number[]} numbers @param {number} part */
export const quantile = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.round(part * (numbers.length - 1))];

/** Serves build/site to a browser of its own while `measure` runs; a failure is said under the script's name. @param {string} name @param {(browser: import('playwright-core').Browser, origin: string) => Promise<void>} measure */
export async function onSite(name, measure) {
  const server = siteServer(`${root}build/site`);
  try {
    await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    await measure(browser, `http://127.0.0.1:${port}`).finally(() => browser.close());
  } catch (error) {
    process.stderr.write(`build-scripts/lib/${name}: ${/** @type {Error} */ (error).message}\n`);
    process.exitCode = 1;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
