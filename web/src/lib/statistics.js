// What is said of a racer: median and spread of the last part of its evaluations, never the luck of the last one.

/**
 * The last `share` of the values, at least one of them; those that are not finite are left out.
 * @param {ArrayLike<number>} values
 * @param {number} [share] 0…1
 * @returns {number[]}
 */
export function lastShare(values, share = 0.2) {
  const count = Math.max(1, Math.round(values.length * share));
  return Array.from(values).slice(-count).filter(Number.isFinite);
}

/**
 * Between two neighbours in order, interpolated linearly: position q·(n − 1), as NumPy's default.
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

/** @param {number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** From the 10 % to the 90 % quantile. @param {number[]} values */
export function spread(values) {
  return quantile(values, 0.9) - quantile(values, 0.1);
}
