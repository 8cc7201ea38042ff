// What the experiments ask of a race: the last part of what each racer told.
import { lastPart, median, spread } from '../statistics.js';

/** Median and spread of the last 20 % of the evaluations, a racer each. @param {import('../lab.js').Lab} lab */
export function last(lab) {
  const parts = (lab.run?.racers ?? []).map((_, i) => lastPart(lab.telemetry(i + 1)?.evaluations.accuracy ?? []));
  return { median: parts.map(median), spread: parts.map(spread) };
}
