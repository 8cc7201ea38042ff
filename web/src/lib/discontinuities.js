// Where a curve drops by a jump: a fall that stands out from what comes before and after it, as a step does and an exponential does not.

/** The part of the rate that is lost at least, and how often it is what the neighbours change by. */
const share = 0.05;
const times = 8;

/**
 * @param {ArrayLike<number>} curve η of every update
 * @param {number} from
 * @param {number} to one past the last that is looked at
 * @param {number[]} found takes each update that is the first of a lower rate
 */
export function findDrops(curve, from, to, found) {
  for (let t = Math.max(2, from); t < to; t++) {
    const fall = curve[t - 1] - curve[t];
    if (!(fall > share * curve[t - 1])) continue;
    const before = Math.abs(curve[t - 2] - curve[t - 1]);
    const after = t + 1 < curve.length ? Math.abs(curve[t] - curve[t + 1]) : 0;
    if (fall > times * Math.max(before, after)) found.push(t);
  }
}
