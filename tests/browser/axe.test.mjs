// axe finds no violation in any state, language, theme and width. It also checks the shadow root, where it does find a planted one.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { experiments } from '../../web/src/experiments/experiment-list.js';
import { openArticle, trained } from './foreign.mjs';
import { finished, start } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ id: string, help: string, nodes: { target: (string | string[])[], html: string, failureSummary?: string }[] }} Rule */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
/** @type {string} */
let axe;
before(async () => {
  site = await start();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
after(() => site.close());

/** @param {Page} page @returns {Promise<{ violations: Rule[], passes: Rule[] }>} */
async function look(page) {
  // A field that is scrolled partly behind the charts, which stay in view, is no small target.
  await page.evaluate(() => scrollTo(0, 0));
  // The debugger evaluates the script, because the page's policy allows no other scripts.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${axe}; 0`);
  // axe leaves this rule of WCAG 2.2 out unless it is asked for.
  const rules = { 'target-size': { enabled: true } };
  return page.evaluate(
    (more) => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations', 'passes'], rules: more }),
    rules,
  );
}

/** Counts the nodes in the element's shadow root that passed a rule. @param {Rule[]} passes @param {string} id */
const inside = (passes, id) =>
  passes.find((rule) => rule.id === id)?.nodes.filter(({ target }) => target.some((step) => Array.isArray(step))).length ?? 0;

/** Summarises violations. @param {Rule[]} rules */
const told = (rules) =>
  rules.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );

const laboratory = /** @type {const} */ ([
  ['button-name', 8],
  ['label', 4],
  ['color-contrast', 20],
]);
/** The rules that visit nodes when something replaces the laboratory. */
const alone = /** @type {const} */ ([
  ['button-name', 3],
  ['color-contrast', 20],
]);

/**
 * @param {Page} page
 * @param {string} state
 * @param {readonly (readonly [rule: string, least: number])[]} [least] how many nodes each rule visits at least
 */
async function clean(page, state, least = laboratory) {
  const { violations, passes } = await look(page);
  assert.deepEqual(told(violations), [], state);
  for (const [rule, count] of least) {
    assert(inside(passes, rule) >= count, `${state}: ${rule} visited ${inside(passes, rule)} in the shadow root`);
  }
}

for (const { language, dark, width } of [
  { language: 'en', dark: false, width: 1280 },
  { language: 'zh', dark: true, width: 1280 },
  { language: 'zh', dark: false, width: 390 },
  { language: 'en', dark: true, width: 390 },
]) {
  test(`no violation in any state: ${language}, ${dark ? 'dark' : 'light'}, ${width} px`, { timeout: 240_000 }, async () => {
    const { page, lab, close } = await site.open('#steps=120&schedule=constant&schedule=step&schedule=cosine', { language, dark, width });
    await clean(page, 'at the start');

    await lab.locator('.open').nth(1).click();
    await lab.locator('.edit').first().waitFor();
    await clean(page, 'with the editor open');

    await lab.locator('.edit .formula math').waitFor();
    for (const part of ['TeX', '.why']) {
      const details = part === 'TeX' ? lab.locator('.known details').filter({ hasText: 'TeX' }) : lab.locator(part);
      await details.locator('summary').click();
    }
    await lab.locator('.why .steps li').first().waitFor();
    await clean(page, 'with the formula, its TeX and why');

    await lab.locator('.edit textarea').first().fill('0.1 * sinh(t)');
    await lab.locator('.edit mark').waitFor();
    await clean(page, 'with a wrong schedule');
    await lab.locator('.open').nth(1).click();

    await lab.locator('.more-button').click();
    await lab.locator('.network summary').click();
    await lab.locator('button.embed').click();
    await lab.locator('.embedding').waitFor();
    await lab.locator('.more .chart').first().waitFor();
    await clean(page, 'with More open');

    await lab.locator('button.export').click();
    for (const [i, sign] of ['import torch', 'import keras', 'import optax', 'import numpy', 't,eta', '"nbformat"'].entries()) {
      await lab.getByRole('tab').nth(i).click();
      await lab.locator('.take-code pre').filter({ hasText: sign }).waitFor();
      await clean(page, `with the code of a racer, ${sign}`);
    }

    await page.keyboard.press('+');
    await lab.locator('.whole-run').waitFor();
    await lab.locator('.part span').filter({ hasText: /30.90/ }).waitFor();
    await clean(page, 'zoomed');
    await page.keyboard.press('0');

    await clean(page, 'with the first task');
    await lab.locator('.task button').first().click();
    await lab.locator('.task').nth(1).waitFor();
    await lab.locator('.task .verdict').filter({ hasText: /[。.]/ }).first().waitFor();
    await finished(page);
    await clean(page, 'with the tasks');

    await lab.locator('.fields input').nth(1).fill('many');
    await lab.locator('[role=alert] .wrong').first().waitFor();
    await clean(page, 'with a wrong number');
    await lab.locator('.fields input').nth(1).fill('130');
    await finished(page);

    await page.keyboard.press('Escape');
    await lab.locator('.tools button[aria-pressed]').first().click();
    await lab.locator('.surface').waitFor();
    await clean(page, 'while drawing');

    // One button adds a first drawing, then another starts the judge.
    const next = lab.locator('.challenge button').filter({ visible: true });
    await next.click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes('points('));
    await finished(page);
    await next.click();
    await lab.locator('.challenge .verdict').filter({ hasText: /16/ }).waitFor({ timeout: 120_000 });
    await clean(page, 'judged');

    await page.evaluate((lang) => {
      location.hash = `#schedule=cosin&lang=${lang}`;
    }, language);
    await lab.locator('.notice[role=alert] .wrong').first().waitFor();
    await clean(page, 'with a wrong address');
    await close();
  });
}

