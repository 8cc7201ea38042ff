// Opens the built site, or another folder, in Chromium for the measurements of the page.
import { chromium } from 'playwright-core';
import { root } from '../paths.mjs';
import { siteServer } from '../site/site-server.mjs';

/**
 * Serves a folder to a browser of its own while `measure` runs. A failure is printed under the script's name.
 * @param {string} name the script's
 * @param {(browser: import('playwright-core').Browser, origin: string) => Promise<void>} measure
 * @param {string} [folder]
 */
export async function onSite(name, measure, folder = `${root}build/site`) {
  const server = siteServer(folder);
  try {
    await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    await measure(browser, `http://127.0.0.1:${port}`).finally(() => browser.close());
  } catch (error) {
    process.stderr.write(`build-scripts/lib/bench/${name}: ${/** @type {Error} */ (error).message}\n`);
    process.exitCode = 1;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
