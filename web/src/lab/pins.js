// Pinned racers: copies of racers as they were, for comparison while the reader edits the run. The element's lab holds them.

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

/** A pin's name is one of these. */
export const letters = 'ABCDEF';

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
