// What one seed gave a racer, reduced to the numbers that tasks and paragraphs compare. The native program measures them.
import { lastShare, median, spread } from '../lib/statistics.js';

/** @typedef {import('./experiment.js').Measured} Measured */

/**
 * Gives the accuracy of the weights that the racer ends with: of the evaluation that was restored, else the median of the last 20 %; NaN
 * for a racer that broke off.
 * @param {Measured} racer
 */
export function resultOf({ accuracy, restored, diverged }) {
  if (diverged) return Number.NaN;
  return restored < 0 ? median(lastShare(accuracy)) : accuracy[restored];
}

/** Gives how much the accuracy jitters over the last 20 % of the evaluations. @param {Measured} racer */
export const spreadOf = ({ accuracy }) => spread(lastShare(accuracy));

/** Gives by how much a racer is better on what it has trained with. @param {Measured} racer */
export const gapOf = (racer) => median(lastShare(racer.trainingAccuracy)) - resultOf(racer);
