// The script works on other sites' pages, with their styles and policies and with many elements, and removed elements leave nothing behind.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { hashes, openArticle, trained } from './foreign.mjs';
import { eta, pictures, root, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** @param {string} run @returns {Promise<string[]>} */
async function nativeHashes(run) {
  return Array.from((await eta('train', run)).matchAll(/^# weights (\w{16})$/gm), ([, hash]) => hash);
}

const prose = '<p class="prose">The rate falls while the network learns.</p>';

test('in an article it trains the run of its tag, and requests nothing but the script', async () => {
  const run = 'data=moons hidden=8 steps=300 schedule=cosine schedule=constant';
  const { page, said, requests, close } = await openArticle(
    site.browser,
    `${prose}<eta-lab run="${run}" lang="zh" theme="dark"></eta-lab>`,
  );
  await trained(page);
  assert.deepEqual(await hashes(page), await nativeHashes(run));
  assert.equal(await page.locator('eta-lab').getByRole('button', { name: '播放' }).count(), 1);
  assert.equal(await page.locator('eta-lab h1').count(), 0);
  assert.deepEqual(said, []);
  assert.deepEqual(requests, ['http://article.test/', 'http://article.test/etalab.js']);
  await page.screenshot({ path: `${pictures}article-dark-zh.png`, fullPage: true });
  await close();
});

test('attributes may change at any time', async () => {
  const { page, said, close } = await openArticle(site.browser, '<eta-lab run="data=moons steps=100"></eta-lab>');
  const lab = page.locator('eta-lab');
  await trained(page);
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    lab.evaluate((element, [key, text]) => element.setAttribute(key, text), [name, value]);
  await set('run', 'data=moons steps=200');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.updates === 200);
  await set('lang', 'zh');
  await lab.getByText('验证准确率').first().waitFor();
  const background = () => lab.locator('.lab').evaluate((element) => getComputedStyle(element).backgroundColor);
  await set('theme', 'dark');
  assert.equal(await background(), 'rgb(18, 22, 28)');
  await set('theme', 'light');
  assert.equal(await background(), 'rgb(255, 255, 255)');
  await set('hide', 'controls fields table');
  for (const part of ['.bar', '.main > .fields', '.main > table']) assert(!(await lab.locator(part).isVisible()), part);
  assert(await lab.locator('.chart.rate').isVisible());
  await set('hide', '');
  assert(await lab.locator('.bar').isVisible());
  assert.deepEqual(said, []);
  await set('hide', 'network, sidebar');
  assert(!(await lab.locator('.side .network').isVisible()));
  assert.equal(said.length, 1);
  assert.match(said[0], /sidebar.*controls/);
  await close();
});

test('everything that can be hidden is there', async () => {
  const { page, close } = await site.open('');
  const { hideable } = await import('../../web/src/element/hide.js');
  for (const [name, selector] of Object.entries(hideable)) assert((await page.locator('eta-lab').locator(selector).count()) > 0, name);
  await close();
});

/** Measures an element: the sizes of its parts, and the style of its text. @param {import('playwright-core').Page} page */
function looks(page) {
  return page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('eta-lab')?.shadowRoot);
    return Array.from(root.querySelectorAll('.lab, .bar button, .plot, .main > table, th, td.median, figcaption, input'), (element) => {
      const { width, height } = element.getBoundingClientRect();
      const { color, fontSize, fontFamily, textAlign, lineHeight, letterSpacing, direction, textTransform } = getComputedStyle(element);
      return [
        element.className,
        width,
        height,
        color,
        fontSize,
        fontFamily,
        textAlign,
        lineHeight,
        letterSpacing,
        direction,
        textTransform,
      ];
    });
  });
}

