// The statistics of a racer are the median and the spread of its last evaluations, as a single one varies by chance.

/**
 * Takes the last `share` of the values, at least one, without those that are not finite.
 * @param {ArrayLike<number>} values
 * @param {number} [share] 0…1
 * @returns {number[]}
 */
export function lastShare(values, share = 0.2) {
  return Array.from(values).slice(-lastCount(values.length, share)).filter(Number.isFinite);
}

/** Counts the values in the last `share` of so many. @param {number} length @param {number} [share] 0…1 */
export const lastCount = (length, share = 0.2) => Math.max(1, Math.round(length * share));

/**
 * Interpolates linearly between the sorted values at position q·(n − 1), as NumPy does by default.
 * @param {number[]} values finite, in any order
 * @param {number} q 0…1
 * @returns {number} NaN when there are no values
 */
export function quantile(values, q) {
  const sorted = values.slice().sort((a, b) => a - b);
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

/** Gives the median. @param {number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** Gives the distance between the 10 % and the 90 % quantile. @param {number[]} values */
export function spread(values) {
  return quantile(values, 0.9) - quantile(values, 0.1);
}
