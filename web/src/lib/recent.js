// The quantiles of the last share of a growing column, exactly, without sorting it in every frame: equal values are counted, and a longer
// column only adds to the counts and takes away. An accuracy has no more different values than there are samples.

import { lastCount } from './statistics.js';

const shares = [0.1, 0.5, 0.9];

export class Recent {
  /** How often each value is among values from…to. @type {Map<number, number>} */ #counts = new Map();
  #from = 0;
  #to = 0;
  /** @type {number[]} */ #quantiles = [];

  /**
   * Gives the 10 %, 50 % and 90 % quantiles of the last 20 % of the first `length` values, as statistics.js defines them.
   * @param {ArrayLike<number>} values of the call before, possibly longer
   * @param {number} length at least 1
   */
  quantiles(values, length) {
    if (length === this.#to) return this.#quantiles;
    const from = length - lastCount(length);
    // Nothing is kept where the two ranges have nothing in common, nor when the end has moved back.
    if (from >= this.#to || length < this.#to) {
      this.#counts.clear();
      this.#from = this.#to = from;
    }
    while (this.#to < length) this.#add(values[this.#to++], 1);
    while (this.#from < from) this.#add(values[this.#from++], -1);
    let count = 0;
    const sorted = Array.from(this.#counts).sort(([a], [b]) => a - b);
    const ends = sorted.map(([value, times]) => {
      count += times;
      return { value, end: count };
    });
    const at = (/** @type {number} */ index) => ends.find(({ end }) => index < end)?.value;
    this.#quantiles = shares.map((q) => {
      const position = q * (count - 1);
      const below = Math.floor(position);
      const low = at(below) ?? Number.NaN;
      return low + ((at(below + 1) ?? low) - low) * (position - below);
    });
    return this.#quantiles;
  }

  /** @param {number} value @param {1 | -1} by */
  #add(value, by) {
    if (!Number.isFinite(value)) return;
    const count = (this.#counts.get(value) ?? 0) + by;
    if (count > 0) this.#counts.set(value, count);
    else this.#counts.delete(value);
  }
}
