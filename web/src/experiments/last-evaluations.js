// What the experiments ask of a race: the last part of what each racer told.
import { lastUpTo } from '../lib/search.js';
import { lastShare, median, spread } from '../lib/statistics.js';

/** Median and spread of the last 20 % of the evaluations, a racer each. @param {import('../lab/lab.js').Lab} lab */
export function last(lab) {
  const parts = (lab.run?.racers ?? []).map((_, i) => lastShare(lab.telemetry(i + 1)?.evaluations.accuracy ?? []));
  return { median: parts.map(median), spread: parts.map(spread) };
}

/**
 * The median of the last 20 % of one column, up to the playhead, a racer each; NaN where nothing was measured.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {'accuracy' | 'trainingAccuracy'} column
 */
export function late(lab, column) {
  return (lab.run?.racers ?? []).map((_, i) => {
    const evaluations = lab.telemetry(i + 1)?.evaluations;
    if (!evaluations) return Number.NaN;
    return median(lastShare(evaluations[column].subarray(0, lastUpTo(evaluations.update, lab.playhead) + 1)));
  });
}
