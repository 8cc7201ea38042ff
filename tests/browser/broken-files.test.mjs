// Files that do not come, or come broken: each is said where it was wanted, what waits for it is kept, and it is asked for again by a button
// and when the network is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** @typedef {'404' | 'cut' | 'html' | 'empty' | 'hang'} Fault */
/** @type {Fault[]} */
const quick = ['404', 'cut', 'html', 'empty'];

/**
 * Opens the page with one file broken until `mend` is called. A route of the page also sees what its workers ask for.
 * @param {string} file a pattern @param {Fault} fault @param {string} hash @param {string} language
 */
async function broken(file, fault, hash = '', language = 'en') {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: language, reducedMotion: 'reduce' });
  const page = await context.newPage();
  let isBroken = true;
  let first = () => {};
  const asked = new Promise((resolve) => {
    first = () => resolve(null);
  });
  await page.route(`**/${file}`, async (route) => {
    if (!isBroken) return route.continue();
    first();
    if (fault === 'hang') return;
    if (fault === '404') return route.fulfill({ status: 404, body: 'no' });
    const response = await route.fetch();
    const body = await response.body();
    const headers = { 'content-type': response.headers()['content-type'] };
    if (fault === 'html') return route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Sign in</p>' });
    return route.fulfill({ status: 200, headers, body: fault === 'empty' ? '' : body.subarray(0, body.length >> 1) });
  });
  await page.goto(`${site.origin}/${hash}`);
  const lab = page.locator('eta-lab');
  const again = lab.getByRole('button', { name: language === 'zh' ? '再试一次' : 'Try again' });
  return {
    page,
    lab,
    /** Settles when the file is asked for the first time. */
    asked,
    /** The sentence, once it says this. @param {string | RegExp} text */
    said: (text) => lab.locator('.wrong', { hasText: text }).first().waitFor(),
    mend() {
      isBroken = false;
    },
    press: () => again.first().click(),
    online: () => page.evaluate(() => void dispatchEvent(new Event('online'))),
    /** Waits until the run on the page is trained. @param {string} text */
    trained: (text = '') =>
      page.waitForFunction((wanted) => {
        const { lab } = /** @type {any} */ (document.querySelector('eta-lab'));
        return lab?.run?.text.includes(wanted) && lab.displayed && lab.trained >= lab.updates;
      }, text),
    async close() {
      assert.equal(await lab.locator('.wrong:visible', { hasText: /failed to load|加载失败/ }).count(), 0);
      await context.close();
    },
  };
}

const reasons = { 404: 'the server answered 404', cut: 'damaged', html: 'damaged', empty: 'damaged', hang: 'does not answer' };

for (const fault of [...quick, /** @type {const} */ ('hang')]) {
  test(`eta.wasm, ${fault}: named with its reason, the picture stays, the button brings all`, async () => {
    const visit = await broken('eta.wasm', fault);
    await visit.said('eta.wasm failed to load');
    await visit.said(reasons[fault]);
    assert.equal(await visit.lab.locator('.drawing').first().isVisible(), true);
    visit.mend();
    await visit.press();
    await visit.trained();
    assert.equal(await visit.lab.locator('.chart.rate canvas').isVisible(), true);
    await visit.close();
  });

  test(`digits.bin, ${fault}: named, and the race trains when the network is back`, async () => {
    const visit = await broken('assets/digits.bin', fault);
    await visit.said(`assets/digits.bin failed to load`);
    await visit.said(reasons[fault]);
    visit.mend();
    await visit.online();
    await visit.trained();
    await visit.close();
  });

  test(`the second part of the module, ${fault}: the edit is kept and read when the part has come; others are read meanwhile`, async () => {
    const visit = await broken('eta.secondary.wasm', fault);
    // It is fetched ahead; that this fails is not said before something waits for it.
    await visit.asked;
    await visit.trained();
    const steps = visit.lab.locator('[data-key=steps]');
    await steps.fill('many');
    await visit.page.keyboard.press('Enter');
    await visit.said('eta.secondary.wasm failed to load');
    await visit.said(reasons[fault]);
    assert.equal(await steps.inputValue(), 'many');
    visit.mend();
    await visit.press();
    await visit.said('steps is a whole number');
    await steps.fill('700');
    await visit.page.keyboard.press('Enter');
    await visit.trained('steps=700');
    await visit.close();
  });

  test(`a lazy part, ${fault}: said in its place, and the button opens it`, async () => {
    const visit = await broken('parts/lazy-*', fault);
    await visit.trained();
    await visit.lab.locator('.more-button').click();
    await visit.said('failed to load');
    visit.mend();
    await visit.press();
    await visit.lab.locator('.more .chart').first().waitFor();
    await visit.close();
  });

  test(`the words of a problem, ${fault}: its code, then its sentence`, async () => {
    const visit = await broken('parts/rest-en-*', fault);
    await visit.trained();
    await visit.lab.locator('[data-key=steps]').fill('many');
    await visit.page.keyboard.press('Enter');
    await visit.said('failed to load');
    visit.mend();
    await visit.press();
    await visit.said('steps is a whole number');
    await visit.close();
  });

  test(`the words of a language, ${fault}: English and a sentence, then that language`, async () => {
    const visit = await broken('parts/zh-*', fault, '', 'zh');
    await visit.lab.locator('.wrong', { hasText: 'failed to load' }).first().waitFor();
    visit.mend();
    await visit.online();
    await visit.lab.getByRole('button', { name: '播放' }).waitFor();
    await visit.close();
  });
}

