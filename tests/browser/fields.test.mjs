// What is typed into a field is that field's value: with quotation marks and brackets, emptied, half composed, with a decimal comma.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pageKeys, writeAddress } from '../../web/src/lib/address.js';
import { ask, start } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const textOf = (/** @type {Page} */ page) => ask(page, (lab) => lab.run?.text);
/** @param {Page} page @param {string} text */
const became = (page, text) =>
  page.waitForFunction((wanted) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run?.text === wanted, text);

/** Opens a racer's editor. @param {Locator} lab @param {number} racer from 1 */
async function openEditor(lab, racer) {
  await lab.locator(`tr.racer[data-racer="${racer}"] button.open`).click();
  const editor = lab.locator('tr.editor:not([hidden]) .edit');
  await editor.waitFor();
  return editor;
}

/** Selects all of a field and removes it, as one does to type something else. @param {Locator} field */
async function empty(field) {
  await field.click();
  await field.press('Control+A');
  await field.press('Backspace');
}

test('any label can be typed; the address and the next visit have it', async () => {
  const { page, lab, close } = await site.open('#schedule=constant&schedule=cosine');
  const editor = await openEditor(lab, 2);
  for (const label of ['baseline (0.5)', ':(', 'lr=0.1', 'x schedule=linear', 'say "hi"', '"quoted"', '学习率 = 0.5％']) {
    await editor.getByLabel('Label').fill(label);
    await page.waitForFunction(
      (wanted) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[1].label === wanted,
      label,
    );
    assert.deepEqual(await ask(page, (it) => it.run?.racers.map((racer) => racer.schedule)), ['constant', 'cosine']);
    const items = await ask(page, (it) => it.run?.items ?? []);
    await page.waitForURL((url) => url.hash === `#${writeAddress(items, [], pageKeys)}`);
    const again = await site.open(new URL(page.url()).hash);
    assert.equal(await ask(again.page, (it) => it.run?.racers[1].label), label);
    await again.close();
  }
  await editor.getByLabel('Label').fill('x'.repeat(81));
  await editor.locator('.wrong[data-code="label_too_long"]').waitFor();
  assert.equal(await editor.getByLabel('Label').inputValue(), 'x'.repeat(81));
  await close();
});

test('what would be another key is a problem of the field that it was typed into', async () => {
  const { page, lab, close } = await site.open('#schedule=constant&schedule=step');
  const before = await textOf(page);
  const editor = await openEditor(lab, 2);
  const text = editor.locator('textarea');
  for (const typed of ['x schedule=linear', 'step(', 'step lr=3']) {
    await text.fill(typed);
    await editor.locator('.source + .wrong, .source ~ div .wrong').first().waitFor();
    assert.notEqual(await editor.locator('mark').first().textContent(), '');
    assert.equal(await text.inputValue(), typed);
    assert.equal(await textOf(page), before);
  }
  await text.fill('step');
  await editor.locator('[data-key="step.factor"]').fill('0.2, every=3');
  await editor.locator('.wrong[data-code="unexpected"]').waitFor();
  assert.equal(await textOf(page), before);
  // Several wrong fields keep their messages and what was typed, and the others still apply.
  await editor.locator('[data-key="step.lr"]').fill('much');
  await editor.locator('.wrong[data-code="not_constant"]').waitFor();
  await editor.locator('[data-key="step.every"]').fill('100');
  await became(page, 'schedule=constant schedule=step(every=100)');
  assert.equal(await editor.locator('.wrong').count(), 2);
  assert.equal(await editor.locator('[data-key="step.factor"]').inputValue(), '0.2, every=3');
  assert.equal(await editor.locator('[data-key="step.lr"]').inputValue(), 'much');
  await close();
});

