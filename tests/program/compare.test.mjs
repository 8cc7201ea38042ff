// eta compare says where one text means another thing under each framework's convention: which numbers, which updates, by how much and why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { native, run, sameAnswer, wasm } from './programs.mjs';

/** @param {...string} words @returns {Promise<any>} */
async function compared(...words) {
  const answer = await sameAnswer(native, wasm, 'compare', '--json', ...words);
  assert.equal(answer.status, 0, answer.stderr);
  return JSON.parse(answer.stdout);
}
/** @param {string} text @returns {Promise<number[]>} η at every update */
async function curve(text) {
  const { stdout } = await run(native, 'curve', text);
  return stdout
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => Number(row.split(',')[1]));
}
const numbersOf = (/** @type {any} */ racer) =>
  racer.numbers.map((/** @type {any} */ { entry, param, here }) => `${entry}.${param}=${here}`);

test('1cycle peaks and ends one update earlier under PyTorch, and is optax’ without a convention', async () => {
  const text = 'steps=40 lr=0.5 schedule=one_cycle';
  const { racers } = await compared(text);
  assert.deepEqual(
    racers.map((/** @type {any} */ each) => each.convention),
    ['none', 'torch', 'keras', 'optax'],
  );
  const [, torch, keras, optax] = racers;
  assert.ok(numbersOf(torch).includes('one_cycle.peak=before'));
  assert.deepEqual([keras.rate.updates, optax.rate.updates], [0, 0]);
  const [ours, theirs] = [await curve(text), await curve('steps=40 lr=0.5 schedule=one_cycle(peak=before)')];
  const apart = ours.flatMap((eta, t) => (eta === theirs[t] ? [] : [t]));
  assert.equal(torch.rate.updates, apart.length);
  assert.deepEqual(torch.rate.parts, [[1, 39]]);
  assert.deepEqual(
    apart,
    Array.from({ length: 39 }, (_, i) => i + 1),
  );
  const most = apart.reduce((best, t) => (Math.abs(ours[t] - theirs[t]) > Math.abs(ours[best] - theirs[best]) ? t : best));
  assert.deepEqual([torch.rate.t, torch.rate.first, torch.rate.here], [most, ours[most], theirs[most]]);
});

test('Keras has the old rate at the boundary itself', async () => {
  const { racers } = await compared('steps=200 lr=0.5 schedule=multistep(60, 120, factor=0.1)');
  const [, torch, keras, optax] = racers;
  assert.deepEqual([torch.rate.updates, optax.rate.updates], [0, 0]);
  assert.deepEqual(keras.rate.parts, [
    [60, 60],
    [120, 120],
  ]);
  assert.deepEqual([keras.rate.t, keras.rate.first, keras.rate.here], [60, 0.05, 0.5]);
});

test('what no convention replaces is written out, where it changes a rate', async () => {
  const points = await compared('steps=200 lr=0.5 schedule=points(0:0.5, 60:0.1, shape=step)');
  assert.match(points.text, /schedule=points\(0:0\.5, 60:0\.1, shape=step, boundary=after\) convention=keras/);
  assert.equal(points.text.match(/boundary/g).length, 1);
  assert.deepEqual(points.racers[2].rate.parts, [[60, 60]]);
  assert.deepEqual(
    points.racers[2].numbers.filter((/** @type {any} */ { written }) => written).map((/** @type {any} */ { param }) => param),
    ['boundary'],
  );
  const line = await compared('steps=200 lr=0.5 schedule=points(0:0.5, 60:0.1)');
  assert.doesNotMatch(line.text, /boundary/);
  const warmup = await compared('steps=200 lr=0.5 schedule=warmup(50) then cosine');
  assert.match(warmup.text, /schedule=warmup\(50, counts=apart\) then cosine convention=keras/);
  const [, torch, keras] = warmup.racers;
  assert.deepEqual(torch.rate.parts, [[0, 49]]);
  assert.equal(keras.rate.parts.at(-1)[1], 199);
  // The decay goes on as if there were no warm-up, and the run's end cuts it.
  const [cosine, apart] = [
    await curve('steps=200 lr=0.5 schedule=cosine'),
    await curve('steps=200 lr=0.5 schedule=warmup(50, counts=apart) then cosine'),
  ];
  assert.deepEqual(apart.slice(50), cosine.slice(0, 150));
});

