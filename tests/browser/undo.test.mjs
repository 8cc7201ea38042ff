// Nothing is lost: gestures are undone and redone by buttons, keys and, on the page itself, the browser's Back and Forward.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { experiment as draw } from '../../web/src/experiments/draw.js';
import { openArticle, trained } from './foreign.mjs';
import { ask, finished, root, start } from './page.mjs';
import { axes, fingers } from './zooming.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const text = (/** @type {Page} */ page) => ask(page, (it) => it.run?.text ?? '');
/** @param {Page} page @param {string} wanted */
const becomes = (page, wanted) =>
  page.waitForFunction((run) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text === run, wanted, { timeout: 5000 });

/** @param {Page} page @param {number} by pixels, up */
async function dragRate(page, by) {
  const ring = page.locator('eta-lab .knob.ring').first();
  await ring.scrollIntoViewIfNeeded();
  const box = await ring.boundingBox();
  assert(box);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) await page.mouse.move(x, y + (by * i) / 12);
  await page.mouse.up();
  await finished(page);
}

for (const [language, width, undone, redone] of /** @type {const} */ ([
  ['en', 1280, 'Undone: preset', 'Redone: preset'],
  ['zh', 390, '已撤销：预设', '已重做：预设'],
])) {
  test(`a preset is undone and redone by its buttons, which say so: ${language}, ${width} px`, async () => {
    const { page, lab, close } = await site.open(`#lang=${language}`, { width });
    const [undo, redo] = ['undo', 'redo'].map((name) => lab.locator(`.${name}`));
    assert(await undo.isVisible());
    assert.deepEqual([await undo.isDisabled(), await redo.isDisabled()], [true, true]);
    await lab.locator('.failures button').first().click();
    await becomes(page, 'lr=1.5 schedule=constant schedule=constant lr=0.3');
    await undo.click();
    await becomes(page, 'preset=default');
    await lab.locator('.undoing span', { hasText: undone }).waitFor();
    assert.equal(await lab.locator('.lab > [role=status]').textContent(), undone);
    // The focus goes to the other button when there is nothing more to undo.
    assert.equal(await redo.evaluate((it) => it.matches(':focus')), true);
    await redo.press('Enter');
    await becomes(page, 'lr=1.5 schedule=constant schedule=constant lr=0.3');
    await lab.locator('.undoing span', { hasText: redone }).waitFor();
    await lab.locator('.failures button').nth(1).click();
    await lab.locator('.undoing span', { hasText: redone }).waitFor({ state: 'detached' });
    await close();
  });
}

test('keys undo with the focus in the element, and in a text field they are the field’s', async () => {
  const { page, lab, close } = await site.open('#steps=200&schedule=cosine');
  await lab.locator('.add').click();
  await becomes(page, 'steps=200 schedule=cosine schedule=constant');
  await page.locator('body').evaluate(() => /** @type {any} */ (document.activeElement)?.blur());
  await lab.locator('.plot').first().focus();
  await page.keyboard.press('Control+z');
  await becomes(page, 'steps=200 schedule=cosine');
  await page.keyboard.press('Control+y');
  await becomes(page, 'steps=200 schedule=cosine schedule=constant');
  await page.keyboard.press('Meta+z');
  await becomes(page, 'steps=200 schedule=cosine');
  await page.keyboard.press('Control+Shift+z');
  await becomes(page, 'steps=200 schedule=cosine schedule=constant');
  const seed = lab.getByLabel('Seed');
  await seed.click();
  await page.keyboard.press('End');
  await page.keyboard.type('23');
  await becomes(page, 'steps=200 seed=123 schedule=cosine schedule=constant');
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(300);
  // The browser has undone in the field, and no racer has gone.
  assert.match(await text(page), /schedule=cosine schedule=constant$/);
  assert.notEqual(await seed.inputValue(), '123');
  await close();
});

