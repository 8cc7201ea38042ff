// The model panel shows at every update what the native program computes; it is scrubbed by pointer, keys and touch.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, eta, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const plane = '#data=moons&hidden=8&act=tanh&steps=400&schedule=constant&schedule=cosine';

/**
 * Waits until the panel shows an update.
 * @param {import('playwright-core').Page} page
 * @param {number} update
 * @returns {Promise<string>} the hash
 */
async function shownAt(page, update) {
  const panel = page.locator('eta-lab').locator(`.model[data-update="${update}"]`);
  await panel.waitFor();
  return (await panel.getAttribute('data-hash')) ?? '';
}

/** Lists the layout shifts in the panel's column. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
function moved(page) {
  return page.evaluate(async () => {
    const panel = /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelector('.model');
    /** @type {any[]} */
    const found = [];
    const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    await new Promise((later) => setTimeout(later, 200));
    const sources = found.flatMap((entry) => entry.sources);
    const left = panel.getBoundingClientRect().left;
    return sources.filter(({ previousRect }) => previousRect.left >= left).map((source) => JSON.stringify(source));
  });
}

/** Gives the hash of the last racer at its end. @param {string} text @param {number} steps */
async function nativeHash(text, steps) {
  const printed = await eta('train', text.replace(/steps=\d+/, `steps=${steps}`));
  return (printed.match(/\b[0-9a-f]{16}\b/g) ?? []).at(-1);
}

test('arrow keys go back to any update: the weights are those of a native run that ends there', async () => {
  const { page, lab, close } = await site.open('#data=xor&hidden=8&act=tanh&steps=400&schedule=constant');
  const text = await ask(page, (state) => state.run?.text ?? '');
  assert.equal(await shownAt(page, 400), await nativeHash(text, 400));
  await lab.locator('.chart.rate .plot').focus();
  await page.keyboard.press('Home');
  await shownAt(page, 0);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  assert.equal(await shownAt(page, 3), await nativeHash(text, 3));
  await page.keyboard.press('PageUp');
  assert.equal(await shownAt(page, 23), await nativeHash(text, 23));
  assert.match((await lab.locator('.model .at').textContent()) ?? '', /after update 23: η 0\.5, batch loss \d/);
  await close();
});

test('the pointer scrubs, the boundary follows, and the choice of racer counts', async () => {
  const { page, lab, close } = await site.open(plane);
  const last = await shownAt(page, 400);
  const picture = () => lab.locator('.model .plane').evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
  const atEnd = await picture();
  const box = await lab.locator('.chart.rate .plot').boundingBox();
  assert(box);
  await page.mouse.move(box.x + box.width * 0.2, box.y + 60);
  await page.waitForFunction((hash) => {
    const panel = /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelector('.model');
    return panel.dataset.hash !== hash && Number(panel.dataset.update) < 120;
  }, last);
  assert((await picture()) !== atEnd, 'another picture');
  await page.mouse.move(5, 5);
  assert.equal(await shownAt(page, 400), last);
  assert((await picture()) === atEnd, 'the same picture as before');
  assert.match(
    (await lab.locator('.model .plane').getAttribute('aria-label')) ?? '',
    /^Decision boundary of Cosine after 400 updates; \d+ of 120/,
  );
  await lab.locator('.model select').selectOption('1');
  await page.waitForFunction(
    (hash) => /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelector('.model').dataset.hash !== hash,
    last,
  );
  assert.match((await lab.locator('.model .plane').getAttribute('aria-label')) ?? '', /^Decision boundary of Constant/);
  await close();
});

test('digits: as many misread as the accuracy says; misread only; weights of the first layer; nothing moves', async () => {
  const { page, lab, close } = await site.open('');
  await shownAt(page, 800);
  const accuracy = await ask(page, (state) => state.telemetry(3)?.evaluations.validation_accuracy.at(-1) ?? 0);
  const misread = Math.round((1 - accuracy) * 500);
  await lab.locator('.model').getByText(`${misread} of 500 misread`, { exact: true }).waitFor();
  assert.deepEqual(await moved(page), []);
  assert.equal(await lab.locator('.digits li:visible').count(), 24);
  assert((await lab.locator('.digits .misread').count()) > 0);
  await lab.getByLabel('misread only').check();
  assert.equal(await lab.locator('.digits li:visible').count(), Math.min(24, misread));
  for (const text of await lab.locator('.digits li:visible .caption').allTextContents()) assert.match(text, /^\d ≠ \d$/);
  assert.deepEqual(
    await lab.locator('.weights').evaluate((canvas) => {
      const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
      return [width, height];
    }),
    [71, 35],
  );
  await close();
});

test('another run, another language, another theme: the panel follows', async () => {
  const { page, lab, close } = await site.open('', { dark: true, language: 'zh-CN' });
  await shownAt(page, 800);
  await lab.getByText('它读成了什么').waitFor();
  await lab.evaluate((element) => element.setAttribute('run', 'data=spirals hidden=8 steps=150'));
  await finished(page);
  await shownAt(page, 150);
  await lab.getByText('决策边界').waitFor();
  const before = await lab.locator('.plane').evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
  await lab.evaluate((element) => element.setAttribute('theme', 'light'));
  await page.waitForFunction((dark) => {
    const canvas = /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelector('.plane');
    return canvas && canvas.toDataURL() !== dark;
  }, before);
  await lab.evaluate((element) => element.setAttribute('lang', 'en'));
  await lab.getByRole('heading', { name: 'Decision boundary' }).waitFor();
  assert.equal(await lab.getByText('决策边界').count(), 0, 'nothing is left in the other language');
  await close();
});

test('a long run is shown while it trains; a finger scrubs', async () => {
  const { page, lab, close } = await site.open('#data=circles&hidden=8&steps=3000&schedule=cosine', { width: 390 });
  await lab.locator('.model').scrollIntoViewIfNeeded();
  const end = await shownAt(page, 3000);
  const plot = lab.locator('.chart.rate .plot');
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  assert(box);
  const touch = { pointerType: 'touch', clientX: box.x + box.width / 2, clientY: box.y + 40, bubbles: true, isPrimary: true };
  await plot.dispatchEvent('pointerdown', touch);
  const cursor = await ask(page, (state) => state.cursor);
  assert(cursor !== null && cursor > 1000 && cursor < 2000);
  await lab.locator('.model').scrollIntoViewIfNeeded();
  assert.notEqual(await shownAt(page, cursor), end);
  await close();
});
