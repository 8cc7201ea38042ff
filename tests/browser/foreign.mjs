// Serves another site's page, with its own styles and policy, that embeds the element's script.
import { readFile } from 'node:fs/promises';
import { root } from './page.mjs';

const origin = 'http://article.test';

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} body the article's HTML, with its `<eta-lab>`
 * @param {{ head?: string, policy?: string, motion?: boolean, language?: string, width?: number, attributes?: string }} [options]
 */
export async function openArticle(browser, body, options = {}) {
  const { head = '', policy = '', motion = false, language = 'en', width = 1000, attributes = 'lang="en"' } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => !/^(blob|data):/.test(request.url()) && requests.push(request.url()));
  const html = `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">
    ${head}<script src="etalab.js" async></script></head><body>${body}</body></html>`;
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    /** @type {Record<string, string>} */
    const headers = policy ? { 'content-security-policy': policy } : {};
    if (path === '/') await route.fulfill({ body: html, contentType: 'text/html', headers });
    else if (path === '/etalab.js' || path === '/etalab.html') {
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
      await route.fulfill({ body: await readFile(`${root}build/site${path}`), contentType: `${type}; charset=utf-8` });
    } else await route.fulfill({ status: 404 });
  });
  await page.goto(`${origin}/`);
  return { page, said, requests, close: () => context.close() };
}

/**
 * Waits until an element has trained and drawn its run.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 * @param {number} [index]
 */
export async function trained(page, index = 0) {
  await page.waitForFunction((at) => {
    const lab = /** @type {any} */ (document.querySelectorAll('eta-lab')[at])?.lab;
    return lab?.run && lab.displayed === lab.race && lab.trained === lab.updates;
  }, index);
}

/**
 * Reads the hashes of the weights of one element's racers.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 * @param {number} [index]
 */
export function hashes(page, index = 0) {
  return page.evaluate(async (at) => {
    const { lab } = /** @type {any} */ (document.querySelectorAll('eta-lab')[at]);
    return Promise.all(lab.run.racers.map((/** @type {unknown} */ _, /** @type {number} */ i) => lab.race.hash(i + 1)));
  }, index);
}
