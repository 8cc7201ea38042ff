// The lines of a telemetry column that has a row for each update: raw behind, smoothed in front.
import { none } from './measured-figure.js';
import { Smooth, ThinnedColumns } from './thinned-columns.js';

/** @typedef {{ amount: number, setAmount: (amount: number) => void }} Smoothing The amount is the share of the past that a running mean keeps; 0 is none. */

/**
 * @param {import('../lab/lab.js').Lab} lab
 * @param {string} key of the column
 * @param {number} amount
 * @returns {Pick<import('./measured-figure.js').Measured, 'value' | 'lines'>}
 */
export function smoothedColumn(lab, key, amount) {
  const columns = new ThinnedColumns();
  /** @type {{ owner: object, smooth: Smooth }[]} */
  const smooths = [];
  const smoothed = (/** @type {number} */ i) => {
    const raw = lab.telemetry(i + 1)?.updates[key];
    if (!raw || !lab.displayed) return undefined;
    if (smooths[i]?.owner !== lab.displayed) smooths[i] = { owner: lab.displayed, smooth: new Smooth(amount) };
    return { raw, smooth: amount === 0 ? raw : smooths[i].smooth.of(raw) };
  };
  return {
    value: (racer, update) => smoothed(racer - 1)?.smooth[update],
    lines: (i, width) => {
      const column = smoothed(i);
      const { displayed, zoom } = lab;
      if (!column || !displayed) return { front: none, all: none };
      const front = columns.points(`smooth ${i}`, displayed, column.smooth, { width, zoom });
      const all = columns.points(`smooth ${i}`, displayed, column.smooth, { width });
      return { front, all, behind: amount === 0 ? none : columns.points(`raw ${i}`, displayed, column.raw, { width, zoom }) };
    },
  };
}
