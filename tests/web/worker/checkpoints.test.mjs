// Scrubbing: a racer's state after any update, requested in any order, is that of a run that ends there, bit for bit.
import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { Race } from '../../../web/src/lab/race.js';
import { Pool } from '../../../web/src/pool/pool.js';
import { endWorkers, localEnvironment } from '../local-worker.mjs';
import { assetBytes, eta, realEta } from '../real-eta.mjs';

afterEach(endWorkers);

const { createEta, wasm } = realEta();
/** @type {import('../../../web/src/engine/trainer.js').Engine} */
let engine;
before(async () => {
  engine = await openEngine({ createEta, wasm });
  engine.provide('digits', assetBytes('digits'));
});

/** Trains a race to its end. @param {string} text */
async function raced(text) {
  const environment = localEnvironment({ createEta }, 1);
  const pool = new Pool({
    ...environment,
    loadModule: async () => ({ wasm: await WebAssembly.compile(wasm) }),
    loadAsset: async (asset) => assetBytes(asset),
  });
  const { run } = engine.read(text);
  if (!run) throw new Error('the text has problems');
  const race = new Race(pool, run);
  race.setTarget(run.steps);
  await race.settled();
  return { race, run };
}

const none = new Float32Array(0);
const texts = [
  'steps=300',
  'steps=300 opt=adam schedule=cosine(0.01)',
  'data=moons hidden=8-8 act=tanh steps=5000 opt=sgd(momentum=0.9) schedule=exponential',
  // These checkpoints are further apart than one call of the core.
  'data=xor(samples=20) hidden=2 batch=4 steps=300000 evaluate=100%',
  // The listener's state is part of a checkpoint.
  'data=moons(noise=0.4, samples=60) validation=30 hidden=64 batch=5 lr=0.7 steps=600 evaluate=5 schedule=cosine * plateau(0.5, patience=2)',
];

for (const text of texts) {
  test(`${text}: the weights after any update`, async () => {
    const { race, run } = await raced(text);
    const updates = [run.steps, 1, 217, 216, 0, 99, 218, Math.floor(run.steps * 0.7)];
    for (let racer = 1; racer <= run.racers.length; racer++) {
      const straight = engine.trainer(run.text, racer);
      /** @type {Map<number, { hash: string, weights: Float32Array }>} */
      const known = new Map();
      for (const update of updates.toSorted((a, b) => a - b)) {
        while (straight.state().update < update) straight.advance(update - straight.state().update);
        known.set(update, { hash: straight.hash(), weights: straight.weights() });
      }
      for (const update of updates) {
        const { hash, weights, update: at } = await race.model(racer, update, none);
        assert.deepEqual({ at, hash, weights }, { at: update, ...known.get(update) });
      }
      straight.delete();
    }
    race.dispose();
  });
}

test('a racer ended by a stop rule has its own past states, and the best weights at its end', async () => {
  const text =
    'data=moons(noise=0.4, samples=60) validation=30 hidden=64 batch=5 lr=0.7 steps=600 evaluate=5 schedule=constant * plateau(0.5, patience=4) stop=early(patience=20)';
  const { race } = await raced(text);
  const { ended, update, restored } = race.state(1);
  assert.equal(ended, 'early');
  assert.ok(update < 600 && restored > 0 && restored === update - 20 * 5);
  const at = async (/** @type {number} */ when) => (await race.model(1, when, none)).hash;
  assert.equal(await at(update), await at(restored));
  assert.notEqual(await at(update - 1), await at(update));
  const printed = eta('train', text);
  assert.ok(printed.includes(`# racer 1 stopped at update ${update}: early`));
  assert.ok(printed.includes(`# racer 1 weights of update ${restored} put back`));
  assert.ok(printed.includes(`# weights ${await at(update)}`));
  race.dispose();
});

test('a native run that ends at an update equals the past state of a longer one', async () => {
  const text = (/** @type {number} */ steps) => `steps=${steps} evaluate=50 schedule=constant`;
  const { race, run } = await raced(text(400));
  for (const steps of [1, 50, 123, 399, 400]) {
    const printed = eta('train', text(steps)).join('\n');
    const { hash } = await race.model(1, steps, none);
    assert.ok(printed.includes(hash), `${hash} after ${steps} updates of ${run.steps}`);
  }
  race.dispose();
});

test('beyond its end a racer is as it ended', async () => {
  const { race } = await raced('steps=20 data=xor');
  const { update, hash } = await race.model(1, 1e6, none);
  assert.deepEqual([update, hash], [20, await race.hash(1)]);
  race.dispose();
});

test('samples and probabilities: one class each, rows that sum to 1, and as many right as the accuracy says', async () => {
  const { race, run } = await raced('steps=200 schedule=cosine');
  const { inputs, classes } = await race.samples(1, true);
  assert.deepEqual([inputs.length, classes.length], [500 * 64, 500]);
  const { probabilities } = await race.model(1, run.steps, inputs);
  assert.equal(probabilities.length, 500 * 10);
  let right = 0;
  for (let i = 0; i < 500; i++) {
    const row = Array.from(probabilities.subarray(10 * i, 10 * i + 10));
    assert.ok(Math.abs(row.reduce((sum, p) => sum + p, 0) - 1) < 1e-5);
    if (row.indexOf(Math.max(...row)) === classes[i]) right += 1;
  }
  assert.equal(Math.fround(right / 500), race.telemetry(1).evaluations.validation_accuracy.at(-1));
  race.dispose();
});
