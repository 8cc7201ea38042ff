// eta explain says why a rate is what it is, its formula and its sums, and what is wrong with a question.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { native, rows, run, sameAnswer, wasm } from './programs.mjs';

/** @param {...string} words @returns {Promise<string>} what a good question is answered with */
async function explain(...words) {
  const { status, stdout, stderr } = await sameAnswer(native, wasm, 'explain', ...words);
  assert.deepEqual([status, stderr], [0, ''], words.join(' '));
  return stdout;
}

/** @param {string} text @returns {Promise<number[]>} the rates that eta curve prints */
const rates = async (text) => rows(await run(native, 'curve', text)).map(([, eta]) => Number(eta));

test('at an update it says which segment holds, and the formula with its numbers', async () => {
  const text = 'steps=800 lr=0.5 schedule=warmup(20) then cosine';
  const [head, segment, formula] = (await explain(text, '--at', '50')).split('\n');
  assert.equal(head, `racer 1: η(50) = ${(await rates(text))[50]}`);
  assert.match(segment, /“cosine”: Segment 2 of 2: it begins at update 20 and lasts 780; its own t is 30\.$/);
  assert.match(formula, /“cosine”: 0\.5 \* \(\(1 \+ cos\(pi \* \(30\/780\)\)\)\/2\) = 0\.498177$/);
});

test('as data it is the same: the rate has all digits, a step its code, its place in the schedule and its values', async () => {
  const text = 'steps=800 lr=0.5 schedule=step(factor=0.1, every=250) schedule=linear';
  const { racers } = JSON.parse(await explain(text, '--at', '500', '--json'));
  assert.deepEqual(
    racers.map((/** @type {any} */ racer) => [racer.schedule, racer.t, racer.eta]),
    [
      ['step(factor=0.1, every=250)', 500, (await rates(text))[500]],
      ['linear', 500, 0.1875],
    ],
  );
  const [drop] = racers[0].steps;
  assert.deepEqual([drop.code, drop.from, drop.to, drop.values[0]], ['at_drop', 0, 27, '2']);
  for (const step of racers[0].steps) assert.ok((await explain(text, '--at', '500')).includes(step.sentence), step.sentence);
});

test('the factor of a listener comes on top', async () => {
  const text = 'steps=800 lr=0.5 schedule=linear * plateau';
  assert.match(await explain(text, '--at', '400', '--factor', '0.5'), /^racer 1: η\(400\) = 0\.125\n(.*\n)+.*The factor 0\.5 comes on top/);
  assert.match(await explain(text, '--at', '400'), /^racer 1: η\(400\) = 0\.25\n/);
});

test('what else changes with the update is explained below: numbers of the optimizer, the batch, rates of layers', async () => {
  const text =
    'hidden=8-8 layer_decay=0.5 opt=adam(beta1=linear(0.9)) batch=points(0:8, 50%:16, shape=step) schedule.2=constant(0.3) schedule=linear';
  const said = await explain(text, '--at', '400');
  for (const line of ['opt.beta1(400) = 0.45', 'batch(400) = 16', 'layer 1: η(400) = 0.0625', 'layer 2: η(400) = 0.3'])
    assert.ok(said.includes(`\n  ${line}\n`), line);
  const [{ layers, numbers }] = JSON.parse(await explain(text, '--at', '400', '--json')).racers;
  assert.deepEqual(
    [
      ...numbers.map((/** @type {any} */ each) => [each.path, each.value]),
      ...layers.map((/** @type {any} */ each) => [each.layer, each.eta]),
    ],
    [
      ['opt.beta1', 0.45],
      ['batch', 16],
      [1, 0.0625],
      [2, 0.3],
    ],
  );
});

test('the half-life of an exponential decay is exact, also in epochs', async () => {
  const text = 'steps=800 lr=0.5 schedule=exponential(rate=0.9, every=100)';
  const [{ sums }] = JSON.parse(await explain(text, '--json')).racers;
  const exact = (-100 * Math.LN2) / Math.log(0.9);
  assert.ok(Math.abs(sums.half_life - exact) <= 1e-12 * exact, `${sums.half_life}`);
  const perEpoch = sums.half / sums.half_epochs;
  assert.ok(Math.abs(sums.half_life_epochs * perEpoch - exact) <= 1e-12 * exact, `${sums.half_life_epochs}`);
  assert.ok((await explain(text)).includes('\n  half-life: 657.881 updates ('));
});

test('without an update it says the formula, which gives the same rates, and the sums, which are those of the rates', async () => {
  for (const schedule of ['cosine', 'warmup(20) then cosine', 'points(0:1, 300:0.5, 700:0.1)', 'one_cycle', 'wsd']) {
    const text = `steps=800 lr=0.5 schedule=${schedule}`;
    const all = await rates(text);
    const [{ formula, sums }] = JSON.parse(await explain(text, '--json')).racers;
    assert.deepEqual(await rates(`steps=800 lr=0.5 schedule=${formula.text}`), all, schedule);
    assert.ok((await explain(text)).includes(`  formula: ${formula.text}\n`), schedule);
    assert.match(formula.mathml, /^<m/);
    assert.equal(sums.peak, Math.max(...all));
    const sum = all.reduce((total, eta) => total + eta, 0);
    assert.ok(Math.abs(sums.sum - sum) <= 800 * Number.EPSILON * sum, `${schedule}: ${sums.sum}, ${sum}`);
    assert.equal(sums.half, all.findLastIndex((eta) => eta > sums.peak / 2) + 1, schedule);
    const { t, from, to } = sums.jump;
    assert.deepEqual([from, to], [all[t - 1], all[t]]);
    const jumps = all.slice(1).map((eta, i) => Math.abs(eta - all[i]));
    assert.equal(Math.abs(to - from), Math.max(...jumps));
  }
});

test('what has no formula is said in words', async () => {
  const text = 'steps=800 schedule=noise(cosine)';
  assert.match(await explain(text), /\n {2}formula: none: /);
  assert.equal(JSON.parse(await explain(text, '--json')).racers[0].formula, null);
});

for (const [words, sentence] of /** @type {[string[], RegExp][]} */ ([
  [['schedule=cosine', '--at', '-1'], /^A whole number from 0 to 10000000 is expected after --at\./],
  [['schedule=cosine', '--at', '1.5'], /^A whole number from 0 to 10000000 is expected after --at\./],
  [['schedule=cosine', '--at'], /--at/],
  [['schedule=cosine * plateau', '--at', '9', '--factor', 'x'], /^A number is expected after --factor\./],
  [['schedule=cosine', '--to', '0.1'], /^“--to” is no option of “eta explain”\./],
  [['schedule=cosinus'], /^schedule, characters 10-16, “cosinus”: /],
]))
  test(`eta explain ${words.join(' ')}: what is wrong is said, with status 2`, async () => {
    const { status, stdout, stderr } = await sameAnswer(native, wasm, 'explain', ...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, sentence);
  });
