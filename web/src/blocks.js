// What every 64 values of a column hold, so that looking through a million of them again costs no more than looking through 16 000.

const size = 64;

/**
 * Where the first finite value, the last one, the least and the greatest stand between two indices; −1 when none is finite.
 * @typedef {{ first: number, last: number, low: number, high: number }} Extent
 */

/** Of whole blocks: the index of the first least and of the first greatest finite value (−1: none), and of the first that is not finite (−1). */
export class Blocks {
  /** @type {number[]} */ #lows = [];
  /** @type {number[]} */ #highs = [];
  /** @type {number[]} */ #gaps = [];

  /**
   * Takes in what has been added to a column since the last time. A value once taken in must not change.
   * @param {ArrayLike<number>} values
   */
  grow(values) {
    while ((this.#lows.length + 1) * size <= values.length) {
      const from = this.#lows.length * size;
      const { low, high } = scan(values, from, from + size);
      this.#lows.push(low);
      this.#highs.push(high);
      this.#gaps.push(firstGap(values, from, from + size));
    }
  }

  /** The whole block that begins at `index` and ends by `to`, or undefined. @param {number} index @param {number} to */
  at(index, to) {
    const block = index / size;
    if (!Number.isInteger(block) || index + size > to || block >= this.#lows.length) return undefined;
    return { end: index + size, low: this.#lows[block], high: this.#highs[block], gap: this.#gaps[block] };
  }
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} from
 * @param {number} to one past the last
 * @param {Blocks} [blocks] of these values
 * @returns {Extent} of equal values, the first is the least and the greatest
 */
export function scan(values, from, to, blocks) {
  let low = -1;
  let high = -1;
  /** @param {number} index */
  const see = (index) => {
    if (low < 0 || values[index] < values[low]) low = index;
    if (high < 0 || values[index] > values[high]) high = index;
  };
  for (let i = from; i < to; ) {
    const block = blocks?.at(i, to);
    if (!block && Number.isFinite(values[i])) see(i);
    if (block && block.low >= 0) {
      see(Math.min(block.low, block.high));
      see(Math.max(block.low, block.high));
    }
    i = block ? block.end : i + 1;
  }
  return { ...ends(values, from, to, low), low, high };
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} from
 * @param {number} to
 * @param {number} some a finite one between them, or −1
 */
function ends(values, from, to, some) {
  if (some < 0) return { first: -1, last: -1 };
  let first = from;
  let last = to - 1;
  while (!Number.isFinite(values[first])) first += 1;
  while (!Number.isFinite(values[last])) last -= 1;
  return { first, last };
}

/**
 * The first index from `from` to before `to` whose value is not finite, or −1.
 * @param {ArrayLike<number>} values
 * @param {number} from
 * @param {number} to
 * @param {Blocks} [blocks]
 */
export function firstGap(values, from, to, blocks) {
  for (let i = from; i < to; ) {
    const block = blocks?.at(i, to);
    if (block && block.gap >= 0) return block.gap;
    if (!block && !Number.isFinite(values[i])) return i;
    i = block ? block.end : i + 1;
  }
  return -1;
}