test('a plateau’s rates are compared as the metric made them', async () => {
  const text = 'steps=800 lr=0.5 evaluate=10 schedule=constant * plateau(0.5, patience=4, threshold=0.02)';
  const { racers } = await compared(text);
  const pinned = 'init=he_normal(truncated=false) last_batch=drop';
  const factors = async (/** @type {string} */ convention) => {
    const { stdout } = await run(native, 'train', `${pinned} ${text} convention=${convention}`, '--every', '10000000');
    return [...stdout.matchAll(/^# racer 1 factor (\S+) from update (\d+)$/gm)].map(([, factor, update]) => [
      Number(factor),
      Number(update),
    ]);
  };
  const [none, keras] = [await factors('none'), await factors('keras')];
  const etaOf = (/** @type {number[][]} */ list, /** @type {number} */ t) => 0.5 * (list.findLast(([, update]) => update <= t)?.[0] ?? 1);
  const apart = Array.from({ length: 800 }, (_, t) => t).filter((t) => etaOf(none, t) !== etaOf(keras, t));
  assert.ok(apart.length > 0);
  assert.equal(racers[2].rate.updates, apart.length);
  assert.equal(racers[2].rate.parts[0][0], apart[0]);
});

test('steps part where optimizers differ: Keras’ velocity keeps the old rate after a drop', async () => {
  const { racers } = await compared('steps=200 lr=0.1 opt=sgd(momentum=0.9) schedule=step(factor=0.1, every=100)');
  const [, torch, keras] = racers;
  assert.equal(torch.steps.t, -1);
  assert.equal(torch.steps.here, torch.steps.first);
  assert.equal(keras.steps.t, 100);
  assert.ok(keras.steps.here_at > 5 * keras.steps.first_at);
  assert.ok(numbersOf(keras).includes('sgd.rate_in=velocity'));
});

test('a racer is chosen by its number, with its own keys and the shared ones', async () => {
  const text = 'lr=0.5 steps=40 schedule=cosine lr=0.7 convention=keras label="a, b" schedule=one_cycle lr=0.2';
  const second = await compared(text, '--racer', '2');
  assert.match(second.text, /^lr=0\.2 steps=40 schedule=one_cycle schedule=one_cycle convention=torch /);
  const first = await compared(text);
  assert.match(first.text, /^lr=0\.7 steps=40 schedule=cosine /);
});

test('in words: the run that can be opened, the numbers with what they are, and where the rates part', async () => {
  const { stdout, status } = await sameAnswer(native, wasm, 'compare', 'steps=40 lr=0.5 schedule=one_cycle');
  assert.equal(status, 0);
  const [text, ...rest] = stdout.trim().split('\n');
  assert.equal((await run(native, 'check', text)).stdout.trim(), text);
  assert.match(rest.join('\n'), /^torch\n {2}/);
  assert.match(stdout, /one_cycle\.peak = before, by default at \(at: the peak/);
  assert.match(stdout, /η parts at 39 of 40 updates: 1–39/);
  assert.match(stdout, /‖Δw‖ of the first update: /);
});

test('a run with a mistake and a racer that is not there are problems', async () => {
  const wrong = await sameAnswer(native, wasm, 'compare', 'schedule=one_cycle(pek=before)');
  assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
  const none = await sameAnswer(native, wasm, 'compare', 'schedule=cosine', '--racer', '2');
  assert.deepEqual([none.status, none.stderr], [2, 'There is no racer 2; the run has 1.\n']);
});
