// Pinned racers: copies of racers as they were, for comparison while the reader edits the run. The element's lab holds them.

import { resultOf } from './results.js';

/**
 * @typedef {object} Pin
 * @property {string} letter names the pin: A, B, …
 * @property {import('../lib/run.js').Run} run
 * @property {number} racer of that run, from 1
 * @property {number} style of the racer
 * @property {import('./rate-curve.js').RateCurve} curve
 * @property {{ update: Float32Array, validation_accuracy: Float32Array }} evaluations
 * @property {number} restored the update whose weights it put back, or -1
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
  if (lab.run && telemetry && !pinOf(lab, racer))
    addPin(lab, lab.run, racer, lab.curves[racer - 1], telemetry.evaluations, lab.state(racer)?.restored);
}

/**
 * Pins a racer with the next free letter, if there is one.
 * @param {import('./lab.js').Lab} lab
 * @param {Pin['run']} run
 * @param {number} racer
 * @param {Pin['curve']} curve
 * @param {Record<string, Float32Array>} evaluations are copied
 * @param {number} [restored] the update whose weights it put back
 */
export function addPin(lab, run, racer, curve, { update, validation_accuracy }, restored = -1) {
  const letter = Array.from(letters).find((free) => lab.pins.every((other) => other.letter !== free));
  if (!letter) return;
  const evaluations = { update: update.slice(), validation_accuracy: validation_accuracy.slice() };
  // A pin of another run, as from an address, has the style of its place.
  const style = run === lab.run ? lab.styles[racer - 1] : racer;
  lab.pins = [...lab.pins, { letter, run, racer, style, curve, evaluations, restored }];
  lab.notify('pins');
}

/** Removes a pin. @param {import('./lab.js').Lab} lab @param {Pin} pin */
export function unpin(lab, pin) {
  lab.pins = lab.pins.filter((other) => other !== pin);
  lab.notify('pins');
}

/** Gives the accuracy that a pinned racer ended with. @param {Pin} pin */
export const pinResult = ({ evaluations, restored }) =>
  resultOf(
    /** @type {any} */ ({ telemetry: () => ({ evaluations }), state: () => ({ ended: 'finished', update: 0, restored }), playhead: 1e9 }),
    1,
  )?.median ?? Number.NaN;
