// The results of racers that the table, the charts' summaries and the model panel report.

import { Recent } from '../lib/recent.js';
import { lastUpTo } from '../lib/search.js';

/** @typedef {Pick<import('./lab.js').Lab, 'telemetry' | 'state' | 'playhead'> & { displayed?: object | null }} Lab what is shown of one */

/** What has been counted of each race, by racer and column: a frame counts only what has been added. @type {WeakMap<object, Map<string, Recent>>} */
const counted = new WeakMap();

/**
 * Gives median and the 10 % and 90 % quantiles of the last 20 % of the evaluations up to the playhead.
 * @param {Lab} lab
 * @param {number} racer from 1
 * @param {'validation_accuracy' | 'training_accuracy'} [column]
 * @returns {{ median: number, low: number, high: number } | null} null before the first evaluation
 */
export function resultOf(lab, racer, column = 'validation_accuracy') {
  const evaluations = lab.telemetry(racer)?.evaluations;
  const last = evaluations ? lastUpTo(evaluations.update, lab.playhead) : -1;
  if (!evaluations || last < 0) return null;
  const race = lab.displayed ?? evaluations;
  const ofRace = counted.get(race) ?? new Map();
  counted.set(race, ofRace);
  const key = `${racer} ${column}`;
  const recent = ofRace.get(key) ?? new Recent();
  ofRace.set(key, recent);
  const [low, median, high] = recent.quantiles(evaluations[column], last + 1);
  return { median, low, high };
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