for (const { dark, width } of [
  { dark: false, width: 1280 },
  { dark: true, width: 390 },
])
  test(`no violation on the page of the frameworks’ defects: ${dark ? 'dark' : 'light'}, ${width} px`, async () => {
    const { page, close } = await site.open('theirs.html', { dark, width, wait: false });
    await page.locator('tbody tr').nth(30).waitFor();
    const { violations, passes } = await look(page);
    assert.deepEqual(told(violations), []);
    assert((passes.find(({ id }) => id === 'color-contrast')?.nodes.length ?? 0) > 20);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    await close();
  });

for (const [i, experiment] of Object.keys(experiments).entries())
  test(`no violation in the experiment ${experiment}, with its menu open and a task answered`, async () => {
    const shape = i % 2 ? { language: 'zh', dark: true, width: 390 } : { language: 'en', width: 1280 };
    const { page, lab, close } = await site.open(`#experiment=${experiment}`, shape);
    await lab.locator('.experiment .paragraph, .articles .results td').first().waitFor();
    await lab.locator('.menu summary').click();
    await clean(page, 'with the menu open', (await lab.locator('.articles').count()) ? alone : laboratory);
    await page.keyboard.press('Escape');
    if (await lab.locator('.task').count()) {
      await lab.locator('.task button').first().click();
      await lab.locator('.task .verdict').filter({ hasText: /[。.]/ }).first().waitFor();
      await clean(page, 'with a task answered');
    }
    await close();
  });

