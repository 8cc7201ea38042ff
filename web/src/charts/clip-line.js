// These functions cut a line to the part of it that is shown.

/** @typedef {{ x: ArrayLike<number>, y: ArrayLike<number | null> }} Points ascending in x; a null is a gap */

/** Copies points into arrays that can be written as JSON. @param {Points} points @returns {import('./figure-data.js').Points} */
export function plainPoints({ x, y }) {
  return { x: Array.isArray(x) ? x : Array.from(x), y: Array.isArray(y) ? y : Array.from(y) };
}

/**
 * Gives the part up to x = `end`.
 * @param {Points} points
 * @param {number} end
 * @returns {Points}
 */
export function lineUntil(points, end) {
  let count = points.x.length;
  while (count > 0 && points.x[count - 1] > end) count -= 1;
  if (count === points.x.length) return points;
  return { x: Array.prototype.slice.call(points.x, 0, count), y: Array.prototype.slice.call(points.y, 0, count) };
}

/**
 * Cuts the line at x = `from` and x = `to`: what is far outside need not be drawn.
 * @param {Points} points
 * @param {number} from
 * @param {number} to
 * @param {boolean} [step] each value holds until the next
 * @returns {Points}
 */
export function clipLine({ x, y }, from, to, step = false) {
  const count = x.length;
  let first = 0;
  while (first < count && x[first] < from) first += 1;
  let end = count;
  while (end > first && x[end - 1] > to) end -= 1;
  if (end - first === count) return { x, y };
  /** @type {number[]} */ const xs = Array.prototype.slice.call(x, first, end);
  /** @type {(number | null)[]} */ const ys = Array.prototype.slice.call(y, first, end);
  /** Interpolates the line at `at`, between the points i − 1 and i. @param {number} i @param {number} at */
  const crossing = (i, at) => {
    const [a, b] = [y[i - 1], y[i]];
    if (a === null || step) return a;
    return b === null ? null : a + ((b - a) * (at - x[i - 1])) / (x[i] - x[i - 1]);
  };
  if (end > 0 && end < count && !(end > first && x[end - 1] === to)) {
    xs.push(to);
    ys.push(crossing(end, to));
  }
  if (first > 0 && first < count && x[first] !== from) {
    xs.unshift(from);
    ys.unshift(crossing(first, from));
  }
  return { x: xs, y: ys };
}
