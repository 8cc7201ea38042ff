// Arrow keys step a number in a field: to the next of 1, 2, 5, … on a logarithmic scale, by a hundredth of the range on a linear one.

import { withPoint } from './number-steps.js';

/** @typedef {import('./number-steps.js').Steps} Steps */

/**
 * Steps the number in a text and keeps its unit.
 * @param {string} text a plain number, or one with a unit: 250, 0.5, 10%, 3ep
 * @param {number} by the number of steps, negative for down
 * @param {Steps} steps
 * @returns {string | null} null when the text is not such a number
 */
export function nudged(text, by, { min, max, scale, whole }) {
  const match = /^\s*((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%|ep)?\s*$/i.exec(withPoint(text, { min, max, scale, whole }));
  if (!match) return null;
  const value = Number(match[1]);
  const unit = match[2] ?? '';
  const target = scale === 'log' && value > 0 ? alongLog(value, by) : value + by * linearStep(value, min, max, whole);
  const limited = Math.min(unit === '%' ? 100 : max, Math.max(min, target));
  return `${Number((whole && !unit ? Math.round(limited) : limited).toPrecision(6))}${unit}`;
}

/** @param {number} value @param {number} by */
function alongLog(value, by) {
  const rounds = [1, 2, 5];
  const place = Math.log10(value);
  const marks = [];
  for (let exponent = Math.floor(place) - 4; exponent <= Math.floor(place) + 4; exponent++) {
    for (const round of rounds) marks.push(Number(`${round}e${exponent}`));
  }
  const above = marks.findIndex((mark) => mark > value * (1 + 1e-9));
  const below = marks.findLastIndex((mark) => mark < value * (1 - 1e-9));
  return by > 0 ? marks[Math.min(marks.length - 1, above + by - 1)] : marks[Math.max(0, below + by + 1)];
}

/** @param {number} value @param {number} min @param {number} max @param {boolean} whole */
function linearStep(value, min, max, whole) {
  if (whole) return 1;
  // The range may be far wider than the values in use, so the step is also limited by the value's own magnitude.
  return Math.min((max - min) / 100, Math.max(0.01, 10 ** Math.floor(Math.log10(Math.abs(value) || 1)) / 10));
}
