// The page's numbers are the native program's: rates, accuracies, and the bits of the weights.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formatNumber, formatPercent } from '../../web/src/lib/format.js';
import { ask, eta, rows, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const runs = [
  '',
  'data=digits hidden=17-5 act=tanh batch=13 steps=333 lr=0.3 seed=4 schedule=warmup(20) then cosine schedule=0.2 * 0.99^t opt=adam lr=0.01',
  'data=moons(noise=0.1) hidden=8-8 steps=500 schedule=exponential(rate=0.3, staircase=true) schedule=points(0:0.5, 25%:0.1, 100%:0.01, shape=log)',
];

for (const run of runs) {
  test(`the same as natively: ${run || 'the default run'}`, async () => {
    const { page, close } = await site.open(run ? `#${run.replaceAll(' ', '%20')}` : '');
    const curve = rows(await eta('curve', run));
    const trained = await eta('train', run);
    const hashes = [...trained.matchAll(/^# weights ([0-9a-f]{16})$/gm)].map(([, hash]) => hash);

    const page_ = await ask(page, async (lab) => {
      const racers = lab.run?.racers ?? [];
      return {
        curves: await Promise.all(lab.curves.map(async (curve) => Array.from((await curve.every(0, curve.updates)) ?? []))),
        hashes: await Promise.all(racers.map((_, i) => lab.race?.hash(i + 1))),
        accuracies: racers.map((_, i) => Array.from(lab.telemetry(i + 1)?.evaluations.validation_accuracy ?? [])),
        states: racers.map((_, i) => lab.state(i + 1)?.ended),
      };
    });
    assert.deepEqual(page_.hashes, hashes);
    assert(hashes.length > 0 && page_.states.every((ended) => ended === 'finished'));
    page_.curves.forEach((rates, i) => {
      const native = curve.map((row) => Number(row[i + 1]));
      assert.deepEqual(rates, native);
    });
    const header = trained.split('\n')[0].split(',');
    const [racerAt, accuracyAt] = [header.indexOf('racer'), header.indexOf('validation_accuracy')];
    assert(racerAt >= 0 && accuracyAt >= 0);
    page_.accuracies.forEach((accuracies, i) => {
      const native = rows(trained).filter((row) => row[racerAt] === String(i + 1) && row[accuracyAt] !== '');
      assert.deepEqual(
        accuracies,
        native.map((row) => Math.fround(Number(row[accuracyAt]))),
      );
    });
    await close();
  });
}

test('the values at the cursor are those that the program prints', async () => {
  const { page, lab, close } = await site.open();
  const curve = rows(await eta('curve', ''));
  const said = lab.locator('.rate .values');
  const named = (/** @type {string[]} */ values) => values.map((value, i) => `${['Constant', 'Step', 'Cosine'][i]} ${value}`).join(' ');
  await lab.locator('.rate .plot').focus();
  let at = 0;
  await page.keyboard.press('Home');
  for (const keys of [[], ['ArrowRight'], Array(6).fill('PageUp'), ['ArrowRight'], Array(7).fill('PageUp'), ['End']]) {
    for (const key of keys) {
      await page.keyboard.press(key);
      at = key === 'PageUp' ? at + 40 : key === 'End' ? 799 : at + 1;
    }
    const wanted = curve[at].slice(1).map((rate) => formatNumber(Number(rate), { digits: 4 }));
    // After the last update the last rate stays.
    await assertText(said, `after update ${at === 799 && keys.includes('End') ? 800 : at}: ${named(wanted)}`);
  }
  // At the end the accuracies are those that the program prints last.
  const printed = rows(await eta('train', ''));
  const last = [1, 2, 3].map((racer) => printed.findLast((row) => row[0] === String(racer) && row[6] !== '')?.[6]);
  await assertText(lab.locator('.accuracy .values'), `after update 800: ${named(last.map((value) => formatPercent(Number(value))))}`);
  await close();
});

/** @param {import('playwright-core').Locator} locator @param {string} text */
async function assertText(locator, text) {
  await locator.page().waitForTimeout(60);
  assert.equal(await locator.textContent(), text);
}