for (const experiment of ['', ...Object.keys(experiments)])
  for (const language of ['en', 'zh'])
    for (const width of [1280, 390])
      test(`no violation in ${experiment || 'the race'} with all that opens open, light and dark: ${language}, ${width} px`, async () => {
        const { page, lab, close } = await site.open(experiment && `#experiment=${experiment}`, { language, width });
        await lab
          .locator(experiment ? '.experiment .paragraph, .articles .results td' : '.task')
          .first()
          .waitFor();
        const isReplaced = (await lab.locator('.articles').count()) > 0;
        if (!experiment) {
          await lab.locator('.task button').first().click();
          await lab.locator('.task').nth(1).waitFor();
          await lab.locator('.task .verdict').filter({ hasText: /[。.]/ }).first().waitFor();
          await finished(page);
        }
        const openers = isReplaced ? ['.articles .as-table'] : ['.open', '.as-table', '.more-button', '.network summary'];
        for (const opener of isReplaced ? openers : [...openers, 'button.embed']) {
          const found = lab.locator(opener).filter({ visible: true }).first();
          if (await found.count()) await found.click();
        }
        await lab
          .locator(isReplaced ? '.articles .values-table' : '.more .chart')
          .first()
          .waitFor();
        if (!isReplaced) for (const opened of ['.embedding', '.edit']) await lab.locator(opened).waitFor();
        for (const theme of ['light', 'dark']) {
          await lab.evaluate((element, name) => element.setAttribute('theme', name), theme);
          await page.waitForTimeout(100);
          await clean(page, theme, isReplaced ? alone : laboratory);
        }
        await close();
      });

for (const { language, dark, width } of [
  { language: 'en', dark: true, width: 1280 },
  { language: 'zh', dark: false, width: 390 },
])
  test(`no violation with the charts of other numbers, the average and their tables: ${language}, ${width} px`, async () => {
    const numbers = 'opt=sgd(momentum=one_cycle(0.85, div=0.85/0.95, final_div=1))&batch=points(0:8, %2050%25:16, shape=step)';
    const { page, lab, close } = await site.open(`#steps=120&average=ema(decay=0.9)&${numbers}&schedule=cosine&schedule=wsd`, {
      language,
      dark,
      width,
    });
    await lab.locator('.more-button').click();
    for (const chart of ['average_accuracy', 'number-opt-momentum', 'number-batch']) await lab.locator(`figure.${chart} canvas`).waitFor();
    for (const table of await lab.locator('.as-table').all()) await table.click();
    await lab.locator('.values-table').nth(2).waitFor();
    await clean(page, 'with every chart as a table');
    await close();
  });

for (const width of [1280, 390])
  test(`no violation with any comparison of the frameworks: ${width} px`, async () => {
    const { page, lab, close } = await site.open('#experiment=conventions', { width, language: width === 390 ? 'zh' : 'en' });
    await lab.locator('.experiment .paragraph').first().waitFor();
    const choices = await lab.locator('.experiment button[aria-pressed]').all();
    assert(choices.length > 4);
    for (const choice of choices) {
      await choice.click();
      await finished(page);
      await lab.locator('.experiment li').first().waitFor();
      await clean(page, (await choice.textContent()) ?? '');
    }
    await close();
  });

test('no violation in an article, with the sets of parts, in both themes', async () => {
  for (const theme of ['light', 'dark'])
    for (const width of [1000, 390]) {
      const elements = ['', 'show="charts"', 'show="charts table" hide="reset"', 'experiment="adaptive"'].map(
        (attributes) => `<p>Text.</p><eta-lab run="steps=100 schedule=constant schedule=cosine" theme="${theme}" ${attributes}></eta-lab>`,
      );
      const { page, close } = await openArticle(site.browser, `<main><h1>An article</h1>${elements.join('')}</main>`, { width });
      for (const i of elements.keys()) {
        await page.locator('eta-lab').nth(i).scrollIntoViewIfNeeded();
        await trained(page, i);
      }
      await clean(page, `${theme}, ${width} px`);
      await close();
    }
});

test('a violation planted in the shadow root is found', async () => {
  const { page, close } = await site.open('#steps=100&schedule=cosine');
  await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('eta-lab')?.shadowRoot);
    root.querySelector('.main')?.append(document.createElement('button'), document.createElement('input'));
  });
  const { violations } = await look(page);
  assert.deepEqual(violations.map(({ id }) => id).sort(), ['button-name', 'label']);
  await close();
});
