// A column thinned to what so many pixels can show: nothing that a reader could see is lost, least of all a spike.
//
// Every bucket (a pixel) keeps its first, last, least and greatest value in their order. Since the last value of a bucket and the first of
// the next are neighbours, lines and step lines between buckets are the true ones.

import { firstGap, scan } from './blocks.js';

/** @typedef {import('./blocks.js').Blocks} Blocks */

/**
 * @typedef {object} Range
 * @property {number} [from] the first index, 0 by default
 * @property {number} [to] one past the last, the length by default
 * @property {ArrayLike<number>} [xs] where each value stands; by default value i stands at first + i·stride
 * @property {number} [first] 0 by default
 * @property {number} [stride] 1 by default
 * @property {Blocks} [blocks] of these values, grown to at least what is asked for is best; without them all values are looked through
 */

/**
 * At most 4 points a bucket. Buckets hold equally many values; of up to 4 values a bucket all are kept. Between two points with anything
 * not finite between them stands a null (a gap), where the first such value stands; so too before the first point and after the last.
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
  // A bucket of one value keeps it: so few values need no thinning.
  const parts = count <= 4 * buckets ? count : buckets;
  for (let part = 0; part < parts; part += 1) {
    const begin = from + Math.floor((part * count) / parts);
    const end = from + Math.floor(((part + 1) * count) / parts);
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
