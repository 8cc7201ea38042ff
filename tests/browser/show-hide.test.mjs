// An author shows sets of parts and hides parts: nothing is left over, and what no reader may miss stays.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hideable } from '../../web/src/element/hide.js';
import { openArticle, trained } from './foreign.mjs';
import { finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const run = 'data=moons steps=100 schedule=constant schedule=cosine';
const full = 'full="https://etalab.example/"';

/** Opens an article with one element. @param {string} attributes @param {string} [text] @param {{ width?: number }} [options] */
async function opened(attributes, text = run, options) {
  const article = await openArticle(site.browser, `<p>Before.</p><eta-lab run="${text}" ${attributes}></eta-lab><p>After.</p>`, options);
  await trained(article.page);
  return { ...article, lab: article.page.locator('eta-lab') };
}

/** Lists what can be pressed. @param {import('playwright-core').Locator} lab */
const controls = (lab) =>
  lab
    .locator(':is(button, a, select, input, textarea):visible')
    .evaluateAll((all) => all.map((each) => each.textContent || each.localName));

/** Lists visible boxes that hold nothing visible, and gaps of more than 40 pixels from one visible part to the next. @param {import('playwright-core').Locator} lab */
const leftOver = (lab) =>
  lab.evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const isSeen = (/** @type {Element} */ each) => {
      const { width, height } = each.getBoundingClientRect();
      return each.checkVisibility() && width > 1 && height > 1 && !each.closest('.unseen');
    };
    const filled = 'button, input, select, canvas, p, th, td, a, h2, span, li, summary';
    const boxes = Array.from(root.querySelectorAll('.bar, .fields, .control-area, .charts, .tools, .adder, .side, footer, .part'));
    const hollow = boxes
      .filter((box) => isSeen(box) && !Array.from(box.querySelectorAll(filled)).some(isSeen))
      .map((box) => box.className || box.localName);
    const seen = Array.from(root.querySelectorAll(filled))
      .filter(isSeen)
      .map((each) => each.getBoundingClientRect());
    const frame = /** @type {Element} */ (root.querySelector('.lab')).getBoundingClientRect();
    const edges = [...seen.map(({ top, bottom }) => [top, bottom]), [frame.bottom, frame.bottom]].sort(([a], [b]) => a - b);
    let reached = frame.top;
    const gaps = [];
    for (const [top, bottom] of edges) {
      if (top - reached > 40) gaps.push(`a gap of ${Math.round(top - reached)} pixels`);
      reached = Math.max(reached, bottom);
    }
    return [...hollow, ...gaps];
  });

const fair = 'same start, same batches ✓';

test('show="charts" is Play, Reset, the charts and their handles, the line on start and batches, and the link to the page', async () => {
  for (const width of [1000, 390]) {
    const { lab, said, close } = await opened(`show="charts" ${full}`, run, { width });
    assert.deepEqual(await controls(lab), ['Play', 'Reset', 'Copy link', 'ηLab ↗']);
    assert.equal(await lab.locator('canvas:visible').count(), 2);
    assert(await lab.locator('.knob').first().isVisible());
    assert(await lab.getByText(fair).filter({ visible: true }).isVisible());
    assert.deepEqual(await leftOver(lab), []);
    const { height } = /** @type {{ height: number }} */ (await lab.boundingBox());
    // On a phone the values with their names take lines of their own.
    assert(height < (width === 1000 ? 600 : 660), `${height}`);
    assert.deepEqual(said, []);
    await close();
  }
});

test('without a page to link to there is no row for it', async () => {
  const { lab, close } = await opened('show="charts"');
  assert.deepEqual(await controls(lab), ['Play', 'Reset']);
  assert(!(await lab.locator('footer').isVisible()));
  assert.deepEqual(await leftOver(lab), []);
  await close();
});

