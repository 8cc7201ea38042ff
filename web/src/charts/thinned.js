// Columns of a race as points to draw: thinned to the pixels there are, cut where the playhead stands, kept until they change.
import { Blocks } from '../blocks.js';
import { decimate } from '../decimate.js';

/** @typedef {import('./align.js').Points} Points */

/** Remembers the thinned points of each column for as long as its source, its length and the width stay. */
export class Columns {
  /** @type {Map<string, { owner: object, length: number, width: number, blocks: Blocks, points: Points }>} */
  #kept = new Map();

  /**
   * @param {string} name
   * @param {object} owner another one (another race, other curves): another column
   * @param {ArrayLike<number>} values
   * @param {number} width pixels
   * @param {ArrayLike<number>} [xs] by default value i stands at i
   * @param {Blocks} [given] of these values, if they are there already
   * @returns {Points}
   */
  points(name, owner, values, width, xs, given) {
    const known = this.#kept.get(name);
    const same = known?.owner === owner ? known : undefined;
    if (same && same.length === values.length && same.width === width) return same.points;
    const blocks = given ?? (same && same.length <= values.length ? same.blocks : new Blocks());
    blocks.grow(values);
    const points = decimate(values, Math.max(1, width), { xs, blocks });
    this.#kept.set(name, { owner, length: values.length, width, blocks, points });
    return points;
  }
}

/**
 * The index of the last x that is at most `end`, or -1.
 * @param {ArrayLike<number>} x ascending
 * @param {number} end
 */
export function lastUpTo(x, end) {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] <= end) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * A running mean that forgets: m ← a·m + (1 − a)·x, divided by 1 − aⁿ so that it does not start at 0. Takes up where it stopped.
 */
export class Smooth {
  #mean = 0;
  #weight = 0;
  #length = 0;
  #values = new Float32Array(1024);

  /** @param {number} amount a: 0 is the column itself */
  constructor(amount) {
    this.amount = amount;
  }

  /** @param {ArrayLike<number>} column the one given before, grown */
  of(column) {
    if (column.length > this.#values.length) {
      const larger = new Float32Array(Math.max(column.length, 2 * this.#values.length));
      larger.set(this.#values);
      this.#values = larger;
    }
    for (; this.#length < column.length; this.#length++) {
      const value = column[this.#length];
      if (Number.isFinite(value)) {
        this.#mean = this.amount * this.#mean + (1 - this.amount) * value;
        this.#weight = this.amount * this.#weight + (1 - this.amount);
      }
      this.#values[this.#length] = Number.isFinite(value) ? this.#mean / this.#weight : Number.NaN;
    }
    return this.#values.subarray(0, column.length);
  }
}
