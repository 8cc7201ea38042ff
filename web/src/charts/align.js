// Points of a line, and the part of them that is shown.

/** @typedef {{ x: ArrayLike<number>, y: ArrayLike<number | null> }} Points ascending in x */

/**
 * The part up to x = `end`.
 * @param {Points} points
 * @param {number} end
 * @returns {Points}
 */
export function until(points, end) {
  let count = points.x.length;
  while (count > 0 && points.x[count - 1] > end) count -= 1;
  if (count === points.x.length) return points;
  return { x: Array.prototype.slice.call(points.x, 0, count), y: Array.prototype.slice.call(points.y, 0, count) };
}
