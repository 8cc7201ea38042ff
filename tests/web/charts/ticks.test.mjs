// Ticks are round and lie within their axis; a logarithmic axis has a floor for zero.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linearTicks, logRange, logTicks, topTicks, wholeTicks } from '../../../web/src/charts/ticks.js';

test('ticks are round and lie inside', () => {
  assert.deepEqual(topTicks(0.5), [0, 0.25, 0.5]);
  assert.deepEqual(topTicks(5), [0, 2.5, 5]);
  assert.deepEqual(wholeTicks(800, 5), [0, 200, 400, 600, 800]);
  assert.deepEqual(wholeTicks(1200, 5), [0, 200, 400, 600, 800, 1000, 1200]);
  assert.deepEqual(wholeTicks(333, 5), [0, 100, 200, 300]);
  assert.deepEqual(wholeTicks(1, 5), [0, 1]);
  assert.deepEqual(
    logTicks(1e-6, 1, 4),
    [1e-6, 1e-4, 1e-2, 1].map((tick) => Number(tick.toPrecision(1))),
  );
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 8 }), (max, count) => {
      const ticks = linearTicks(0, max, count);
      assert(ticks.length >= 1 && ticks.length <= count + 1);
      assert(ticks.every((tick) => tick >= 0 && tick <= max * (1 + 1e-9)));
    }),
  );
});

test('a zero has a floor below every positive rate', () => {
  const { min, max, floor } = logRange({ min: 1e-4, max: 0.5, hasZero: true });
  assert(floor !== null && floor === min && floor < 1e-4 && max > 0.5 && max < 2);
  assert.equal(logRange({ min: 0.1, max: 0.5, hasZero: false }).floor, null);
});
