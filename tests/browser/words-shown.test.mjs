// The Chinese page has no English in its text, its attributes or its canvases.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { finished, root, start } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
/** @type {Set<string>} The Latin words that the Chinese sentences use, such as ReLU. */
let chinese;
const latin = (/** @type {string} */ text) => text.match(/\p{Script=Latin}{2,}/gu) ?? [];
before(async () => {
  site = await start();
  /** @type {Record<string, string>} */
  const words = JSON.parse(await readFile(`${root}web/words/zh.json`, 'utf8'));
  // Special values are written alike in every language.
  chinese = new Set(['NaN', 'TeX', ...Object.values(words).flatMap((sentence) => latin(sentence.replace(/\{\w+\}/g, '')))]);
});
after(() => site.close());

/** Records the texts that are drawn on canvases. It runs in the page before its own scripts. */
function listenToCanvases() {
  const drawn = new Set();
  Object.assign(globalThis, { drawn });
  for (const name of /** @type {const} */ (['fillText', 'strokeText'])) {
    const original = CanvasRenderingContext2D.prototype[name];
    /** @param {string} text @param {...number} rest */
    CanvasRenderingContext2D.prototype[name] = function (text, ...rest) {
      drawn.add(text);
      return original.call(this, text, .../** @type {[number, number]} */ (rest));
    };
  }
}

/**
 * Collects the page's texts and where they are. Texts of runs are the same in every language and are left out: they are in code and its
 * titles, in quotes and in fields. So are subscripts of formulas, the project's name and elements with a `lang` of their own.
 * @param {Page} page
 */
const said = (page) =>
  page.evaluate(() => {
    const attributes = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'alt', 'placeholder', 'label'];
    /** @type {[string, string][]} */
    const all = [['title', document.title]];
    /** @param {Element | ShadowRoot} node */
    const visit = (node) => {
      if (node instanceof Element) {
        if (node.matches('script, style, code, kbd, textarea, sub, .code, .place, .brand, [lang]:not([lang|=zh], html)')) return;
        if (node instanceof HTMLOptionElement && node.value === node.text) return;
        const code = node.querySelector('.code')?.textContent ?? '';
        for (const name of attributes) {
          const text = node.getAttribute(name) ?? '';
          if (text !== code) all.push([`${node.tagName}.${name}`, text]);
        }
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      for (const child of node.childNodes) {
        if (child instanceof Text) all.push([node instanceof Element ? `${node.tagName}.${node.className}` : 'root', child.data]);
        else if (child instanceof Element) visit(child);
      }
    };
    visit(document.documentElement);
    for (const text of /** @type {any} */ (globalThis).drawn) all.push(['canvas', text]);
    // A racer that differs in more than its schedule is named by its text.
    const racers = [...(document.querySelector('eta-lab')?.shadowRoot?.querySelectorAll('.open') ?? [])];
    const names = racers.map((racer) =>
      [...racer.querySelectorAll('.code')]
        .map((code) => code.textContent)
        .join(' ')
        .trim(),
    );
    const without = (/** @type {string} */ text) =>
      names.filter((name) => /[=(^]/.test(name)).reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/“[^”]*”/g, ''));
    return all.map(([where, text]) => /** @type {[string, string]} */ ([where, without(text)]));
  });

/** @param {Page} page @param {string} state */
async function chineseOnly(page, state) {
  const all = await said(page);
  // The elements of MathML have names in small letters: a formula is the same in every language.
  const wrong = all.filter(([where, text]) => !/^m[a-z]+\./.test(where) && latin(text).some((word) => !chinese.has(word)));
  assert.deepEqual(wrong, [], state);
  return all;
}

test('no English is left in the Chinese page, whatever is open', { timeout: 240_000 }, async () => {
  const { page, lab, close } = await site.open('#lang=en');
  await page.addInitScript(listenToCanvases);
  await page.goto('about:blank');
  await page.goto(
    `${site.origin}/#lang=zh&steps=150&schedule=constant&schedule=warmup then cosine&schedule=0.3*0.99^t&schedule=linear&lr=900&act=identity&hidden=8-8-8`,
  );
  await finished(page);
  const first = await chineseOnly(page, 'at the start');
  for (const place of ['canvas', 'title', 'BUTTON.aria-label', 'H1.'])
    assert(
      first.some(([where, text]) => where === place && text.trim() !== ''),
      `nothing was read from ${place}`,
    );

  await lab.locator('.more-button').click();
  await lab.locator('.network summary').click();
  await lab.locator('button.embed').click();
  await lab.locator('.embedding').waitFor();
  await lab.locator('.more .chart').first().waitFor();
  await finished(page);
  for (const button of await lab.locator('.as-table').all()) await button.click();
  await lab.locator('.values-table caption', { hasText: /\d/ }).nth(3).waitFor();
  await chineseOnly(page, 'with More and the tables open');
  await page.keyboard.press('+');
  await lab.locator('.part span').filter({ hasText: /\d/ }).waitFor();
  await chineseOnly(page, 'zoomed');
  await page.keyboard.press('0');
  for (let racer = 0; racer < 4; racer++) {
    await lab.locator('.open').nth(racer).click();
    await lab.locator('.edit').first().waitFor();
    await chineseOnly(page, `with the editor of racer ${racer + 1} open`);
  }
  await lab.locator('.edit textarea').first().fill('cosine(');
  await lab.locator('.edit .wrong').first().waitFor();
  await chineseOnly(page, 'with a wrong schedule');
  await lab.locator('.edit textarea').first().fill('cosine');
  await page.keyboard.press('Escape');
  await lab.locator('.tools button[aria-pressed]').first().click();
  // One button adds a first drawing, then another starts the judge.
  const next = lab.locator('.challenge button').filter({ visible: true });
  await next.click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes('points('));
  await finished(page);
  await next.click();
  await lab.locator('.challenge .verdict').filter({ hasText: /16/ }).waitFor({ timeout: 120_000 });
  await chineseOnly(page, 'judged');
  for (const data of ['moons', 'spirals', 'circles', 'xor', 'blobs']) {
    await page.evaluate((name) => {
      location.hash = `#data=${name}&steps=60&schedule=cosine&opt=adam&lr=0.01`;
    }, data);
    await page.waitForFunction((name) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes(name), data);
    await finished(page);
    await chineseOnly(page, `with ${data}`);
  }
  await close();
});

test('English planted in the Chinese page is found, in its text, in an attribute and on a canvas', async () => {
  const { page, close } = await site.open('#steps=60&schedule=cosine&lang=zh');
  await page.evaluate(listenToCanvases);
  await page.evaluate(() => {
    const main = /** @type {Element} */ (document.querySelector('eta-lab')?.shadowRoot?.querySelector('.main'));
    main.append(Object.assign(document.createElement('p'), { textContent: 'Left over' }));
    main.setAttribute('title', 'forgotten');
    document.createElement('canvas').getContext('2d')?.fillText('drawn', 0, 0);
  });
  const wrong = (await said(page)).filter(([, text]) => latin(text).some((word) => !chinese.has(word)));
  assert.deepEqual(wrong.map(([, text]) => text).sort(), ['Left over', 'drawn', 'forgotten']);
  await close();
});
