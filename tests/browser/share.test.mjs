// The page's footer: its HTML for articles works there, its links hold the run, and it shows the shortcuts.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import { hashes, openArticle, trained } from './foreign.mjs';
import { finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
/** @type {(() => unknown)[]} These clean up after a test, however it ends. */
const leavings = [];
after(() => site.close());
afterEach(async () => {
  for (const leave of leavings.splice(0).reverse()) await leave();
});

const run = '#data=moons&hidden=7&steps=200&schedule=cosine&schedule=where(t<50,lr,lr/10)&lang=en';

/** Opens the page with a run and copies both texts for an article. @param {boolean} bare */
async function taken(bare) {
  const { page, lab, close } = await site.open(run);
  const trainedTo = await hashes(page);
  await lab.getByRole('button', { name: 'Embed this' }).click();
  await lab.locator('.embedding').waitFor();
  if (bare) await lab.getByRole('checkbox', { name: 'only Play' }).check();
  const [tag, frame] = await lab
    .locator('.embedding textarea')
    .evaluateAll((areas) => areas.map((area) => /** @type {any} */ (area).value));
  await close();
  return { tag, frame, trainedTo };
}

test('the frame trains the same run in an article, takes the height it needs, and links to the whole page', async () => {
  const { frame, trainedTo } = await taken(false);
  const article = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>An article</title><link rel="icon" href="data:,"><p>Text.</p>${frame}`);
  });
  leavings.push(
    () => article.closeAllConnections(),
    () => article.close(),
  );
  await new Promise((listening) => article.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (article.address());
  const context = await site.browser.newContext({ viewport: { width: 800, height: 900 }, reducedMotion: 'reduce' });
  leavings.push(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const inner = /** @type {import('playwright-core').Frame} */ (await (await page.locator('iframe').elementHandle())?.contentFrame());
  await trained(inner);
  assert.deepEqual(await hashes(inner), trainedTo);
  await page.waitForFunction(() => document.querySelector('iframe')?.height !== '640');
  // The height follows within some frames, also when More is opened.
  const fits = () => inner.waitForFunction(() => document.documentElement.scrollHeight === innerHeight);
  await fits();
  await inner.locator('eta-lab .more-button').click();
  await inner.locator('eta-lab kbd').first().waitFor();
  await fits();
  const [whole] = await Promise.all([context.waitForEvent('page'), inner.locator('eta-lab a.full').click()]);
  await finished(whole);
  assert.deepEqual(await hashes(whole), trainedTo);
  assert.equal(await whole.getByRole('heading', { level: 1 }).count(), 1);
});

test('the tag trains the same run, with no more than Play, Reset and the charts', async () => {
  const { tag, trainedTo } = await taken(true);
  const [script, element] = tag.split('\n');
  assert.match(script, /^<script src="http:\/\/127\.0\.0\.1:\d+\/etalab\.js"><\/script>$/);
  const { page, said, close } = await openArticle(site.browser, element);
  await trained(page);
  assert.deepEqual(await hashes(page), trainedTo);
  assert.deepEqual(await page.locator('eta-lab button:visible').allTextContents(), ['Play', 'Reset', 'Copy link']);
  assert(await page.locator('eta-lab a.full').isVisible());
  assert.equal(await page.locator('eta-lab canvas:visible').count(), 2);
  assert.deepEqual(said, []);
  await close();
});

test('the link is copied, or shown where the clipboard is forbidden; Keys opens their list', async () => {
  const { page, lab, close } = await site.open(run);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.getByRole('button', { name: 'Copy link' }).click();
  await lab.locator('.share .said', { hasText: 'Copied.' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
  await page.context().clearPermissions();
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await lab.getByRole('button', { name: 'Copy link' }).click();
  await lab.locator('.share .said').filter({ hasText: page.url() }).waitFor();
  assert(!(await lab.locator('kbd').first().isVisible()));
  await lab.getByRole('button', { name: 'Keys' }).click();
  await lab.locator('kbd').first().waitFor();
  await close();
});
