// Epochs are marked on the axis.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { epochs } from '../../../web/src/charts/epochs.js';

test('epochs are marked where they end, thinned where they are dense; none where the racers do not share them', () => {
  const at = (/** @type {number[]} */ lengths, /** @type {number} */ updates, zoom = null) =>
    epochs(/** @type {any} */ ({ run: { racers: lengths.map((updatesPerEpoch) => ({ updatesPerEpoch })) }, updates, zoom }), 700, 'en');
  assert.deepEqual(
    at([162, 162], 800).map(({ at }) => at),
    [162, 324, 486, 648],
  );
  assert.deepEqual(at([162, 81], 800), []);
  assert.deepEqual(
    at([162], 800, /** @type {any} */ ({ from: 300, to: 400 })).map(({ text }) => text),
    ['2'],
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 1e6 }), (length, updates) => {
      const marks = at([length], updates);
      assert(marks.length <= 13 && marks.every(({ at }) => at > 0 && at <= updates && at % length === 0));
      assert(length > updates || marks.length > 0);
    }),
  );
});
