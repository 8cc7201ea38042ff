// The rate as it was trained with: the factors that a listener came to, told once, and multiplied into the curve.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { multiplied } from '../../../web/src/lab/listener-factors.js';
import { TelemetryColumns } from '../../../web/src/lab/telemetry.js';
import { eta, realEta } from '../real-eta.mjs';

const text =
  'data=moons(noise=0.4, samples=60) validation=30 hidden=64 batch=5 lr=0.7 steps=600 evaluate=5 schedule=cosine * plateau(0.3, patience=3, cooldown=1)';

test('what the updates moved by is the drawn rate times the gradient', async () => {
  const engine = await openEngine(realEta());
  const trainer = engine.trainer(text, 1);
  const columns = new TelemetryColumns();
  const cut = [];
  while (trainer.state().ended === '') {
    const rows = trainer.advance(37);
    cut.push(rows);
    columns.put(rows);
  }
  const { factors, updateNorm, gradientNorm } = columns.views;
  assert.ok(factors.length > 2);
  const bare = engine.curve({ text, racer: 1, first: 0, count: 600, stride: 1 });
  const curve = multiplied(bare, factors);
  const first = factors[0].update;
  assert.deepEqual(curve.subarray(0, first), bare.subarray(0, first));
  assert.equal(curve[first], bare[first] * factors[0].factor);
  assert.equal(curve[first - 1], bare[first - 1]);
  for (let t = 0; t < 600; t++) {
    if (curve[t] < 1e-4) continue;
    const seen = updateNorm[t] / gradientNorm[t];
    assert.ok(Math.abs(seen / curve[t] - 1) < 0.02, `update ${t}: ${seen}, drawn ${curve[t]}`);
  }
  // Told again, as after the death of a worker, they stand once.
  for (const rows of cut) columns.put(rows);
  assert.deepEqual(columns.views.factors, factors);
  // The native program came to the same.
  const printed = eta('train', text).flatMap((line) => {
    const [, factor, update] = /factor (\S+) from update (\d+)/.exec(line) ?? [];
    return update ? [{ update: Number(update), factor: Number(factor) }] : [];
  });
  assert.deepEqual(printed, factors);
  trainer.delete();
});

test('a trainer that goes on from a checkpoint tells only what comes after it', async () => {
  const engine = await openEngine(realEta());
  const [first, second] = [engine.trainer(text, 1), engine.trainer(text, 1)];
  while (first.advance(50).factors.length === 0);
  assert.ok(second.resume(first.checkpoint()));
  assert.deepEqual(second.advance(1).factors.length, 0);
  first.delete();
  second.delete();
});

test('without factors the curve is itself', () => {
  const curve = Float64Array.of(0.5, 0.25);
  assert.deepEqual(multiplied(curve, []), curve);
  assert.deepEqual(multiplied(curve, [{ update: 2, factor: 0.1 }]), curve);
});