test('a field that is emptied is a problem at its place, and nothing else moves', async () => {
  const { page, lab, close } = await site.open('#schedule=constant&schedule=step&schedule=cosine');
  const before = await textOf(page);
  const { hash } = new URL(page.url());
  const editor = await openEditor(lab, 1);
  await empty(editor.locator('textarea'));
  await editor.locator('.wrong[data-code="value_missing"]').waitFor();
  assert.deepEqual([await textOf(page), new URL(page.url()).hash], [before, hash]);
  assert.equal(await lab.locator('tr.racer').count(), 3);
  await editor.locator('textarea').pressSequentially('linear');
  await became(page, 'schedule=linear schedule=step schedule=cosine');
  for (const label of ['η₀', 'Updates', 'Batch', 'Seed']) await empty(lab.locator('.control-area').getByLabel(label, { exact: true }));
  await page.waitForFunction(() => document.querySelector('eta-lab')?.shadowRoot?.querySelectorAll('.control-area .wrong').length === 4);
  assert.equal(await textOf(page), 'schedule=linear schedule=step schedule=cosine');
  await close();
});

test('the own fields of a lone racer take the value typed, every time', async () => {
  const { page, lab, close } = await site.open('#schedule=cosine');
  const editor = await openEditor(lab, 1);
  const rate = editor.locator('[data-key="lr"]');
  for (const typed of ['0.25', '0.1', '0.7']) {
    await rate.fill('');
    await rate.pressSequentially(typed);
    await became(page, `lr=${typed} schedule=cosine`);
  }
  assert.equal(await editor.locator('.wrong').count(), 0);
  await close();
});

test('Escape ends what is being composed, and not the text; what is half composed is not called wrong', async () => {
  const { page, lab, close } = await site.open('#schedule=constant');
  const editor = await openEditor(lab, 1);
  const text = editor.locator('textarea');
  const keyboard = await page.context().newCDPSession(page);
  await text.fill('warmup(50) then cos');
  await editor.locator('.wrong').first().waitFor();
  await text.press('End');
  await keyboard.send('Input.imeSetComposition', { text: 'yu', selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(700);
  assert.equal(await text.inputValue(), 'warmup(50) then cosyu');
  // A browser sends the key to the page while composing.
  await text.evaluate((area) =>
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true })),
  );
  await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  assert.equal(await text.inputValue(), 'warmup(50) then cos');
  await text.fill('cosine');
  await became(page, 'schedule=cosine');
  const label = editor.getByLabel('Label');
  await label.focus();
  await keyboard.send('Input.imeSetComposition', { text: 'xuexi', selectionStart: 5, selectionEnd: 5 });
  await page.waitForTimeout(700);
  assert.equal(await textOf(page), 'schedule=cosine');
  await keyboard.send('Input.insertText', { text: '学习' });
  await became(page, 'label=学习 schedule=cosine');
  await close();
});

test('a decimal comma is a point, and full-width signs are signs', async () => {
  const { page, lab, close } = await site.open('#schedule=constant');
  await lab.locator('.control-area').getByLabel('η₀').fill('0,3');
  await became(page, 'lr=0.3');
  const editor = await openEditor(lab, 1);
  await editor.locator('textarea').fill('step（factor=0.1，every=50）');
  await became(page, 'lr=0.3 schedule=step(factor=0.1, every=50)');
  await close();
});

for (const [language, sentence] of [
  ['en', 'nothing comes after it'],
  ['zh', '后面什么都轮不到'],
])
  test(`what can never come is said where it was typed, and the run is taken: ${language}`, async () => {
    const { page, lab, close } = await site.open(`#schedule=constant&schedule=cosine&lang=${language}`);
    const editor = await openEditor(lab, 2);
    await editor.locator('textarea').fill('warmup(2000) then cosine');
    const warning = editor.locator('p.warned[data-code="warmup_after_end"]');
    await warning.waitFor();
    assert((await warning.textContent())?.includes(sentence));
    assert.equal(await editor.locator('mark.warned').textContent(), 'warmup(2000)');
    assert.equal(await editor.locator('textarea').getAttribute('aria-invalid'), null);
    assert.equal(await textOf(page), 'schedule=constant schedule=warmup(2000) then cosine');
    await editor.locator('textarea').fill('warmup(20) then cosine');
    await warning.waitFor({ state: 'detached' });
    await close();
  });
