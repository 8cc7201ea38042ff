// The engine with the real module returns the same bits as the native program prints.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { BadArgument, openEngine } from '../../../web/src/engine/engine.js';
import { assetBytes, eta, realEta } from '../real-eta.mjs';

/** @type {import('../../../web/src/engine/trainer.js').Engine} */
let engine;
before(async () => {
  engine = await openEngine(realEta());
  engine.provide('digits', assetBytes('digits'));
});

/** @param {string} text */
function runOf(text) {
  const { run, problems } = engine.read(text);
  if (!run) throw new Error(problems[0].code);
  return run;
}

/** Reads the columns that `eta train` prints for a racer, without empty cells. @param {string[]} lines @param {number} racer */
function columnsOf([header, ...lines], racer) {
  const rows = lines.map((line) => line.split(',')).filter(([first]) => first === String(racer));
  /** @param {string} key */
  const column = (key) => rows.map((row) => row[header.split(',').indexOf(key)]);
  const numbers = (/** @type {string} */ key) =>
    Float32Array.from(
      column(key).filter((cell) => cell !== ''),
      Number,
    );
  return { column, numbers };
}

test('an empty text is the default run', () => {
  const run = runOf('');
  assert.deepEqual(
    run.racers.map(({ name, updates, updatesPerEpoch }) => [name, updates, updatesPerEpoch]),
    [
      ['constant', 800, 162],
      ['step', 800, 162],
      ['cosine', 800, 162],
    ],
  );
  assert.deepEqual([run.fair, run.steps, run.data.asset, run.data.training, run.data.validation], [true, 800, 'digits', 1297, 500]);
  assert.deepEqual(run.racers[0].widths, [64, 32, 10]);
  assert.equal(runOf(run.text).text, run.text);
});

test('handles are on the curves, and a drag gives the text', () => {
  const { text, handles } = runOf('');
  assert.deepEqual(
    handles.map(({ racer, path, t, eta }) => [racer, path, t, eta]),
    [
      [0, 'lr', 0, 0.5],
      [2, 'schedule.every schedule.factor', 250, 0.05],
      [3, 'schedule.to', 800, 0],
    ],
  );
  assert.equal(engine.drag({ text, handle: 0, t: 0, eta: 0.7 })?.run?.text, 'preset=default lr=0.7');
  assert.equal(engine.drag({ text, handle: 9, t: 0, eta: 0.7 }), null);
  assert.throws(() => engine.drag({ text, handle: 0, t: 0, eta: Number.NaN }), BadArgument);
});

test('a problem has its place in UTF-16, after characters of any width', () => {
  const text = 'label=余弦😀 schedule=cosin lr=0.1';
  const { run, problems } = engine.read(text);
  assert.equal(run, null);
  assert.equal(text.slice(problems[0].from, problems[0].to), 'cosin');
  assert.equal(problems[0].key, 'schedule');
  assert.deepEqual([problems[0].code, problems[0].values], ['unknown_name_near', ['cosin', 'cosine']]);
});

test('any text gives a run or problems within it', () => {
  const texts = [
    '\ud800',
    '\0',
    '='.repeat(10_000),
    '('.repeat(10_000),
    'schedule='.repeat(500),
    '<img src=x onerror=alert(1)>',
    'steps=1000000000',
    'schedule=1/t',
  ];
  for (const text of texts) {
    const { run, problems } = engine.read(text);
    assert.ok(run === null && problems.length > 0, text.slice(0, 40));
    for (const { from, to } of problems) assert.ok(0 <= from && from <= to && to <= text.length, `${from}-${to} in ${text.slice(0, 40)}`);
  }
});

test('curves are those of eta curve', () => {
  const text =
    'data=digits steps=300 schedule=cosine schedule=warmup(50) then step(0.2, factor=0.3, every=90) schedule=0.1 * 0.9^floor(t/7)';
  const rows = eta('curve', text)
    .slice(1)
    .map((line) => line.split(',').map(Number));
  for (const racer of [1, 2, 3]) {
    const expected = rows.map((row) => row[racer]);
    const { eta: curve } = engine.stretch({ text, racer, from: 0, to: 300, points: 300 });
    assert.deepEqual(Array.from(curve), expected);
    const some = engine.rates({ text, racer, updates: Array.from({ length: 40 }, (_, i) => 5 + 7 * i) });
    assert.deepEqual(
      Array.from(some),
      Array.from({ length: 40 }, (_, i) => expected[5 + 7 * i]),
    );
  }
});

