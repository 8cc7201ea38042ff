// Why a racer ended and how its listener changed its rate is written in sentences and drawn; the editors offer both.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, eta, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const data = 'data=moons(noise=0.4, samples=60) validation=30 hidden=64 batch=5 lr=0.7 steps=600 evaluate=5';
const rules = `${data} schedule=constant schedule=constant stop=early(patience=20) schedule=constant stop=updates(200) schedule=constant * plateau(0.5, patience=4) schedule=linear stop=target(value=0.6)`;
const address = (/** @type {string} */ text) => `#${text.replaceAll(' ', '%20').replaceAll(/%20(?=[a-z]+=)/g, '&')}`;

test('why each ended, with its update, as the native program says', async () => {
  const printed = await eta('train', rules);
  const stopped = new Map([...printed.matchAll(/racer (\d) stopped at update (\d+)/g)].map(([, racer, update]) => [racer, update]));
  const [, restored] = /racer 2 weights of update (\d+)/.exec(printed) ?? [];
  const drops = [...printed.matchAll(/racer 4 factor (\S+) from update (\d+)/g)].filter(([, , update]) => update !== '600');
  assert(drops.length > 2 && stopped.size === 3);
  const { lab, close } = await site.open(address(rules));
  const rows = await lab.locator('.ends li').allTextContents();
  assert.equal(rows.length, 4, 'the first has no rule and does not listen');
  assert.match(rows[0], new RegExp(`Early stopping at update ${stopped.get('2')}: .* weights, from update ${restored}\\.`));
  assert.match(rows[1], new RegExp(`Stopped by its rule after ${stopped.get('3')} updates`));
  assert.match(rows[2], new RegExp(`Finished: all 600 updates done. η lowered ${drops.length}×: .*from update ${drops.at(-1)?.[2]}`));
  assert.match(rows[3], new RegExp(`Target reached at update ${stopped.get('5')}`));
  // None of them has failed, so the table has their results.
  assert.equal(await lab.locator('td.ended:visible').count(), 0);
  assert.equal(await lab.locator('.racer td.median:visible').count(), 5);
  await close();
});

test('the rate is drawn with the factors, at once and during playback', async () => {
  const text = `${data} schedule=cosine * plateau(0.5, patience=4)`;
  const printed = await eta('train', text);
  const bare = (await eta('curve', text))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',').at(-1)));
  const drops = [...printed.matchAll(/factor (\S+) from update (\d+)/g)].map(([, factor, update]) => ({
    factor: Number(factor),
    update: Number(update),
  }));
  const wanted = bare.map((rate, t) => rate * (drops.findLast(({ update }) => update <= t)?.factor ?? 1));
  const { page, lab, close } = await site.open(address(text));
  await page.waitForFunction((last) => /** @type {any} */ (document.querySelector('eta-lab')).lab.curves[0].last === last, wanted.at(-1));
  assert.deepEqual(await ask(page, async ({ curves, updates }) => Array.from((await curves[0].every(0, updates)) ?? [])), wanted);
  // Back at an update in the past what was lowered later is not said yet.
  await ask(page, (state) => {
    state.playhead = 5;
    state.notify('playhead');
  });
  await lab.locator('.ends li', { hasText: 'Under way' }).waitFor();
  await close();
});

test('in Chinese, and from the editors: a stop rule by its list, the plateau by a button', async () => {
  const { page, lab, close } = await site.open(address(`${data} schedule=constant`), { language: 'zh-CN' });
  await lab.locator('.network summary').click();
  await lab.locator('select[data-key="stop"]').selectOption('early');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes('stop=early'));
  await lab.locator('.network input[data-key="early.patience"]').fill('7');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes('early(patience=7)'));
  await finished(page);
  await lab.locator('.ends li', { hasText: '提前停止' }).waitFor();
  await lab.locator('.racer .open').click();
  await lab.getByRole('button', { name: '× 平台期' }).click();
  await page.waitForFunction(
    () => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[0].schedule === 'constant * plateau',
  );
  await lab.locator('.editor input[data-key="plateau.patience"]').fill('2');
  await page.waitForFunction(() =>
    /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[0].schedule.endsWith('plateau(patience=2)'),
  );
  await finished(page);
  await lab.locator('.ends li', { hasText: '降低' }).waitFor();
  const text = await ask(page, (state) => state.run?.text ?? '');
  assert(text.includes('stop=early(patience=7)') && text.includes('schedule=constant * plateau(patience=2)'), text);
  await close();
});
