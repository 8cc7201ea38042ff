// Pinned racers: copies of racers as they were, for comparison while the reader edits the run. The element's lab holds them.

import { resultOf } from './results.js';

/**
 * @typedef {object} Pin
 * @property {string} letter names the pin: A, B, …
 * @property {import('../lib/run.js').Run} run
 * @property {number} racer of that run, from 1
 * @property {import('./rate-curve.js').RateCurve} curve
 * @property {{ update: Float32Array, validation_accuracy: Float32Array }} evaluations
 * @property {number} result its accuracy
 */

const letters = 'ABCDEF';

/**
 * Finds the pin of a racer of the current run.
 * @param {import('./lab.js').Lab} lab
 * @param {number} racer from 1
 * @returns {Pin | undefined} undefined when the racer, as it is now, is not pinned
 */
export function pinOf(lab, racer) {
  return lab.pins.find((pin) => pin.run.text === lab.run?.text && pin.racer === racer);
}

/** Whether one more racer can be pinned. @param {import('./lab.js').Lab} lab */
export const mayPin = (lab) => lab.pins.length < letters.length;

/** Pins a racer that has telemetry. @param {import('./lab.js').Lab} lab @param {number} racer from 1 */
export function pin(lab, racer) {
  const telemetry = lab.telemetry(racer);
  const letter = Array.from(letters).find((free) => lab.pins.every((other) => other.letter !== free));
  if (!lab.run || !telemetry || !letter || pinOf(lab, racer)) return;
  const { update, validation_accuracy } = telemetry.evaluations;
  const evaluations = { update: update.slice(), validation_accuracy: validation_accuracy.slice() };
  const all = { telemetry: () => telemetry, state: () => lab.state(racer), playhead: Number.POSITIVE_INFINITY };
  const result = resultOf(all, racer)?.median ?? Number.NaN;
  lab.pins = [...lab.pins, { letter, run: lab.run, racer, curve: lab.curves[racer - 1], evaluations, result }];
  lab.notify('pins');
}

/** Removes a pin. @param {import('./lab.js').Lab} lab @param {Pin} pin */
export function unpin(lab, pin) {
  lab.pins = lab.pins.filter((other) => other !== pin);
  lab.notify('pins');
}
