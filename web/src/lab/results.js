// What is said of the racers: in the table, beside the charts and to those who cannot see them.

import { lastUpTo } from '../lib/search.js';
import { lastShare, median, quantile } from '../lib/statistics.js';

/** @typedef {Pick<import('./lab.js').Lab, 'telemetry' | 'state' | 'playhead'>} Lab what is shown of one */

/**
 * Median and spread of the last 20 % of the evaluations shown.
 * @param {Lab} lab
 * @param {number} racer from 1
 * @returns {{ median: number, low: number, high: number } | null} null before the first evaluation
 */
export function resultOf(lab, racer) {
  const telemetry = lab.telemetry(racer);
  const last = telemetry ? lastUpTo(telemetry.evaluations.update, lab.playhead) : -1;
  if (!telemetry || last < 0) return null;
  const values = lastShare(telemetry.evaluations.accuracy.subarray(0, last + 1));
  return { median: median(values), low: quantile(values, 0.1), high: quantile(values, 0.9) };
}

/** Ends that a stop rule brought about; all others but 'finished' are a failure. */
const stopReasons = ['updates', 'early', 'target'];

/**
 * Why and when a racer stopped before its end, if the playhead has come so far.
 * @param {Lab} lab
 * @param {number} racer
 * @returns {{ ended: string, update: number, diverged: boolean } | null} broke: not by a stop rule
 */
export function endOf(lab, racer) {
  const state = lab.state(racer);
  if (!state?.ended || state.ended === 'finished' || lab.playhead < state.update) return null;
  return { ended: state.ended, update: state.update, diverged: !stopReasons.includes(state.ended) };
}

/**
 * Where the listener of a racer has changed its rate, up to the playhead.
 * @param {Lab} lab
 * @param {number} racer
 */
export function changesOf(lab, racer) {
  return (lab.telemetry(racer)?.factors ?? []).filter(({ update }) => update <= lab.playhead && update < (lab.state(racer)?.updates ?? 0));
}

/**
 * The value measured last, at or before `update`.
 * @param {import('../lib/rows.js').Telemetry | null} telemetry
 * @param {'loss' | 'accuracy'} column
 * @param {number} update
 */
export function evaluationAt(telemetry, column, update) {
  if (!telemetry) return undefined;
  return telemetry.evaluations[column][lastUpTo(telemetry.evaluations.update, update)];
}