test('styles of the embedding page neither break it nor are broken by it', async () => {
  const element = '<div id="column"><eta-lab run="data=moons steps=100" hide="model"></eta-lab></div>';
  const column = '#column { display: block; width: 700px; }';
  const plain = await openArticle(site.browser, `${prose}${element}`, { head: `<style>${column}</style>` });
  await trained(plain.page);
  await plain.page.waitForTimeout(100);
  const wanted = await looks(plain.page);
  await plain.close();
  assert(wanted.length > 12);

  const hostile = {
    'all unset': '* { all: unset; }',
    'all unset, importantly':
      '* { all: unset !important; } style, script, head, title { display: none !important; } #column { display: block !important; width: 700px !important; }',
    loud: '* { color: red; font: 30px/3 cursive; text-align: right; letter-spacing: 3px; text-transform: uppercase; box-sizing: content-box; } button, table, figure, svg, canvas { display: none; }',
    'own colours': ':root { --ink: red; --ground: red; --soft: red; --racer-1: red; }',
  };
  for (const [name, styles] of Object.entries(hostile)) {
    const { page, said, close } = await openArticle(site.browser, `${prose}${element}`, { head: `<style>${styles} ${column}</style>` });
    const before = await page.locator('.prose').evaluate((p) => getComputedStyle(p).cssText);
    await trained(page);
    await page.waitForTimeout(100);
    assert.deepEqual(await looks(page), wanted, name);
    assert.equal(await page.locator('.prose').evaluate((p) => getComputedStyle(p).cssText), before, name);
    assert.deepEqual(said, [], name);
    await close();
  }
});

test('in a page written from right to left it is as elsewhere', async () => {
  const element = '<div style="width: 700px"><eta-lab run="data=moons steps=100" hide="model"></eta-lab></div>';
  const plain = await openArticle(site.browser, element);
  await trained(plain.page);
  await plain.page.waitForTimeout(100);
  const wanted = await looks(plain.page);
  await plain.close();
  const { page, close } = await openArticle(site.browser, element, { attributes: 'lang="ar" dir="rtl"' });
  await trained(page);
  await page.waitForTimeout(100);
  assert.deepEqual(await looks(page), wanted);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1000);
  await page.screenshot({ path: `${pictures}article-rtl.png` });
  await close();
});

test('ten elements: one pool, and only visible ones train', async () => {
  const tall = '<p style="height: 1200px">…</p>';
  const elements = Array.from({ length: 10 }, (_, i) => `${tall}<eta-lab run="data=moons steps=${100 + i}"></eta-lab>`).join('');
  const { page, said, close } = await openArticle(site.browser, elements.slice(tall.length), { motion: true });
  const state = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('eta-lab'), (element) => {
        const { lab } = /** @type {any} */ (element);
        return { run: lab.run?.steps, trained: lab.trained, playing: lab.playing };
      }),
    );
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll('eta-lab')).every((element) => /** @type {any} */ (element).lab?.run),
  );
  await trained(page);
  await page.waitForTimeout(500);
  const first = await state();
  assert.deepEqual(
    first.map(({ trained }) => trained > 0),
    [true, ...Array(9).fill(false)],
  );
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  assert(page.workers().length <= cores + 1, `${page.workers().length} workers`);
  await page.locator('eta-lab').nth(6).scrollIntoViewIfNeeded();
  await trained(page, 6);
  const then = await state();
  assert.equal(then[9].trained, 0);
  assert(then.filter(({ playing }) => playing).length <= 1);
  assert.deepEqual(said, []);
  await close();
});

test('under a policy that allows what it needs, Trusted Types included, it trains', async () => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; require-trusted-types-for 'script'; trusted-types etalab";
  const { page, said, close } = await openArticle(site.browser, '<eta-lab></eta-lab>', { policy });
  await trained(page);
  assert.deepEqual(await hashes(page), await nativeHashes(''));
  // The policy refuses only the page's own `data:` icon.
  assert.deepEqual(
    said.filter((line) => !line.includes('data:')),
    [],
  );
  await close();
});