test('Back undoes and Forward redoes; a drag and a typed number are one entry each', async () => {
  const { page, lab, close } = await site.open('#steps=200&schedule=cosine&lang=en');
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  await dragRate(page, 30);
  const dragged = await text(page);
  assert.match(dragged, /^lr=0\.\d+ steps=200 schedule=cosine$/);
  await page.waitForFunction(() => location.hash.startsWith('#lr='));
  assert.equal(await length(), before + 1);
  const seed = lab.getByLabel('Seed');
  await seed.fill('1');
  await seed.pressSequentially('23');
  await becomes(page, dragged.replace('steps=200', 'steps=200 seed=123'));
  await page.waitForFunction(() => location.hash.includes('seed=123'));
  assert.equal(await length(), before + 2);
  await lab.locator('.add').click();
  await page.waitForFunction(() => location.hash.includes('schedule=constant'));
  assert.equal(await length(), before + 3);
  await page.goBack();
  await page.goBack();
  await becomes(page, dragged);
  await page.goBack();
  await becomes(page, 'steps=200 schedule=cosine');
  assert(await lab.locator('.undo').isDisabled());
  await page.goForward();
  await becomes(page, dragged);
  // The buttons and the browser go the same way.
  await lab.locator('.redo').click();
  await becomes(page, dragged.replace('steps=200', 'steps=200 seed=123'));
  await page.waitForFunction(() => location.hash.includes('seed=123'));
  await lab.locator('.undo').click();
  await becomes(page, dragged);
  await page.waitForFunction(() => !location.hash.includes('seed'));
  await page.goForward();
  await becomes(page, dragged.replace('steps=200', 'steps=200 seed=123'));
  assert.equal(await length(), before + 3);
  await close();
});

test('an experiment that was opened is left by Back and by Undo, and each has its title', async () => {
  const { page, lab, close } = await site.open('#lang=en');
  await lab.locator('.failures button').first().click();
  await page.waitForFunction(() => location.hash.startsWith('#lr=1.5'));
  await lab.getByRole('link', { name: 'Draw' }).first().click();
  await becomes(page, draw.run);
  await page.waitForFunction(() => document.title === 'Draw – EtaLab');
  await page.goBack();
  await becomes(page, 'lr=1.5 schedule=constant schedule=constant lr=0.3');
  assert.equal(await page.locator('eta-lab').getAttribute('experiment'), null);
  await page.waitForFunction(() => document.title.startsWith('EtaLab'));
  await page.goForward();
  await becomes(page, draw.run);
  await page.waitForFunction(() => document.querySelector('eta-lab')?.getAttribute('experiment') === 'draw');
  await lab.locator('.undo').click();
  await becomes(page, 'lr=1.5 schedule=constant schedule=constant lr=0.3');
  await page.waitForFunction(() => location.hash.startsWith('#lr=1.5') && !location.hash.includes('draw'));
  await close();
});

test('what the browser refuses to write can still be undone in the element', async () => {
  const { page, lab, close } = await site.open('#lang=en', {
    first: () => {
      history.pushState = () => {
        throw new DOMException('too many', 'SecurityError');
      };
    },
  });
  await lab.locator('.failures button').first().click();
  await becomes(page, 'lr=1.5 schedule=constant schedule=constant lr=0.3');
  await lab.locator('.failures button').nth(1).click();
  await page.waitForTimeout(300);
  await lab.locator('.undo').click();
  await lab.locator('.undo').click();
  await becomes(page, 'preset=default');
  await close();
});

/** Each way to stand in another page, as the body of that page. */
const hosts = {
  'an article': '<eta-lab lang="en"></eta-lab>',
  'a frame with ?embed': '<iframe src="etalab.html?embed#lang=en" width="900" height="900"></iframe>',
  'a frame of the whole page': '<iframe src="etalab.html#lang=en" width="900" height="900"></iframe>',
};

for (const [name, body] of Object.entries(hosts)) {
  test(`in ${name} gestures are undone, and the history of the page around it stays as it is`, async () => {
    const { page, close } = await openArticle(site.browser, body);
    const frame = body.startsWith('<iframe') ? page.frames()[1] : page.mainFrame();
    await trained(frame);
    const state = () => page.evaluate(() => [history.length, JSON.stringify(history.state), location.href]);
    const before = await state();
    const inside = () => frame.evaluate(() => [history.length, JSON.stringify(history.state), location.href]);
    const insideBefore = await inside();
    const lab = frame.locator('eta-lab');
    await lab.locator('.add').click();
    await lab.locator('tr.racer').nth(3).waitFor();
    await lab.getByRole('button', { name: 'New seed' }).click();
    await lab.locator('.undo').click();
    await lab.locator('.undo').click();
    await frame.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text === 'preset=default');
    assert(await lab.locator('.undo').isDisabled());
    assert.deepEqual([await state(), await inside()], [before, insideBefore]);
    await close();
  });
}

