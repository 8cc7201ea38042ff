// The labels at the ends of lines do not overlap.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { endLabels, spreadOut } from '../../../web/src/charts/end-labels.js';
import { fitText, textWidth } from '../../../web/src/charts/letter-widths.js';

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

test('a name is cut to the longest beginning that fits with an ellipsis', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
      const fitted = fitText(text, width);
      if (textWidth(text) <= width) return assert.equal(fitted, text);
      const letters = Array.from(text);
      const fits = letters.map((_, i) => `${letters.slice(0, i + 1).join('')}…`).filter((cut, i) => i === 0 || textWidth(cut) <= width);
      assert.equal(fitted, fits[fits.length - 1]);
    }),
  );
});

test('of a name of any length only as many letters are measured as the width can hold', () => {
  let measured = 0;
  const letters = function* () {
    for (;;) {
      measured += 1;
      yield 'l';
    }
  };
  const endless = /** @type {string} */ (/** @type {unknown} */ ({ slice: () => '', [Symbol.iterator]: letters }));
  fitText(endless, 128);
  assert(measured < 128 / 4, `${measured}`);
});

test('names that would look alike when cut are cut at their beginnings, where they do not differ', () => {
  const labels = [780, 400].map((every, i) => ({ y: i, text: `Step every=${every}`, ink: /** @type {const} */ ('racer-1') }));
  const scales = { box: { left: 0, top: 0, width: 200, height: 150 }, x: Number, y: (/** @type {number} */ value) => 75 * value };
  const texts = endLabels([...labels, { ...labels[0], text: 'Constant at first' }], scales, 80).map(
    (shape) => 'text' in shape && shape.text,
  );
  assert.deepEqual(texts, ['…ery=780', '…ery=400', 'Constan…']);
});
