// The excess loss of a run at a constant rate, and how it goes with another number.

/** The mean over the second half of the evaluations, above the least possible loss. @param {ArrayLike<number>} losses @param {number} floor */
export function excessOf(losses, floor) {
  const half = Array.from(losses).slice(Math.floor(losses.length / 2));
  return half.reduce((sum, loss) => sum + loss, 0) / half.length - floor;
}

/** The slope of the straight line through the points' logarithms, by least squares. @param {[number, number][]} points all above 0 */
export function slopeOf(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = [0, 1].map((axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length);
  const over = (/** @type {number} */ a, /** @type {number} */ b) =>
    logs.reduce((sum, point) => sum + (point[a] - mean[a]) * (point[b] - mean[b]), 0);
  return over(0, 1) / over(0, 0);
}