test('sets add up, hide takes away from them, and both may change at any time', async () => {
  const { page, lab, said, close } = await opened('show="charts table" hide="reset add"');
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    lab.evaluate((element, [key, text]) => element.setAttribute(key, text), [name, value]);
  const isThere = async (/** @type {string} */ part) => (await lab.locator(hideable[part]).filter({ visible: true }).count()) > 0;
  assert(await isThere('table'));
  for (const part of ['reset', 'add', 'switches', 'values', 'tools', 'more', 'model', 'network', 'fields'])
    assert(!(await isThere(part)), part);
  assert.equal(await lab.getByText(fair).filter({ visible: true }).count(), 1);
  await set('show', 'charts');
  await page.waitForFunction(() => document.querySelector('eta-lab')?.shadowRoot?.querySelector('.fair-line'));
  assert(!(await isThere('table')));
  assert.equal(await lab.getByText(fair).filter({ visible: true }).count(), 1);
  // The line follows the run: nothing is to be compared with a lone racer, and other batches are said.
  await lab.evaluate((element) => element.setAttribute('run', 'data=moons steps=100 schedule=cosine'));
  await lab.locator('.fair-line').filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
  await lab.evaluate((element) => element.setAttribute('run', 'data=moons steps=100 schedule=cosine schedule=cosine batch=7'));
  await lab.locator('.fair-line').filter({ hasText: 'different starts or batches' }).waitFor();
  await set('show', 'all');
  await set('hide', '');
  await lab.locator('.fair-line').waitFor({ state: 'detached' });
  for (const part of ['table', 'reset', 'add', 'switches', 'tools', 'more', 'model', 'fields']) assert(await isThere(part), part);
  assert.deepEqual(said, []);
  await set('show', 'chart');
  await page.waitForTimeout(100);
  assert.equal(said.length, 1);
  assert.match(said[0], /chart .*controls/);
  assert(await isThere('table'));
  await close();
});

test('a part goes with what it is only about, and what holds parts with the last of them', async () => {
  const { lab, close } = await opened(full);
  const set = async (/** @type {string} */ list) => {
    await lab.evaluate((element, hide) => element.setAttribute('hide', hide), list);
    await lab.page().waitForTimeout(50);
  };
  for (const [list, gone] of /** @type {const} */ ([
    ['table more network', '.add, .adder, .ends, .more-button'],
    ['rate', '.handles, .tools'],
    ['rate accuracy', '.charts, .switch, .as-table, .tools'],
    ['model network', '.side'],
    ['play step reset new_seed speed', '.bar'],
    ['controls fields', '.control-area'],
    ['more', '.keys'],
  ])) {
    await set(list);
    assert.equal(await lab.locator(`:is(${gone}):visible`).count(), 0, list);
    assert.deepEqual(await leftOver(lab), [], list);
  }
  for (const name of Object.keys(hideable)) {
    await set(name);
    assert.deepEqual(await leftOver(lab), [], name);
  }
  await set(Object.keys(hideable).join(' '));
  assert.deepEqual(await controls(lab), ['ηLab ↗']);
  assert(await lab.getByText(fair).filter({ visible: true }).isVisible());
  await close();
});

test('the page’s address and its frame take show, and the dialog writes what is in force', async () => {
  const { page, lab, close } = await site.open(
    '#show=charts+table&hide=reset&experiment=adaptive&theme=dark&steps=100&lang=en'.replace('+', '%20'),
  );
  assert(!(await lab.locator('.fields').first().isVisible()));
  assert(await lab.locator('table.racers').isVisible());
  assert(await lab.locator('.lab h1').isVisible());
  assert.match(page.url(), /show=charts%20table&hide=reset/);
  await lab.evaluate((element) => element.setAttribute('hide', 'reset fields'));
  await lab.evaluate((element) => element.setAttribute('show', 'all'));
  await lab.getByRole('button', { name: 'Embed this' }).click();
  await lab.locator('.embedding').waitFor();
  const texts = () =>
    lab.locator('.embedding textarea').evaluateAll((areas) => areas.map((area) => /** @type {HTMLTextAreaElement} */ (area).value));
  let [tag, frame] = await texts();
  assert.match(tag, / theme="dark" show="all" hide="reset fields" experiment="adaptive" full="http:\/\/127[^"]*"><\/eta-lab>$/);
  assert.match(frame, /\?embed#[^"]*show=all&amp;hide=reset%20fields&amp;experiment=adaptive&amp;log"/);
  await lab.getByRole('checkbox', { name: 'only Play' }).check();
  [tag, frame] = await texts();
  assert.match(tag, / show="charts" hide="reset fields"/);
  const src = (/src="([^"]*)"/.exec(frame)?.[1] ?? '').replaceAll('&amp;', '&');
  await close();

  const context = await site.browser.newContext({ reducedMotion: 'reduce' });
  const inner = await context.newPage();
  await inner.goto(src);
  await finished(inner);
  assert.deepEqual(await controls(inner.locator('eta-lab')), ['Play', 'Copy link', 'ηLab ↗']);
  await context.close();
});
