// The results of each racer, by which the experiments judge a race.
import { resultOf } from '../lab/results.js';

/** Gives median and spread of each racer's result. @param {import('../lab/lab.js').Lab} lab */
export function lastEvaluations(lab) {
  const results = (lab.run?.racers ?? []).map((_, i) => resultOf(lab, i + 1) ?? { median: Number.NaN, low: 0, high: Number.NaN });
  return { median: results.map(({ median }) => median), spread: results.map(({ low, high }) => high - low) };
}

/**
 * Gives, for each racer, the median of its result in one column; NaN where nothing was measured.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {'validation_accuracy' | 'training_accuracy'} column
 */
export const lastMedians = (lab, column) => (lab.run?.racers ?? []).map((_, i) => resultOf(lab, i + 1, column)?.median ?? Number.NaN);
