// Pinned racers: what they were stays to be compared with while one goes on editing. Kept in memory, by the state of the element.

/**
 * @typedef {object} Pin
 * @property {string} letter what it goes by: A, B, …
 * @property {import('../lib/run.js').Run} run
 * @property {number} racer of that run, from 1
 * @property {Float64Array} curve η of every update
 * @property {{ update: Float32Array, accuracy: Float32Array }} evaluations
 */

const letters = 'ABCDEF';

/** @param {import('./lab.js').Lab} lab @param {number} racer @returns {Pin | undefined} this very racer, as it is now, if it is pinned */
export function pinOf(lab, racer) {
  return lab.pins.find((pin) => pin.run.text === lab.run?.text && pin.racer === racer);
}

/** @param {import('./lab.js').Lab} lab */
export const mayPin = (lab) => lab.pins.length < letters.length;

/** @param {import('./lab.js').Lab} lab @param {number} racer that has begun */
export function pin(lab, racer) {
  const telemetry = lab.telemetry(racer);
  const letter = Array.from(letters).find((free) => lab.pins.every((other) => other.letter !== free));
  if (!lab.run || !telemetry || !letter || pinOf(lab, racer)) return;
  const { update, accuracy } = telemetry.evaluations;
  const evaluations = { update: update.slice(), accuracy: accuracy.slice() };
  lab.pins = [...lab.pins, { letter, run: lab.run, racer, curve: lab.curves[racer - 1], evaluations }];
  lab.notify('pins');
}

/** @param {import('./lab.js').Lab} lab @param {Pin} gone */
export function unpin(lab, gone) {
  lab.pins = lab.pins.filter((pin) => pin !== gone);
  lab.notify('pins');
}
