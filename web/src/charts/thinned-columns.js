// The columns of a race are thinned to points for the pixels of the figure, and cached until they change.
import { Blocks } from '../lib/blocks.js';
import { decimate } from '../lib/decimate.js';
import { lastUpTo } from '../lib/search.js';

/** @typedef {import('./clip-line.js').Points} Points */

/**
 * @typedef {object} Cut
 * @property {number} width pixels
 * @property {ArrayLike<number>} [xs] by default value i is at i
 * @property {import('../lab/zoom.js').ZoomRange | null} [zoom] the points in it and one more at each side; all of them by default
 */

/** Remembers the thinned points of each column, of all of it and of a range, for as long as its source, its length and the width stay. */
export class ThinnedColumns {
  /** @type {Map<string, { owner: object, length: number, blocks: Blocks, cuts: Map<boolean, { key: string, points: Points }> }>} */
  #known = new Map();

  /**
   * @param {string} name
   * @param {object} owner a race or curves; the columns of another owner are others
   * @param {ArrayLike<number>} values
   * @param {Cut} cut
   * @returns {Points}
   */
  points(name, owner, values, { width, xs, zoom = null }) {
    const known = this.#known.get(name);
    const same = known?.owner === owner && known.length <= values.length ? known : undefined;
    const { blocks, cuts } = same ?? { blocks: new Blocks(), cuts: new Map() };
    if (same?.length !== values.length) {
      blocks.grow(values);
      this.#known.set(name, { owner, length: values.length, blocks, cuts });
    }
    const from = zoom ? Math.max(0, xs ? lastUpTo(xs, zoom.from) : Math.floor(zoom.from)) : 0;
    const to = zoom ? Math.min(values.length, (xs ? lastUpTo(xs, zoom.to) : Math.floor(zoom.to)) + 2) : values.length;
    const key = `${from} ${to} ${width}`;
    const cut = cuts.get(zoom !== null);
    if (cut?.key === key) return cut.points;
    const points = decimate(values, Math.max(1, width), { from, to, xs, blocks });
    cuts.set(zoom !== null, { key, points });
    return points;
  }
}

/**
 * It computes an exponential moving average, m ← a·m + (1 − a)·x, divided by 1 − aⁿ so that it does not start at 0. A call continues the
 * one before.
 */
export class Smooth {
  #mean = 0;
  #weight = 0;
  #length = 0;
  #values = new Float32Array(1024);

  /** @param {number} amount a: 0 gives the column unchanged */
  constructor(amount) {
    this.amount = amount;
  }

  /** @param {ArrayLike<number>} column of the call before, possibly longer */
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
