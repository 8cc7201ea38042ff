// A mean of the weights has charts of its own behind “More”, with the weights themselves behind it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, eta, pictures, rows, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const race = 'steps=200 hidden=16 average=swa(from=50%) schedule=constant';

for (const [language, title] of [
  ['en', /Validation accuracy of the mean/],
  ['zh', /平均权重的验证准确率/],
])
  test(`the accuracy of the mean is shown only where there is one, with the number of the core: ${language}`, async () => {
    const { page, lab, close } = await site.open('#steps=200&hidden=16', { language: `${language}` });
    await lab.locator('.more-button').click();
    await lab.locator('figure.validation_loss').waitFor();
    assert.equal(await lab.locator('figure.average_accuracy').count(), 0);
    await page.evaluate((text) => /** @type {any} */ (document.querySelector('eta-lab')).lab.edit(text, ''), race);
    const chart = lab.locator('figure.average_accuracy');
    await chart.locator('canvas').waitFor();
    assert.match((await chart.locator('h2').textContent()) ?? '', /** @type {RegExp} */ (title));
    const printed = await eta('train', race);
    const header = printed.split('\n')[0].split(',');
    const native = rows(printed).at(-1) ?? [];
    const percent = (100 * Number(native[header.indexOf('average_accuracy')])).toFixed(1);
    const values = chart.locator('.values');
    for (let i = 0; i < 200 && !(await values.textContent())?.includes(percent); i++) await new Promise((later) => setTimeout(later, 50));
    assert.ok((await values.textContent())?.includes(percent), `${await values.textContent()} ${percent}`);
    await chart.screenshot({ path: `${pictures}average-${language}.png` });
    await ask(page, (it) => it.edit('steps=200 hidden=16', ''));
    await chart.waitFor({ state: 'detached' });
    await close();
  });
