// The rate of training is the curve times the listener's factors, each of which is stored once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { TelemetryColumns } from '../../../web/src/lab/telemetry.js';
import { curveOf } from '../curve-of.mjs';
import { eta, realEta } from '../real-eta.mjs';

/**
 * @param {import('../../../web/src/engine/trainer.js').Engine} engine
 * @param {string} text
 * @param {number} updates
 * @param {import('../../../web/src/lib/rows.js').Factor[]} factors
 */
const every = (engine, text, updates, factors) =>
  engine.stretch({
    text,
    racer: 1,
    from: 0,
    to: updates,
    points: updates,
    factors: Float64Array.from(factors.flatMap(({ update, factor }) => [update, factor])),
  }).eta;

const text =
  'data=moons(noise=0.4, samples=60) validation=30 hidden=64 batch=5 lr=0.7 steps=600 evaluate=5 schedule=cosine * plateau(0.3, patience=3, cooldown=1)';

test('each update moves the weights by the drawn rate times the gradient', async () => {
  const engine = await openEngine(realEta());
  const trainer = engine.trainer(text, 1);
  const columns = new TelemetryColumns();
  const cut = [];
  while (trainer.state().ended === '') {
    const rows = trainer.advance(37);
    cut.push(rows);
    columns.put(rows);
  }
  const { factors, updates } = columns.views;
  assert.ok(factors.length > 2);
  const bare = every(engine, text, 600, []);
  const curve = every(engine, text, 600, factors);
  const first = factors[0].update;
  assert.deepEqual(curve.subarray(0, first), bare.subarray(0, first));
  assert.equal(curve[first], bare[first] * factors[0].factor);
  assert.equal(curve[first - 1], bare[first - 1]);
  for (let t = 0; t < 600; t++) {
    if (curve[t] < 1e-4) continue;
    const seen = updates.update_norm[t] / updates.gradient_norm[t];
    assert.ok(Math.abs(seen / curve[t] - 1) < 0.02, `update ${t}: ${seen}, drawn ${curve[t]}`);
  }
  // Factors reported again, as after a worker's crash, are stored once.
  for (const rows of cut) columns.put(rows);
  assert.deepEqual(columns.views.factors, factors);
  // The native program has the same factors.
  const printed = eta('train', text).flatMap((line) => {
    const [, factor, update] = /factor (\S+) from update (\d+)/.exec(line) ?? [];
    return update ? [{ update: Number(update), factor: Number(factor) }] : [];
  });
  assert.deepEqual(printed, factors);
  trainer.delete();
});

test('a trainer resumed from a checkpoint reports only later factors', async () => {
  const engine = await openEngine(realEta());
  const [first, second] = [engine.trainer(text, 1), engine.trainer(text, 1)];
  while (first.advance(50).factors.length === 0);
  assert.ok(second.resume(first.checkpoint()));
  assert.deepEqual(second.advance(1).factors.length, 0);
  first.delete();
  second.delete();
});

test('without factors the curve is itself', async () => {
  const engine = await openEngine(realEta());
  const halves = 'steps=2 schedule=0.5^(t + 1)';
  const curve = Float64Array.of(0.5, 0.25);
  assert.deepEqual(every(engine, halves, 2, []), curve);
  assert.deepEqual(every(engine, halves, 2, [{ update: 2, factor: 0.1 }]), curve);
});

test('a curve of many updates is asked for as closely as before, and its drops are those of the factors, too', async () => {
  const engine = await openEngine(realEta());
  const long = { text: 'steps=100000 schedule=cosine', racer: 1 };
  const bare = curveOf(engine, long, 100_000, 400);
  const curve = await bare.withFactors([{ update: 30_000, factor: 0.5 }]);
  assert(curve);
  assert.deepEqual([curve.first, curve.whole.points, bare.whole.dropCount], [0.5, 400, 0]);
  assert.deepEqual(Array.from(curve.whole.drops), [30_000]);
  const [one, same] = await Promise.all([bare, curve].map((each) => each.every(29_999, 30_001)));
  assert(one && same);
  assert.deepEqual([same[0], same[1]], [one[0], one[1] * 0.5]);
});
