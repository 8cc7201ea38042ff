// The last evaluations of each racer, which an experiment's table compares.
import { lastUpTo } from '../lib/search.js';
import { lastShare, median } from '../lib/statistics.js';

/**
 * Gives, for each racer, the median of the last 20 % of one column up to the playhead; NaN where nothing was measured.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {'validation_accuracy' | 'training_accuracy'} column
 */
export function lastMedians(lab, column) {
  return (lab.run?.racers ?? []).map((_, i) => {
    const evaluations = lab.telemetry(i + 1)?.evaluations;
    if (!evaluations) return Number.NaN;
    return median(lastShare(evaluations[column].subarray(0, lastUpTo(evaluations.update, lab.playhead) + 1)));
  });
}
