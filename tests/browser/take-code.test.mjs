// Take the code: a racer as each exporter writes it, chosen by mouse or by keys, copied and saved.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const run = '#steps=200&opt=adamw&schedule=step(0.5,every=50)&schedule=warmup(20) then cosine(0.25)';

/** Opens the panel. @param {import('./page.mjs').Options} [options] @param {string} [hash] */
async function opened(options, hash = run) {
  const { page, lab, close } = await site.open(hash, options);
  await lab.locator('button.export').click();
  const code = lab.getByRole('tabpanel');
  await code.filter({ hasText: /\S/ }).waitFor();
  return { page, lab, code, close };
}

test('each exporter is a tab, the arrow keys choose, and the code is that of the racer', async () => {
  const { page, lab, code, close } = await opened();
  const tabs = lab.getByRole('tab');
  assert.deepEqual(await tabs.allTextContents(), ['PyTorch', 'Keras', 'optax', 'NumPy', 'CSV', 'Jupyter']);
  assert.match((await code.textContent()) ?? '', /StepLR\(optimizer, step_size=50/);
  assert.match((await code.textContent()) ?? '', /torch\.optim\.AdamW/);

  await tabs.first().focus();
  await page.keyboard.press('ArrowRight');
  await code.filter({ hasText: 'keras.optimizers.schedules.ExponentialDecay' }).waitFor();
  assert.deepEqual(await lab.locator('[role=tab][aria-selected=true]').allTextContents(), ['Keras']);
  assert.equal(await lab.locator('[role=tab]:focus').textContent(), 'Keras');
  assert.equal(await lab.locator('[role=tab][tabindex="0"]').count(), 1);
  await page.keyboard.press('End');
  await code.filter({ hasText: '"nbformat"' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await code.filter({ hasText: 'import torch' }).waitFor();

  await lab.locator('.take-code select').selectOption({ index: 1 });
  await code.filter({ hasText: 'LambdaLR(optimizer, eta)' }).waitFor();
  await tabs.filter({ hasText: 'CSV' }).click();
  await code.filter({ hasText: /^t,eta/ }).waitFor();
  assert.equal((await code.textContent())?.trim().split('\n').length, 201);
  await close();
});

test('the code follows the run', async () => {
  const { page, code, close } = await opened({}, '#steps=200&schedule=step(0.5,every=50)');
  await page.evaluate(() => {
    location.hash = '#steps=200&schedule=step(0.5,every=40)';
  });
  await code.filter({ hasText: 'step_size=40' }).waitFor();
  await close();
});

test('it is copied whole and said to be, and saved under the name of its kind', async () => {
  const { page, lab, code, close } = await opened();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = (await code.textContent()) ?? '';
  await lab.locator('.take-code').getByRole('button', { name: 'Copy', exact: true }).click();
  await lab.locator('.said').filter({ hasText: 'Copied.' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lab.locator('.take-code').getByRole('button', { name: 'Save train_torch.py' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'train_torch.py');
  assert.equal(await readFile(await download.path(), 'utf8'), text);
  await close();
});

for (const has of [true, false])
  test(`where it may not be copied it is selected, and that is said: ${has ? 'refused' : 'no clipboard'}`, async () => {
    const first = has
      ? () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } })
      : () => Object.defineProperty(navigator, 'clipboard', { value: undefined });
    const { page, lab, code, close } = await opened({ first: /** @type {() => void} */ (first) });
    await lab.locator('.take-code').getByRole('button', { name: 'Copy', exact: true }).click();
    await lab.getByRole('status').filter({ hasText: 'the code is selected' }).first().waitFor();
    assert.equal(await code.evaluate((pre) => pre.matches(':focus')), true);
    await page.keyboard.press('ControlOrMeta+c');
    await page.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
    await page.keyboard.press('ControlOrMeta+v');
    assert.equal((await page.locator('body > textarea').inputValue()).trim(), (await code.textContent())?.trim());
    await close();
  });

for (const language of ['en', 'zh'])
  test(`on a narrow screen the code scrolls in its own box, and the page does not: ${language}`, async () => {
    const { page, code, close } = await opened({ width: 390, language });
    const [inner, outer] = await code.evaluate((box) => [box.scrollWidth, box.clientWidth]);
    assert(inner > outer, `${inner} > ${outer}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await close();
  });