test('in srcdoc a tab opens its experiment without leaving, code can be embedded, and what cannot be linked is said', async () => {
  const { page, said, close } = await openArticle(site.browser, '<iframe width="1100" height="1200"></iframe>', { width: 1200 });
  const html = await readFile(`${root}build/site/etalab.html`, 'utf8');
  await page.locator('iframe').evaluate((frame, source) => {
    /** @type {any} */ (frame).srcdoc = source;
  }, html);
  await page.waitForFunction(
    () => /** @type {any} */ (document.querySelector('iframe')).contentDocument?.querySelector('eta-lab')?.lab?.run,
  );
  const frame = page.frames()[1];
  await trained(frame);
  const length = await page.evaluate(() => history.length);
  const lab = frame.locator('eta-lab');
  await lab.getByRole('link', { name: 'Draw' }).first().click();
  await frame.waitForFunction((run) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text === run, draw.run);
  assert.equal(frame.url(), 'about:srcdoc');
  assert.deepEqual(await page.evaluate(() => [history.length, location.pathname]), [length, '/']);
  await lab.getByRole('button', { name: 'Embed this' }).click();
  const tag = await lab.locator('.embedding textarea').first().inputValue();
  assert(tag.startsWith(`<script src="etalab.js"></script>\n<eta-lab run="${draw.run}" `), tag);
  assert.match(tag, / experiment="draw"/);
  await lab.getByRole('button', { name: 'Copy link' }).click();
  await lab.locator('.share .said', { hasText: 'no address of its own' }).waitFor();
  assert((await lab.locator('.share .said').textContent())?.endsWith(draw.run));
  assert.deepEqual(said, []);
  await close();
});

test('where a sandbox forbids files the CSV is there to be taken by hand', async () => {
  const body =
    '<iframe sandbox="allow-scripts" src="etalab.html?embed#lang=en&steps=50&schedule=cosine" width="900" height="900"></iframe>';
  const { page, close } = await openArticle(site.browser, body);
  const frame = page.frames()[1];
  await trained(frame);
  const lab = frame.locator('eta-lab');
  await lab.getByRole('button', { name: 'CSV' }).click();
  const area = lab.getByRole('textbox', { name: 'CSV' });
  await area.waitFor();
  assert.equal((await area.inputValue()).trim().split('\n').length, 51);
  await lab.getByText('does not let it save files').first().waitFor();
  await close();
});

test('a click keeps the cursor while other controls are used, a second one frees it; hovering is for as long as it lasts', async () => {
  const { page, lab, close } = await site.open('#lang=en', { height: 1300 });
  const plot = lab.locator('.accuracy .plot');
  await plot.hover({ position: { x: 300, y: 60 } });
  await page.waitForTimeout(400);
  const { left, width, top } = await axes(plot);
  const x = left + width * 0.2;
  await page.mouse.click(x, top + 50);
  const kept = await ask(page, (it) => it.kept);
  assert(kept !== null);
  await page.mouse.move(x + 90, top + 50);
  await page.waitForFunction((at) => /** @type {any} */ (document.querySelector('eta-lab')).lab.cursor > at + 20, kept);
  await lab.getByRole('checkbox', { name: 'misread only' }).click();
  assert.equal(await ask(page, (it) => it.cursor), kept);
  await lab.locator('.model').getByText(`update ${kept}:`).waitFor();
  await lab.getByRole('combobox', { name: 'Whose network' }).selectOption({ index: 1 });
  assert.equal(await ask(page, (it) => it.cursor), kept);
  const free = lab.locator('.accuracy button.kept');
  assert.equal(await free.textContent(), `${kept} ×`);
  await page.mouse.click(x, top + 50);
  assert.equal(await ask(page, (it) => it.kept), null);
  await free.waitFor({ state: 'hidden' });
  await page.mouse.click(x, top + 50);
  await free.click();
  assert.deepEqual(await ask(page, (it) => [it.kept, it.cursor]), [null, null]);
  // Zooming by a drag keeps nothing.
  await page.mouse.move(x, top + 50);
  await page.mouse.down();
  await page.mouse.move(x + 100, top + 50, { steps: 4 });
  await page.mouse.up();
  assert.equal(await ask(page, (it) => it.kept), null);
  assert.notEqual(await ask(page, (it) => it.zoom), null);
  await close();
});

