// Columns with x of their own brought onto one x, as the chart library wants them.

/** @typedef {{ x: ArrayLike<number>, y: ArrayLike<number | null> }} Points ascending in x */

/**
 * @param {Points[]} columns
 * @returns {[number[], ...(number | null | undefined)[][]]} all x; then each column: null is a gap, undefined not its own point
 */
export function align(columns) {
  const places = columns.map(() => 0);
  /** @type {number[]} */
  const x = [];
  /** @type {(number | null | undefined)[][]} */
  const ys = columns.map(() => []);
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    columns.forEach((column, i) => {
      if (places[i] < column.x.length) next = Math.min(next, column.x[places[i]]);
    });
    if (next === Number.POSITIVE_INFINITY) return [x, ...ys];
    x.push(next);
    columns.forEach((column, i) => {
      const own = places[i] < column.x.length && column.x[places[i]] === next;
      ys[i].push(own ? column.y[places[i]++] : undefined);
    });
  }
}

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
