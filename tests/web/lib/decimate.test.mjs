// The decimator agrees with a brute-force one that follows the definition.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Blocks } from '../../../web/src/lib/blocks.js';
import { decimate } from '../../../web/src/lib/decimate.js';

/** There are few different values, so that equal ones and gaps are common. */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
  { weight: 2, arbitrary: fc.float({ noNaN: true, noDefaultInfinity: true }) },
);
const column = fc.array(value, { maxLength: 1000, size: 'max' }).map((values) => Float32Array.from(values));

/**
 * @param {Float32Array} values
 * @param {number} buckets
 * @param {number} from
 * @param {number} to
 */
function bruteForce(values, buckets, from, to) {
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const parts = indices.length <= 4 * buckets ? indices.length : buckets;
  const kept = new Set();
  for (let part = 0; part < parts; part += 1) {
    const bucket = indices.filter(
      (_, i) => i >= Math.floor((part * indices.length) / parts) && i < Math.floor(((part + 1) * indices.length) / parts),
    );
    const finite = bucket.filter((i) => Number.isFinite(values[i]));
    const numbers = finite.map((i) => values[i]);
    const least = finite.find((i) => values[i] === Math.min(...numbers));
    const greatest = finite.find((i) => values[i] === Math.max(...numbers));
    for (const i of [finite[0], finite.at(-1), least, greatest]) kept.add(i);
  }
  const points = [];
  let gap = false;
  for (const i of indices) {
    if (!Number.isFinite(values[i]) && !gap) points.push([i, null]);
    if (!Number.isFinite(values[i])) gap = true;
    if (kept.has(i)) {
      points.push([i, values[i]]);
      gap = false;
    }
  }
  return { x: points.map(([x]) => x), y: points.map(([, y]) => y) };
}

test('equals the brute-force one, with blocks and without, on any range', () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 1, max: 40 }), fc.nat(1000), fc.nat(1000), fc.nat(1000), (values, buckets, a, b, grown) => {
      const [from, to] = [a, b].map((i) => Math.min(i, values.length)).sort((p, q) => p - q);
      const expected = bruteForce(values, buckets, from, to);
      assert.deepEqual(decimate(values, buckets, { from, to }), expected);
      const blocks = new Blocks();
      blocks.grow(values.subarray(0, grown));
      assert.deepEqual(decimate(values, buckets, { from, to, blocks }), expected);
      blocks.grow(values);
      assert.deepEqual(decimate(values, buckets, { from, to, blocks }), expected);
    }),
    { numRuns: 500 },
  );
});

test('a spike, a last value and the gap of a lone NaN survive a million points', () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i / 5e4));
  values[123_456] = 9;
  values[654_321] = -9;
  values[777_777] = Number.NaN;
  const blocks = new Blocks();
  blocks.grow(values);
  const { x, y } = decimate(values, 700, { blocks });
  assert.ok(x.length <= 4 * 700 + 1);
  assert.equal(y[x.indexOf(123_456)], 9);
  assert.equal(y[x.indexOf(654_321)], -9);
  assert.equal(y[x.indexOf(777_777)], null);
  assert.equal(x[0], 0);
  assert.equal(x.at(-1), 999_999);
  assert.deepEqual(decimate(values, 700), { x, y });
});

test('a step line keeps both sides of every drop between buckets', () => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => (i < 5000 ? 1 : 0.1));
  const { x, y } = decimate(values, 100);
  const before = x.lastIndexOf(4999);
  assert.deepEqual([x[before + 1], y[before], y[before + 1]], [5000, 1, 0.1]);
});

test('few points are all kept, at their x', () => {
  const accuracies = [0.1, 0.2, Number.NaN, 0.4];
  assert.deepEqual(decimate(accuracies, 10, { xs: [8, 16, 24, 32] }), { x: [8, 16, 24, 32], y: [0.1, 0.2, null, 0.4] });
  assert.deepEqual(decimate(accuracies, 10, { first: 5, stride: 3, from: 1 }).x, [8, 11, 14]);
  assert.deepEqual(decimate([], 10), { x: [], y: [] });
  assert.deepEqual(decimate([Number.NaN], 10), { x: [0], y: [null] });
});
