// The last evaluations of each racer, which an experiment's table compares.
import { resultOf } from '../lab/results.js';

/**
 * Gives, for each racer, the median of its result in one column; NaN where nothing was measured.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {'validation_accuracy' | 'training_accuracy'} column
 */
export function lastMedians(lab, column) {
  return (lab.run?.racers ?? []).map((_, i) => resultOf(lab, i + 1, column)?.median ?? Number.NaN);
}
