// Computes the quantile that all measurements print.

/** @param {number[]} numbers @param {number} part from 0 (the least) to 1 (the greatest) */
export const quantile = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.round(part * (numbers.length - 1))];