test('telemetry and weights are those of eta train, however the updates are divided, and over a checkpoint', () => {
  const text = 'data=digits hidden=16 batch=8 steps=200 lr=0.5 schedule=constant schedule=cosine';
  const printed = eta('train', text);
  const hashes = printed.filter((line) => line.startsWith('# weights')).map((line) => line.split(' ').at(-1));
  for (const racer of [1, 2]) {
    const native = columnsOf(printed, racer);
    let trainer = engine.trainer(text, racer);
    /** @type {Record<string, number[]>} */
    const columns = {};
    for (const count of [1, 7, 50, 1000]) {
      const { from, updates, evaluations, epochs } = trainer.advance(count);
      assert.equal(from, columns.batch_loss?.length ?? 0);
      for (const [key, rows] of [updates, evaluations, epochs].flatMap(Object.entries)) columns[key] = [...(columns[key] ?? []), ...rows];
      if (count !== 50) continue;
      const checkpoint = trainer.checkpoint();
      trainer.delete();
      trainer = engine.trainer(text, racer);
      assert.equal(trainer.resume(checkpoint), true);
    }
    assert.deepEqual(trainer.state(), { update: 200, updates: 200, ended: 'finished', restored: -1 });
    // The first two columns of the CSV identify a row; the rate is that of the curve; all others are compared.
    columns.eta = Array.from(engine.rates({ text, racer, updates: Array.from({ length: 200 }, (_, t) => t) }));
    for (const key of printed[0].split(',').slice(2)) assert.deepEqual(Float32Array.from(columns[key]), native.numbers(key), key);
    assert.equal(trainer.hash(), hashes[racer - 1]);
    assert.equal(trainer.weights().length, 64 * 16 + 16 + 16 * 10 + 10);
    assert.equal(trainer.resume(new Uint8Array(3)), false);
    trainer.delete();
  }
});

test('a racer that diverges reports why and keeps finite weights', () => {
  const trainer = engine.trainer('data=digits hidden=32 batch=8 steps=50 schedule=1e30', 1);
  while (trainer.state().ended === '') trainer.advance(10);
  const { ended, update, updates } = trainer.state();
  assert.ok(['loss', 'gradient', 'weights'].includes(ended), ended);
  assert.ok(update < updates);
  assert.ok(trainer.weights().every(Number.isFinite));
  trainer.delete();
});

test('wrong arguments are refused before they reach the module', () => {
  const text = 'data=digits steps=5';
  const question = { text, racer: 1, from: 0, to: 5, points: 5 };
  const wrong = /** @type {any[]} */ ([
    { racer: 0 },
    { racer: 2 },
    { racer: '1' },
    { from: -1 },
    { from: 0.5 },
    { to: Number.NaN },
    { to: 1e9 },
    { to: 6 },
    { points: -1 },
    { factors: [1, 2] },
    { text: 'lr=' },
    { text: 5 },
  ]);
  for (const change of wrong) assert.throws(() => engine.stretch({ ...question, ...change }), BadArgument, JSON.stringify(change));
  assert.throws(() => engine.read(/** @type {any} */ (null)), BadArgument);
  assert.throws(() => engine.provide('digits', /** @type {any} */ ([1])), BadArgument);
  assert.throws(() => engine.trainer('steps=0', 1), BadArgument);
  const trainer = engine.trainer(text, 1);
  assert.throws(() => trainer.advance(1.5), BadArgument);
  assert.throws(() => trainer.resume(/** @type {any} */ ('')), BadArgument);
  trainer.delete();
});

test('without the bytes of its data, or with wrong ones, a racer is refused', async () => {
  const bare = await openEngine(realEta());
  assert.equal(bare.has('digits'), false);
  assert.throws(() => bare.trainer('', 1), /not provided/);
  bare.provide('digits', Uint8Array.of(1, 2, 3));
  assert.throws(() => bare.trainer('', 1), /not what they should be/);
  bare.provide('digits', assetBytes('digits'));
  assert.equal(bare.trainer('', 1).advance(3).updates.batch_loss.length, 3);
});
