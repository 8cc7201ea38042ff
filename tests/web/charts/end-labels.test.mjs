// The labels at the ends of lines do not overlap.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spreadOut } from '../../../web/src/charts/end-labels.js';

test('labels keep their distance and their order, and stay inside', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { maxLength: 6 }), (wanted) => {
      const placed = spreadOut(wanted, 0, 150);
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
      order.slice(1).forEach((i, k) => {
        assert(placed[i] - placed[order[k]] >= 15 - 1e-9);
      });
      assert(placed.every((top) => top >= 0 - 1e-9 && top <= 150 + 1e-9));
    }),
  );
});