for (const fault of quick) {
  test(`without any words, ${fault}: the picture and one sentence in two languages`, async () => {
    const visit = await broken('parts/en-*', fault);
    await visit.said('文字未能载入');
    assert.equal(await visit.lab.locator('.drawing').first().isVisible(), true);
    visit.mend();
    await visit.press();
    await visit.trained();
    await visit.close();
  });

  test(`the view of the model, ${fault}: said in its place, and it comes by the button`, async () => {
    const visit = await broken('parts/view-*', fault);
    await visit.trained();
    await visit.lab.locator('.model .wrong').waitFor();
    visit.mend();
    await visit.press();
    await visit.lab.locator('.model canvas').first().waitFor();
    await visit.close();
  });
}

test('offline after opening: the second part was fetched ahead, and an edit that needs it is read', async () => {
  const { page, lab, close } = await site.open('');
  site.asked.length = 0;
  while (!site.asked.includes('eta.secondary.wasm')) await page.waitForTimeout(50);
  await page.waitForTimeout(300);
  await page.route('**/*', (route) => route.abort());
  await lab.locator('[data-key=lr]').fill('0.1 +');
  await page.keyboard.press('Enter');
  await lab.locator('.control-area .wrong').first().waitFor();
  assert.equal(await lab.locator('.fault').isVisible(), false);
  await page.unroute('**/*');
  await close().catch(() => {});
});

test('a page that is not seen does not train, and trains on when it is', async () => {
  const { page, close } = await site.open('#steps=20000&schedule=constant', { wait: false });
  const trained = () => page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab'))?.lab?.trained ?? 0);
  while ((await trained()) < 100) await page.waitForTimeout(20);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForTimeout(300);
  const held = await trained();
  assert(held < 20000, 'the run is too short for this test');
  await page.waitForTimeout(500);
  assert.equal(await trained(), held);
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  while ((await trained()) <= held) await page.waitForTimeout(20);
  await close();
});

/** Opens the page with something taken away before its script runs. @param {() => void} first @param {(page: import('playwright-core').Page) => Promise<unknown>} [prepare] */
async function lacking(first, prepare = async () => {}) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  await page.addInitScript(first);
  await prepare(page);
  await page.goto(site.origin);
  return { page, said, lab: page.locator('eta-lab'), close: () => context.close() };
}

test('each reason is its own: no WebAssembly, no SIMD, no worker, no memory, an error of ours', async () => {
  /** @type {[() => void, string][]} */
  const cases = [
    [() => Reflect.deleteProperty(globalThis, 'WebAssembly'), 'has no WebAssembly'],
    [
      () => {
        WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('an instruction is not known'));
        WebAssembly.validate = () => false;
      },
      'lacks SIMD',
    ],
    [() => Reflect.deleteProperty(globalThis, 'Worker'), 'starts no worker'],
    [
      () => {
        WebAssembly.compile = () => Promise.reject(new RangeError('WebAssembly.Memory(): could not allocate memory'));
      },
      'not enough memory',
    ],
    [
      () => {
        WebAssembly.compile = () => Promise.reject(new DOMException('odd', 'DataCloneError'));
      },
      'The page has made an error',
    ],
  ];
  for (const [first, sentence] of cases) {
    const { lab, close } = await lacking(first);
    await lab.locator('.fault .wrong', { hasText: sentence }).waitFor();
    assert.equal(await lab.locator('.drawing').first().isVisible(), true);
    await close();
  }
});

test('a replaced Array.from leaves the picture, with a sentence there and in the console', async () => {
  const { lab, said, close } = await lacking(() => {
    // As Prototype.js 1.6 does.
    Array.from = /** @type {any} */ ((/** @type {any} */ list) => Array.prototype.slice.call(list));
  });
  await lab.locator('.wrong', { hasText: 'replaces Array.from' }).waitFor();
  assert(said.some((text) => text.includes('Array.from')));
  assert.equal(await lab.locator('.drawing').first().isVisible(), true);
  await close();
});

test('where the script cannot begin the picture says so after a while', async () => {
  const { page, lab, close } = await lacking(
    () => {},
    async (page) => {
      await page.route('**/page.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'const = 1' }));
    },
  );
  const late = lab.locator('.late:visible');
  assert.equal(await late.count(), 0);
  await late.filter({ hasText: 'script has not begun' }).waitFor({ timeout: 25_000 });
  assert.equal(await page.locator('.late:visible').count(), 1);
  await close();
});