test('theme="auto" follows the switch of the page around it, live, and the reader where that has none', async () => {
  const dark = 'rgb(18, 22, 28)';
  const light = 'rgb(255, 255, 255)';
  for (const system of /** @type {const} */ (['light', 'dark'])) {
    const { page, said, close } = await openArticle(site.browser, `${prose}<eta-lab run="data=moons steps=100"></eta-lab>`);
    await page.emulateMedia({ colorScheme: system });
    await trained(page);
    const ground = page.locator('eta-lab').locator('.lab');
    const is = async (/** @type {string} */ wanted, /** @type {string} */ state) => {
      await page.waitForTimeout(50);
      assert.equal(await ground.evaluate((element) => getComputedStyle(element).backgroundColor), wanted, `${system} system, ${state}`);
    };
    const own = system === 'dark' ? dark : light;
    await is(own, 'nothing said');
    for (const place of ['documentElement', 'body'])
      for (const [name, values] of Object.entries({
        class: ['site dark', 'light', 'theme-dark', 'has-dark-header'],
        'data-theme': ['dark', 'light'],
        'data-bs-theme': ['dark', 'light'],
        'data-color-mode': ['dark', 'auto'],
        style: ['color-scheme: dark', 'color-scheme: light', 'color-scheme: light dark', 'background: #fff', 'background: #111'],
      }))
        for (const value of values) {
          const set = (/** @type {string | null} */ text) =>
            page.evaluate(
              ([where, key, to]) => {
                const element = /** @type {any} */ (document)[/** @type {string} */ (where)];
                if (to === null) element.removeAttribute(key);
                else element.setAttribute(key, to);
              },
              [place, name, text],
            );
          await set(value);
          const both = /auto|light dark|has-/.test(value);
          await is(both ? own : /dark|#111/.test(value) ? dark : light, `${place} ${name}="${value}"`);
          await set(null);
          await is(own, `${place} without ${name}`);
        }
    await page.evaluate(() => document.documentElement.setAttribute('class', 'dark'));
    await page.locator('eta-lab').evaluate((element) => element.setAttribute('theme', 'light'));
    await is(light, 'the attribute comes first');
    assert.deepEqual(said, []);
    await close();
  }
});

test('a page that only takes a class away to be light, as VitePress does, is light in a dark system', async () => {
  const style = '<style>body { background: #ffffff; transition: background-color 0.1s } .dark body { background: #1b1b1f }</style>';
  const { page, close } = await openArticle(site.browser, '<eta-lab run="data=moons steps=100"></eta-lab>', { head: style });
  await page.emulateMedia({ colorScheme: 'dark' });
  await trained(page);
  const isLight = (/** @type {boolean} */ wanted) =>
    page.waitForFunction(
      (want) => {
        const lab = document.querySelector('eta-lab')?.shadowRoot?.querySelector('.lab');
        return lab && (getComputedStyle(lab).backgroundColor === 'rgb(255, 255, 255)') === want;
      },
      wanted,
      { timeout: 5000 },
    );
  await isLight(true);
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await isLight(false);
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
  await isLight(true);
  await close();
});

test('an element that is not closed takes in the rest of the article, and the console says so; a picture inside is none of that', async () => {
  const { page, said, close } = await openArticle(site.browser, `<eta-lab run="data=moons steps=100" lang="en" />${prose}<h2>On</h2>`);
  await trained(page);
  await page.waitForTimeout(200);
  assert.equal(said.length, 1);
  assert.match(said[0], /<p> “The rate falls.*<\/eta-lab>/);
  await close();
  const closed = await openArticle(
    site.browser,
    `<eta-lab run="data=moons steps=100">${prose}</eta-lab>\n<p>After.</p><div><eta-lab><img alt="" src="data:,"></eta-lab></div>`,
  );
  await trained(closed.page);
  await closed.page.waitForTimeout(200);
  assert.deepEqual(closed.said, []);
  await closed.close();
});

test('an element has air above and below in an article, and its script begins with no front matter', async () => {
  const { page, close } = await openArticle(site.browser, `<div>A</div><eta-lab run="data=moons steps=100"></eta-lab><div>B</div>`);
  await trained(page);
  const [above, element, below] = await page.locator('body > *').evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
  assert(element.top - above.bottom >= 16 && below.top - element.bottom >= 16, JSON.stringify([above, element, below]));
  await close();
  const lines = (await readFile(`${root}build/site/etalab.js`, 'utf8')).split(/\r?\n/);
  assert(lines.length > 40);
  assert.deepEqual(
    lines.filter((line) => /^\s*(-{3,}|;{3,}|\+{3,})\s*$/.test(line)),
    [],
  );
  assert.equal(lines[0], '/*');
});

test('in a document without an address the experiments open, and the code to embed names files, not addresses', async () => {
  const { page, close } = await openArticle(site.browser, `<h1>An article</h1><iframe id="whole" width="1000" height="900"></iframe>`);
  await page.evaluate(async () => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    frame.srcdoc = await (await fetch('etalab.html')).text();
  });
  const inner = /** @type {import('playwright-core').Frame} */ (await (await page.waitForSelector('iframe')).contentFrame());
  await inner.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab'))?.lab?.run);
  const lab = inner.locator('eta-lab');
  await lab.locator('button.embed').click();
  await lab.locator('.embedding').waitFor();
  const texts = await lab
    .locator('.embedding textarea')
    .evaluateAll((areas) => areas.map((area) => /** @type {HTMLTextAreaElement} */ (area).value));
  assert.match(texts[0], /^<script src="etalab\.js"><\/script>\n<eta-lab run="[^"]*" lang="en"><\/eta-lab>$/);
  assert.match(texts[1], /^<iframe src="etalab\.html\?embed#/);
  await lab.locator('nav > .place-to-go').nth(1).click();
  await lab.locator('.surface').waitFor();
  assert.equal(await inner.locator('h1', { hasText: 'An article' }).count(), 0);
  await lab.locator('nav > .place-to-go').first().click();
  await lab.locator('.surface').waitFor({ state: 'detached' });
  await lab.locator('.task').getByText('Whose accuracy jitters most').waitFor();
  await close();
});

test('a sandboxed frame, which may not save a file, shows the text of the CSV', async () => {
  const frame =
    '<iframe sandbox="allow-scripts" src="etalab.html?embed#lang=en&data=moons&steps=20&schedule=cosine" width="700" height="900"></iframe>';
  const { page, close } = await openArticle(site.browser, frame);
  const inside = page.frames()[1];
  await trained(inside);
  await inside.locator('eta-lab button.csv').click();
  const text = await inside.locator('eta-lab .embedding textarea').inputValue();
  assert.match(text, /^[^\n]*update/m);
  assert(text.split('\n').length > 20);
  assert.match((await inside.locator('eta-lab [role=status]').textContent()) ?? '', /copy the text/);
  await close();
});

const refusals = {
  'no WebAssembly': "default-src 'none'; script-src 'self'; worker-src blob:",
  'no workers': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'",
  'no Trusted Types policy of ours':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; require-trusted-types-for 'script'; trusted-types other",
};
for (const [name, policy] of Object.entries(refusals)) {
  test(`under a policy that does not, the picture and a sentence: ${name}`, async () => {
    const own = '<eta-lab run="schedule=linear"><p class="own">A picture of the author’s.</p></eta-lab>';
    const { page, said, close } = await openArticle(site.browser, `<eta-lab></eta-lab>${own}`, { policy });
    await page.locator('eta-lab').nth(0).locator('.fault').getByText('security policy').waitFor();
    const [first, second] = [page.locator('eta-lab').nth(0), page.locator('eta-lab').nth(1)];
    assert.equal(await first.locator('.picture').filter({ visible: true }).count(), 2);
    assert.match((await first.locator('table').filter({ visible: true }).textContent()) ?? '', /96\.2/);
    await second.locator('.fault').getByText('security policy').waitFor();
    assert(await page.locator('.own').isVisible());
    assert.equal(await second.locator('.picture').count(), 0);
    assert.deepEqual(
      said.filter((line) => line.startsWith('error')),
      [],
    );
    await page.screenshot({ path: `${pictures}article-refused-${name.split(' ')[1]}.png` });
    await close();
  });
}

test('added and removed a hundred times it leaves nothing', async () => {
  const { page, said, close } = await openArticle(site.browser, prose);
  await page.waitForFunction(() => customElements.get('eta-lab'));
  const devtools = await page.context().newCDPSession(page);
  const rounds = (/** @type {number} */ count) =>
    page.evaluate(async (times) => {
      const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
      for (let i = 0; i < times; i++) {
        const element = /** @type {any} */ (document.createElement('eta-lab'));
        element.setAttribute('run', `data=moons steps=${50 + i}`);
        document.body.append(element);
        // Elements are removed before they train, while they train, and afterwards.
        if (i % 5 === 0) while (!(element.lab.run && element.lab.trained === element.lab.updates)) await pause(5);
        else await pause((i % 5) * 4);
        element.remove();
      }
    }, count);
  const heap = async () => {
    await page.waitForTimeout(300);
    for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  await devtools.send('HeapProfiler.enable');
  // The first rounds compile code, which stays in the heap.
  await rounds(20);
  const gone = async () => {
    for (let i = 0; i < 50 && page.workers().length > 0; i++) await page.waitForTimeout(100);
    return page.workers().length;
  };
  assert.equal(await gone(), 0);
  const before = await heap();
  await rounds(100);
  assert.equal(await gone(), 0);
  const after = await heap();
  assert(after < before * 1.1, `${before} bytes before, ${after} after`);
  assert.deepEqual(said, []);
  await close();
});
