// The last evaluations of each racer, by which the experiments judge a race.
import { resultOf } from '../lab/results.js';
import { lastShare, median, spread } from '../lib/statistics.js';

/** Gives median and spread of the last 20 % of each racer's evaluations. @param {import('../lab/lab.js').Lab} lab */
export function lastEvaluations(lab) {
  const values = (lab.run?.racers ?? []).map((_, i) => lastShare(lab.telemetry(i + 1)?.evaluations.validation_accuracy ?? []));
  return { median: values.map(median), spread: values.map(spread) };
}

/**
 * Gives, for each racer, the median of the last 20 % of one column up to the playhead; NaN where nothing was measured.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {'validation_accuracy' | 'training_accuracy'} column
 */
export function lastMedians(lab, column) {
  return (lab.run?.racers ?? []).map((_, i) => resultOf(lab, i + 1, column)?.median ?? Number.NaN);
}
