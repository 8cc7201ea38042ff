// What every 64 values of a column hold, so that looking through a million of them again costs no more than looking through 16 000.

const size = 64;

/**
 * Where the first finite value, the last one, the least and the greatest stand between two indices; −1 when none is finite.
 * @typedef {{ first: number, last: number, low: number, high: number }} Extent
 */

/** Of whole blocks: the index of the first least and of the first greatest finite value (−1: none), and of the first that is not finite (−1). */
export class Blocks {
  /** @type {number[]} */ lows = [];
  /** @type {number[]} */ highs = [];
  /** @type {number[]} */ gaps = [];
  /** The values there; beside one another, they are seen without going back to the column. @type {number[]} */ least = [];
  /** @type {number[]} */ greatest = [];

  /**
   * Takes in what has been added to a column since the last time. A value once taken in must not change.
   * @param {ArrayLike<number>} values
   */
  grow(values) {
    while ((this.lows.length + 1) * size <= values.length) {
      const from = this.lows.length * size;
      const { low, high } = scan(values, from, from + size);
      this.lows.push(low);
      this.highs.push(high);
      this.least.push(low < 0 ? Number.POSITIVE_INFINITY : values[low]);
      this.greatest.push(low < 0 ? Number.NEGATIVE_INFINITY : values[high]);
      this.gaps.push(firstGap(values, from, from + size));
    }
  }

  /** Which whole block begins at `index` and ends by `to`; −1: none does. @param {number} index @param {number} to */
  at(index, to) {
    return index % size === 0 && index + size <= to && index / size < this.lows.length ? index / size : -1;
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
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; ) {
    const block = blocks ? blocks.at(i, to) : -1;
    if (blocks && block >= 0) {
      i += size;
      if (blocks.least[block] < least) {
        low = blocks.lows[block];
        least = blocks.least[block];
      }
      if (blocks.greatest[block] > greatest) {
        high = blocks.highs[block];
        greatest = blocks.greatest[block];
      }
      continue;
    }
    // Of equal values the first is kept; NaN is neither less nor greater.
    for (const end = edge(i, to); i < end; i += 1) {
      const value = values[i];
      if (value < least && value > Number.NEGATIVE_INFINITY) {
        low = i;
        least = value;
      }
      if (value > greatest && value < Number.POSITIVE_INFINITY) {
        high = i;
        greatest = value;
      }
    }
  }
  let first = low < 0 ? -1 : from;
  let last = low < 0 ? -1 : to - 1;
  while (first >= 0 && !Number.isFinite(values[first])) first += 1;
  while (last >= 0 && !Number.isFinite(values[last])) last -= 1;
  // No object spread: this runs for every pixel of every line in every frame.
  return { first, last, low, high };
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
    const block = blocks ? blocks.at(i, to) : -1;
    const gap = blocks && block >= 0 ? blocks.gaps[block] : -1;
    if (gap >= 0) return gap;
    if (block >= 0) i += size;
    else for (const end = edge(i, to); i < end; i += 1) if (!Number.isFinite(values[i])) return i;
  }
  return -1;
}

/** Where the next block could begin. @param {number} index @param {number} to */
const edge = (index, to) => Math.min(to, index - (index % size) + size);
