// Lines end at the playhead, and at the edges of what the charts show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clipLine, lineUntil } from '../../../web/src/charts/clip-line.js';

test('a line ends at the playhead', () => {
  assert.deepEqual(lineUntil({ x: [1, 2, 3], y: [4, 5, 6] }, 2), { x: [1, 2], y: [4, 5] });
});

/**
 * Computes the height of a line at x, by definition.
 * @param {number[]} xs
 * @param {(number | null)[]} ys
 * @param {number} x
 * @param {boolean} step
 */
function heightAt(xs, ys, x, step) {
  const i = xs.findLastIndex((each) => each <= x);
  if (i < 0 || (i === xs.length - 1 && xs[i] < x)) return undefined;
  const [a, b] = [ys[i], ys[i + 1]];
  if (xs[i] === x || a === null) return a;
  if (step) return a;
  return b === null ? null : a + ((b - a) * (x - xs[i])) / (xs[i + 1] - xs[i]);
}

test('a line clipped to a range is the same line there, and ends at its edges', () => {
  const value = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -9, max: 9 }) }, { weight: 1, arbitrary: fc.constant(null) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), value), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 200 }),
      fc.boolean(),
      (list, start, length, step) => {
        let x = 0;
        const xs = list.map(([by]) => {
          x += by;
          return x;
        });
        const ys = list.map(([, y]) => y);
        const [from, to] = [start / 2, (start + length) / 2];
        const cut = clipLine({ x: xs, y: ys }, from, to, step);
        const [cutX, cutY] = [Array.from(cut.x), Array.from(cut.y)];
        assert(cutX.every((each, i) => each >= from && each <= to && (i === 0 || each > cutX[i - 1])));
        for (let at = from; at <= to; at += 0.5) {
          const wanted = heightAt(xs, ys, at, step);
          const found = heightAt(cutX, cutY, at, step);
          if (typeof wanted !== 'number') assert(found === wanted || found === null || found === undefined, `${at}: ${found}`);
          else assert(typeof found === 'number' && Math.abs(found - wanted) < 1e-9, `${at}: ${found}, not ${wanted}`);
        }
      },
    ),
    { numRuns: 500 },
  );
});
