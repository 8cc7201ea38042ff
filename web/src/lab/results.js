// The results of racers that the table, the charts' summaries and the model panel report.

import { formatInteger } from '../lib/format.js';
import { Recent } from '../lib/recent.js';
import { lastUpTo } from '../lib/search.js';

/** @typedef {Pick<import('./lab.js').Lab, 'telemetry' | 'state' | 'playhead'> & { displayed?: object | null }} Lab what is shown of one */

/** What has been counted of each race, by racer and column: a frame counts only what has been added. @type {WeakMap<object, Map<string, Recent>>} */
const counted = new WeakMap();

/** Gives the update whose weights a racer that has ended put back; -1 for none. @param {Lab} lab @param {number} racer from 1 */
export function restoredOf(lab, racer) {
  const state = lab.state(racer);
  return state?.ended && lab.playhead >= state.update ? state.restored : -1;
}

/**
 * Gives a racer's result: median and the 10 % and 90 % quantiles of the last 20 % of the evaluations up to the playhead. If it put the
 * weights of an earlier update back, its result is what was measured with those.
 * @param {Lab} lab
 * @param {number} racer from 1
 * @param {'validation_accuracy' | 'training_accuracy'} [column]
 * @returns {{ median: number, low: number, high: number } | null} null before the first evaluation
 */
export function resultOf(lab, racer, column = 'validation_accuracy') {
  const evaluations = lab.telemetry(racer)?.evaluations;
  const restored = restoredOf(lab, racer);
  const last = evaluations ? lastUpTo(evaluations.update, restored < 0 ? lab.playhead : restored) : -1;
  if (!evaluations || last < 0) return null;
  const value = evaluations[column][last];
  if (restored >= 0) return { median: value, low: value, high: value };
  const race = lab.displayed ?? evaluations;
  const ofRace = counted.get(race) ?? new Map();
  counted.set(race, ofRace);
  const key = `${racer} ${column}`;
  const recent = ofRace.get(key) ?? new Recent();
  ofRace.set(key, recent);
  const [low, median, high] = recent.quantiles(evaluations[column], last + 1);
  return { median, low, high };
}

/** Counts the updates of a racer that are shown: it did none after it ended. @param {Lab} lab @param {number} racer from 1 */
export function doneOf(lab, racer) {
  const state = lab.state(racer);
  return Math.min(Math.floor(lab.playhead), state?.ended ? state.update : Number.POSITIVE_INFINITY);
}

/** Counts the updates after which the results of a race stand. @param {Lab & Pick<import('./lab.js').Lab, 'run'>} lab */
export const allDone = (lab) => Math.max(0, ...(lab.run?.racers ?? []).map((_, i) => doneOf(lab, i + 1)));

/**
 * Says in brackets whose weights a result is of, or that the racer ended before the others; '' if there is nothing to say.
 * @param {Lab & Pick<import('./lab.js').Lab, 'run'>} lab
 * @param {number} racer from 1
 * @param {import('../lib/words.js').Words} words
 */
export function noteOf(lab, racer, words) {
  const restored = restoredOf(lab, racer);
  const done = doneOf(lab, racer);
  if (restored < 0 && done === allDone(lab)) return '';
  const update = formatInteger(restored < 0 ? done : restored, { language: words.language });
  return words.t(restored < 0 ? 'result.ended' : 'result.restored', { update });
}

/** Racers end for these reasons by a stop rule; any other reason but 'finished' is a failure. */
const stopReasons = ['updates', 'early', 'target'];

/**
 * Gives why and when a racer stopped before its last update, once the playhead has reached it.
 * @param {Lab} lab
 * @param {number} racer
 * @returns {{ ended: string, update: number, diverged: boolean } | null} `diverged` when no stop rule ended it
 */
export function endOf(lab, racer) {
  const state = lab.state(racer);
  if (!state?.ended || state.ended === 'finished' || lab.playhead < state.update) return null;
  return { ended: state.ended, update: state.update, diverged: !stopReasons.includes(state.ended) };
}

/**
 * Lists where a racer's listener has changed its rate, up to the playhead.
 * @param {Lab} lab
 * @param {number} racer
 */
export function changesOf(lab, racer) {
  return (lab.telemetry(racer)?.factors ?? []).filter(({ update }) => update <= lab.playhead && update < (lab.state(racer)?.updates ?? 0));
}

/**
 * Gives the value of the last evaluation at or before `update`.
 * @param {import('../lib/rows.js').Telemetry | null} telemetry
 * @param {string} column a key of the registry's columns
 * @param {number} update
 */
export function evaluationAt(telemetry, column, update) {
  if (!telemetry) return undefined;
  return telemetry.evaluations[column][lastUpTo(telemetry.evaluations.update, update)];
}
