// Thins a column to what a number of pixels can show, without losing anything visible such as a spike.
//
// Every bucket (a pixel) keeps its first, last, minimal and maximal value in their order. The last value of a bucket and the first of the
// next are neighbours, so lines and step lines between buckets are exact.

import { firstGap, scan } from './blocks.js';

/** @typedef {import('./blocks.js').Blocks} Blocks */

/**
 * @typedef {object} Range
 * @property {number} [from] the first index, 0 by default
 * @property {number} [to] one past the last, the length by default
 * @property {ArrayLike<number>} [xs] the x of each value; by default that of value i is first + i·stride
 * @property {number} [first] 0 by default
 * @property {number} [stride] 1 by default
 * @property {Blocks} [blocks] of these values, best grown over the whole range; without them all values are scanned
 */

/**
 * Keeps at most 4 points for each bucket. Buckets hold equally many values; with up to 4 values for each bucket all values are kept. Values
 * that are not finite make one gap between two points, before the first or after the last: a null at the x of the first such value.
 * @param {ArrayLike<number>} values
 * @param {number} buckets at least 1
 * @param {Range} [range]
 * @returns {{ x: number[], y: (number | null)[] }}
 */
export function decimate(values, buckets, { from = 0, to = values.length, xs, first = 0, stride = 1, blocks } = {}) {
  /** @type {number[]} */
  const x = [];
  /** @type {(number | null)[]} */
  const y = [];
  /** @param {number} index @param {number | null} value */
  const put = (index, value) => {
    x.push(xs ? xs[index] : first + index * stride);
    y.push(value);
  };
  let gap = firstGap(values, from, to, blocks);
  /** @param {number} index of a finite value */
  const keep = (index) => {
    if (gap >= 0 && gap < index) {
      put(gap, null);
      gap = firstGap(values, index + 1, to, blocks);
    }
    put(index, values[index]);
  };
  const count = Math.max(0, to - from);
  // With a bucket for each value all values are kept.
  const bucketCount = count <= 4 * buckets ? count : buckets;
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    const begin = from + Math.floor((bucket * count) / bucketCount);
    const end = from + Math.floor(((bucket + 1) * count) / bucketCount);
    const { first, last, low, high } = scan(values, begin, end, blocks);
    if (first < 0) continue;
    const [nearer, farther] = low < high ? [low, high] : [high, low];
    keep(first);
    if (nearer > first && nearer < last) keep(nearer);
    if (farther > nearer && farther > first && farther < last) keep(farther);
    if (last > first) keep(last);
  }
  if (gap >= 0) put(gap, null);
  return { x, y };
}
