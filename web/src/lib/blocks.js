// A summary of every 64 values of a column, so that another scan of a million values costs as much as one of 16 000.

const size = 64;

/**
 * @typedef {object} Extent indices within a range; −1 when no value is finite
 * @property {number} first of the first finite value
 * @property {number} last of the last finite value
 * @property {number} low of the minimum
 * @property {number} high of the maximum
 */

/** The summaries of all complete blocks of 64 values. */
export class Blocks {
  /** @type {number[]} The index of each block's first minimum among its finite values; −1 when none is finite. */ lows = [];
  /** @type {number[]} The index of each block's first maximum, likewise. */ highs = [];
  /** @type {number[]} The index of each block's first value that is not finite, or −1. */ gaps = [];
  /** @type {number[]} The minima and maxima themselves: adjacent in memory, they are faster to scan than the column. */ minima = [];
  /** @type {number[]} */ maxima = [];

  /**
   * Summarises the values that were appended to a column since the last call. Summarised values must not change.
   * @param {ArrayLike<number>} values
   */
  grow(values) {
    while ((this.lows.length + 1) * size <= values.length) {
      const from = this.lows.length * size;
      const { low, high } = scan(values, from, from + size);
      this.lows.push(low);
      this.highs.push(high);
      this.minima.push(low < 0 ? Number.POSITIVE_INFINITY : values[low]);
      this.maxima.push(low < 0 ? Number.NEGATIVE_INFINITY : values[high]);
      this.gaps.push(firstGap(values, from, from + size));
    }
  }

  /** Finds the complete block from `index` on that ends at or before `to`, or −1. @param {number} index @param {number} to */
  at(index, to) {
    return index % size === 0 && index + size <= to && index / size < this.lows.length ? index / size : -1;
  }
}

/**
 * Scans a range of a column.
 * @param {ArrayLike<number>} values
 * @param {number} from
 * @param {number} to one past the last
 * @param {Blocks} [blocks] of these values
 * @returns {Extent} of equal values, the first counts
 */
export function scan(values, from, to, blocks) {
  let low = -1;
  let high = -1;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; ) {
    const block = blocks ? blocks.at(i, to) : -1;
    if (blocks && block >= 0) {
      i += size;
      if (blocks.minima[block] < min) {
        low = blocks.lows[block];
        min = blocks.minima[block];
      }
      if (blocks.maxima[block] > max) {
        high = blocks.highs[block];
        max = blocks.maxima[block];
      }
      continue;
    }
    // Both comparisons are false for NaN.
    for (const end = edge(i, to); i < end; i += 1) {
      const value = values[i];
      if (value < min && value > Number.NEGATIVE_INFINITY) {
        low = i;
        min = value;
      }
      if (value > max && value < Number.POSITIVE_INFINITY) {
        high = i;
        max = value;
      }
    }
  }
  let first = low < 0 ? -1 : from;
  let last = low < 0 ? -1 : to - 1;
  while (first >= 0 && !Number.isFinite(values[first])) first += 1;
  while (last >= 0 && !Number.isFinite(values[last])) last -= 1;
  // This runs for every pixel of every line in every frame, so it spreads no objects.
  return { first, last, low, high };
}

/**
 * Finds the first index from `from` to before `to` whose value is not finite, or −1.
 * @param {ArrayLike<number>} values
 * @param {number} from
 * @param {number} to
 * @param {Blocks} [blocks]
 */
export function firstGap(values, from, to, blocks) {
  for (let i = from; i < to; ) {
    const block = blocks ? blocks.at(i, to) : -1;
    const gap = blocks && block >= 0 ? blocks.gaps[block] : -1;
    if (gap >= 0) return gap;
    if (block >= 0) i += size;
    else for (const end = edge(i, to); i < end; i += 1) if (!Number.isFinite(values[i])) return i;
  }
  return -1;
}

/** Gives the next block's first index, or `to`. @param {number} index @param {number} to */
const edge = (index, to) => Math.min(to, index - (index % size) + size);
