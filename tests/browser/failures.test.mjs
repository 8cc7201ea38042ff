// Runs that fail open by a click or a key, with a sentence that disappears with another run.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { failures } from '../../web/src/controls/failure-runs.js';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('each opens by a click, is in the address, and is explained', async () => {
  const { page, lab, close } = await site.open('');
  const buttons = lab.locator('.failures button');
  assert.equal(await buttons.count(), failures.length);
  const seen = lab.locator('.failures .seen');
  assert.equal(await seen.textContent(), '');
  for (const [i, { run }] of failures.entries()) {
    await buttons.nth(i).click();
    await page.waitForFunction((text) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text === text, run);
    await lab.locator('.failures [aria-pressed="true"]').nth(0).waitFor();
    assert.equal(await buttons.nth(i).getAttribute('aria-pressed'), 'true');
    // The first time its words are still loading.
    await seen.filter({ hasText: /\S/ }).waitFor();
    assert(((await seen.textContent()) ?? '').length > 40);
  }
  assert.match(page.url(), /opt=adam/);
  await lab.getByRole('textbox', { name: 'Updates', exact: true }).fill('100');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.updates === 100);
  await lab.locator('.failures .seen:empty').waitFor({ state: 'attached' });
  await close();
});

test('by keyboard, in Chinese; too hot learns nothing', async () => {
  const { page, lab, close } = await site.open('', { language: 'zh-CN', width: 390 });
  await lab.getByRole('button', { name: 'η₀ 太大' }).focus();
  await page.keyboard.press('Space');
  await page.waitForFunction((text) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text === text, failures[0].run);
  await finished(page);
  assert((await ask(page, (state) => state.telemetry(1)?.evaluations.validation_accuracy.at(-1) ?? 1)) < 0.2);
  await lab.locator('.failures .seen').filter({ hasText: /\S/ }).waitFor();
  assert.match((await lab.locator('.failures .seen').textContent()) ?? '', /等于瞎猜/);
  await close();
});
