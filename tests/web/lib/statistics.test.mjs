// Median and spread of the last evaluations.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastShare, median, quantile, spread } from '../../../web/src/lib/statistics.js';

test('the last 20 % of 100 evaluations are 20, of a few at least one', () => {
  const values = Array.from({ length: 100 }, (_, i) => i);
  assert.deepEqual(lastShare(Float32Array.from(values)), values.slice(80));
  assert.deepEqual(lastShare([7]), [7]);
  assert.deepEqual(lastShare([1, 2]), [2]);
  assert.deepEqual(lastShare([]), []);
  assert.deepEqual(lastShare([1, 2, Number.NaN, Number.POSITIVE_INFINITY, 5], 0.8), [2, 5]);
});

test('quantiles are those of numpy.quantile', () => {
  const values = [0.3, 9, 1, 4, 2.5];
  assert.equal(median(values), 2.5);
  assert.ok(Math.abs(quantile(values, 0.1) - 0.58) < 1e-12);
  assert.ok(Math.abs(quantile(values, 0.9) - 7) < 1e-12);
  assert.ok(Math.abs(spread(values) - 6.42) < 1e-12);
  assert.equal(median([1, 2]), 1.5);
  assert.equal(spread([4]), 0);
  assert.deepEqual(values, [0.3, 9, 1, 4, 2.5]);
});

test('without values there is no median', () => {
  assert.ok(Number.isNaN(median([])));
  assert.ok(Number.isNaN(spread([])));
});
