// Everything in one file: from the disk, in a sandboxed frame, and how a frame tells its height.
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

test('opened from the disk it trains, keeps its address, and asks for nothing', async () => {
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

test('?embed is the element alone, and tells the page around it how high it is', async () => {
  const listen = `<script>heights = []; addEventListener('message', ({ source, data }) => {
    const frame = document.querySelector('iframe');
    if (data?.type === 'etalab:height' && source === frame.contentWindow) { heights.push(data); frame.height = data.height; }
  });</script>`;
  for (const [sandbox, file] of [
    ['sandbox="allow-scripts"', 'etalab.html'],
    ['', `${site.origin}/index.html`],
  ]) {
    const { page, close } = await openArticle(
      site.browser,
      `<iframe ${sandbox} src="${file}?embed=first#lang=en&hide=network" width="700" height="100"></iframe>`,
      { head: listen },
    );
    const inside = page.frames()[1];
    await trained(inside);
    for (const part of ['h1', 'header', 'footer', '.side .network'])
      assert.equal(await inside.locator('eta-lab').locator(part).filter({ visible: true }).count(), 0, part);
    const fits = async () => {
      await page.waitForTimeout(300);
      const inner = await inside.evaluate(() => ({ scroll: document.documentElement.scrollHeight, window: innerHeight }));
      assert(inner.scroll <= inner.window, `${inner.scroll} px in ${inner.window} px`);
      const told = await page.evaluate(() => /** @type {any} */ (window).heights);
      assert(told.every((/** @type {any} */ { id, height }) => id === 'first' && Number.isInteger(height)));
      return told[told.length - 1].height;
    };
    const closed = await fits();
    await inside.locator('eta-lab').getByRole('button', { name: 'More' }).click();
    const open = await fits();
    assert(open > closed + 200, `${closed} px closed, ${open} px open`);
    await inside.locator('eta-lab').getByRole('button', { name: 'More' }).click();
    assert.equal(await fits(), closed);
    await close();
  }
});
