// The excess loss of a run at a constant rate, and the power law that it follows.

/**
 * Averages the second half of the evaluations and subtracts the minimum of the loss.
 * @param {ArrayLike<number>} losses
 * @param {number} floor the minimum
 */
export function excessOf(losses, floor) {
  const half = Array.from(losses).slice(Math.floor(losses.length / 2));
  return half.reduce((sum, loss) => sum + loss, 0) / half.length - floor;
}

/** Fits a straight line to the points' logarithms, by least squares, and gives its slope. @param {[number, number][]} points all above 0 */
export function slopeOf(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = [0, 1].map((axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length);
  const covariance = (/** @type {number} */ a, /** @type {number} */ b) =>
    logs.reduce((sum, point) => sum + (point[a] - mean[a]) * (point[b] - mean[b]), 0);
  return covariance(0, 1) / covariance(0, 0);
}
