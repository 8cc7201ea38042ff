// Debian's Firefox ESR does what every browser has to: driven over WebDriver BiDi.
import { firefox } from 'playwright-core';
import { runSteps } from '../engines/steps.mjs';

runSteps(async () => {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' });
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {import('playwright-core').Page | import('playwright-core').Frame} */
  let inside;
  /** @type {string[]} */
  let faults = [];
  return {
    async open(url) {
      await page?.close();
      inside = page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(`console: ${message.text()}`));
      page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
      await page.goto(url);
    },
    ask: (question, argument) => inside.evaluate(/** @type {any} */ (question), argument),
    press: (key) => page.keyboard.press(/^[A-Z]$/.test(key) ? `Shift+${key}` : key),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    },
    async enter(selector) {
      const frame = await (await page.waitForSelector(selector)).contentFrame();
      if (!frame) throw new Error(`${selector} is no frame`);
      inside = frame;
    },
    faults() {
      const heard = faults;
      faults = [];
      return heard;
    },
    close: () => browser.close(),
  };
});
