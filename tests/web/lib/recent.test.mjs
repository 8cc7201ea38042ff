// Counting gives the same quantiles as sorting, for any order of calls, and looks at each value of a growing column twice at most.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Recent } from '../../../web/src/lib/recent.js';
import { lastShare, quantile } from '../../../web/src/lib/statistics.js';

test('the quantiles are those of the sorted last share, wherever the playhead moves', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1 }), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), fc.array(fc.nat(), { maxLength: 12 }), (column, moves) => {
      const recent = new Recent();
      for (const move of moves) {
        const length = 1 + (move % column.length);
        const wanted = [0.1, 0.5, 0.9].map((q) => quantile(lastShare(column.slice(0, length)), q));
        assert.deepEqual(recent.quantiles(column, length), wanted);
      }
    }),
  );
});

test('a frame looks at what has been added, not at the whole run', () => {
  const length = 100_000;
  let reads = 0;
  const column = new Proxy(/** @type {ArrayLike<number>} */ ({ length }), {
    get(_, index) {
      reads += 1;
      return (Number(index) % 500) / 500;
    },
  });
  const recent = new Recent();
  for (let shown = 100; shown <= length; shown += 100) {
    reads = 0;
    recent.quantiles(column, shown);
    assert(reads <= 200, `${reads} values at ${shown}`);
  }
  reads = 0;
  recent.quantiles(column, length);
  assert.equal(reads, 0);
});
