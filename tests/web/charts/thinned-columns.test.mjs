// Columns are thinned at every zoom without losing an extreme, and the running mean does not depend on how they grow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Smooth, ThinnedColumns } from '../../../web/src/charts/thinned-columns.js';

const real = (/** @type {number} */ min, /** @type {number} */ max) => fc.double({ min, max, noNaN: true });

test('the running mean of a constant is that constant, wherever it is resumed', () => {
  const smooth = new Smooth(0.9);
  const column = new Float32Array(3000).fill(0.5);
  smooth.of(column.subarray(0, 10));
  smooth.of(column.subarray(0, 1500));
  assert(smooth.of(column).every((value) => Math.abs(value - 0.5) < 1e-6));
  assert.deepEqual(Array.from(new Smooth(0).of([1, 2, Number.NaN, 3])), [1, 2, Number.NaN, 3]);
});

test('at every zoom of a million values the extremes of each pixel are kept, and every update where there is space', () => {
  const length = 1_000_000;
  const values = Float64Array.from({ length }, (_, i) => Math.sin(i / 5e4) + ((i * 7919) % 1013) / 1013);
  values[654_321] = 99;
  const columns = new ThinnedColumns();
  const width = 500;
  fc.assert(
    fc.property(fc.integer({ min: 8, max: length }), real(0, 1), (size, where) => {
      const from = where * (length - size);
      const zoom = { from, to: from + size };
      const { x, y } = columns.points('η', values, values, { width, zoom });
      const [first, end] = [Math.floor(zoom.from), Math.min(length, Math.floor(zoom.to) + 2)];
      assert(x.length <= 4 * width && Array.from(x).every((at, i) => y[i] === values[at]));
      if (end - first <= 4 * width) {
        assert.deepEqual(
          Array.from(x),
          Array.from({ length: end - first }, (_, i) => first + i),
        );
        return;
      }
      const kept = new Set(Array.from(x));
      for (let pixel = 0; pixel < width; pixel += 41) {
        const [a, b] = [pixel, pixel + 1].map((each) => first + Math.floor((each * (end - first)) / width));
        let [low, high] = [a, a];
        for (let i = a; i < b; i++) {
          if (values[i] < values[low]) low = i;
          if (values[i] > values[high]) high = i;
        }
        for (const i of [a, low, high, b - 1]) assert(kept.has(i), `${i}`);
      }
      if (654_321 >= first && 654_321 < end) assert(kept.has(654_321));
    }),
    { numRuns: 60 },
  );
});

test('columns that grow, change or are thinned again are never stale', () => {
  const columns = new ThinnedColumns();
  const owner = {};
  const values = Float32Array.from({ length: 100 }, (_, i) => i);
  const xs = values.map((x) => 8 * x + 8);
  const cut = (/** @type {number} */ length, /** @type {any} */ options) =>
    Array.from(columns.points('a', owner, values.subarray(0, length), { width: 300, xs, ...options }).x);
  assert.deepEqual(cut(2, {}), [8, 16]);
  assert.deepEqual(cut(4, {}), [8, 16, 24, 32]);
  assert.deepEqual(cut(100, { zoom: { from: 20, to: 40 } }), [16, 24, 32, 40, 48]);
  assert.deepEqual(cut(100, { zoom: { from: 21, to: 47 } }), [16, 24, 32, 40, 48]);
  assert.equal(cut(100, {}).length, 100);
  assert.deepEqual(Array.from(columns.points('a', {}, values.subarray(0, 1), { width: 300 }).x), [0]);
});
