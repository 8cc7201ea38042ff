// Binary search in an ascending column.

/**
 * Finds the index of the last x that is at most `end`, or -1.
 * @param {ArrayLike<number>} x ascending
 * @param {number} end
 */
export function lastUpTo(x, end) {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] <= end) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