test('a key keeps the cursor when the focus goes elsewhere, and Escape frees it there, too', async () => {
  const { page, lab, close } = await site.open('#lang=en');
  const plot = lab.locator('.accuracy .plot');
  await plot.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  // The first keys act when their code has come.
  await page.waitForFunction(
    () =>
      /** @type {any} */ (document.querySelector('eta-lab')).lab.kept !== null &&
      /** @type {any} */ (document.querySelector('eta-lab')).lab.kept !== 0,
  );
  const kept = await ask(page, (it) => it.kept);
  assert.equal(kept, 40);
  await lab.getByRole('checkbox', { name: 'misread only' }).focus();
  assert.equal(await ask(page, (it) => it.cursor), 40);
  await page.keyboard.press('Escape');
  assert.deepEqual(await ask(page, (it) => [it.kept, it.cursor]), [null, null]);
  await close();
});

test('a finger keeps the cursor where it is lifted, and a tap there frees it', async () => {
  const { page, lab, close } = await site.open('#lang=en', { width: 390, height: 844 });
  const plot = lab.locator('.accuracy .plot');
  await plot.evaluate((it) => it.scrollIntoView({ block: 'center' }));
  const { left, top } = await axes(plot);
  const session = await page.context().newCDPSession(page);
  const tap = async (/** @type {number} */ x) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y: top + 40 }] });
    await page.waitForTimeout(150);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(150);
  };
  // The first touch fetches what handles the others.
  await tap(left + 60);
  await tap(left + 120);
  const kept = await ask(page, (it) => it.kept);
  assert(kept !== null && kept > 200);
  await lab.locator('.seed, [data-key=seed]').first().focus();
  assert.equal(await ask(page, (it) => it.cursor), kept);
  await tap(left + 120);
  assert.equal(await ask(page, (it) => it.kept), null);
  await close();
});

test('drawing ends when the experiment is left: a swipe over the chart scrolls and adds nothing', async () => {
  const { page, lab, close } = await site.open('#experiment=draw&lang=en', { width: 390, height: 700 });
  await lab.locator('.drawn-on').waitFor();
  await lab.locator('.menu summary').click();
  await lab.locator('.menu a[href="#experiment=noise_floor"]').click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes('hidden=none'));
  await finished(page);
  assert.equal(await lab.locator('.drawn-on, .surface').count(), 0);
  assert.equal(await lab.locator('.draw').getAttribute('aria-pressed'), 'false');
  const before = await text(page);
  const plot = lab.locator('.rate .plot');
  await plot.evaluate((it) => it.scrollIntoView({ block: 'center' }));
  const { left, top } = await axes(plot);
  const scrolled = await page.evaluate(() => scrollY);
  await fingers(
    page,
    Array.from({ length: 8 }, (_, i) => [{ x: left + 150, y: top + 90 - 14 * i }]),
  );
  await page.waitForFunction((start) => scrollY > start + 30, scrolled);
  assert.equal(await text(page), before);
  await close();
});

test('a seventh schedule is not offered, and it is said why; the theme comes back to automatic; Keys opens and closes their list', async () => {
  const six = Array.from({ length: 6 }, (_, i) => `schedule=constant&lr=0.${i + 1}`).join('&');
  const { page, lab, close } = await site.open(`#steps=100&${six}&lang=en`);
  const add = lab.locator('.add');
  assert(await add.isDisabled());
  assert.equal(await add.textContent(), '6 schedules are the most');
  await lab.locator('.row-remove button:not(.pin)').first().click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers.length === 5);
  await lab.getByRole('button', { name: 'Add a schedule' }).waitFor();
  assert(await add.isEnabled());
  const theme = lab.locator('button.theme');
  const seen = [];
  for (let i = 0; i < 3; i++) {
    await theme.click();
    seen.push(await page.locator('eta-lab').getAttribute('theme'));
  }
  assert.deepEqual(seen, ['dark', 'light', null]);
  const keys = lab.getByRole('button', { name: 'Keys' });
  await keys.click();
  await lab.locator('kbd').first().waitFor();
  assert.equal(await lab.locator('.more-button').getAttribute('aria-expanded'), 'false');
  await keys.click();
  await lab.locator('kbd').first().waitFor({ state: 'hidden' });
  await close();
});
