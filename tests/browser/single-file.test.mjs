// The single file works from the disk and in a sandboxed frame.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { hashes, openArticle, trained } from './foreign.mjs';
import { eta, pictures, root, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
/** @type {string[]} */
let wanted;
before(async () => {
  site = await start();
  wanted = Array.from((await eta('train')).matchAll(/^# weights (\w{16})$/gm), ([, hash]) => hash);
});
after(() => site.close());

test('opened from the disk it trains, keeps its address, and requests nothing', async () => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce', locale: 'zh-CN' });
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on(
    'request',
    (request) =>
      !request.url().startsWith('blob:') &&
      !request.url().includes('etalab.html') &&
      !request.url().startsWith('data:') &&
      faults.push(request.url()),
  );
  await page.goto(pathToFileURL(`${root}build/site/etalab.html`).href);
  await trained(page);
  assert.deepEqual(await hashes(page), wanted);
  assert.equal(await page.title(), JSON.parse(JSON.stringify('EtaLab：为什么要降低学习率？')));
  await page.locator('eta-lab').getByRole('button', { name: 'English' }).click();
  await page.waitForFunction(() => location.hash.includes('lang=en'));
  await page.goto(`${pathToFileURL(`${root}build/site/etalab.html`).href}#data=moons&steps=120&schedule=cosine`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab?.updates === 120);
  await page.screenshot({ path: `${pictures}single-file.png`, fullPage: true });
  assert.deepEqual(faults, []);
  await context.close();
});

test('in a sandboxed frame it trains, without storage and without a request', async () => {
  const frame =
    '<iframe id="lab" sandbox="allow-scripts" src="etalab.html?embed#lang=en&schedule=cosine&schedule=constant" width="700" height="900"></iframe>';
  const { page, said, requests, close } = await openArticle(site.browser, frame);
  const inside = page.frames()[1];
  await trained(inside);
  assert.equal(await inside.evaluate(() => self.origin), 'null');
  const native = Array.from(
    (await eta('train', 'schedule=cosine schedule=constant')).matchAll(/^# weights (\w{16})$/gm),
    ([, hash]) => hash,
  );
  assert.deepEqual(await hashes(inside), native);
  assert.deepEqual(said, []);
  assert(
    requests.every((url) => /article\.test\/(etalab\.(js|html).*)?$/.test(url)),
    requests.join(),
  );
  await page.screenshot({ path: `${pictures}sandboxed.png` });
  await close();
});
