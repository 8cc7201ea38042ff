// Computes the quantile that all measurements print.

/** @param {number[]} numbers @param {number} part from 0 (the minimum) to 1 (the maximum) */
export const quantile = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.round(part * (numbers.length - 1))];
