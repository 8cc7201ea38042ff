// Finds where a curve drops abruptly: by far more than before and after, as a step schedule does and an exponential does not.

/** A drop is more than this share of the rate. */
const minShare = 0.05;
/** A drop is more than this many times the changes next to it. */
const minRatio = 8;

/**
 * Appends to `found` the first update of each lower rate.
 * @param {ArrayLike<number>} curve η of every update
 * @param {number} from
 * @param {number} to one past the last
 * @param {number[]} found
 */
export function findDrops(curve, from, to, found) {
  for (let t = Math.max(2, from); t < to; t++) {
    const fall = curve[t - 1] - curve[t];
    if (!(fall > minShare * curve[t - 1])) continue;
    const before = Math.abs(curve[t - 2] - curve[t - 1]);
    const after = t + 1 < curve.length ? Math.abs(curve[t] - curve[t + 1]) : 0;
    if (fall > minRatio * Math.max(before, after)) found.push(t);
  }
}
