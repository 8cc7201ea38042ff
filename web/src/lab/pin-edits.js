// Pins racers and unpins them; a first visit does neither.

import { letters, pinOf } from './pins.js';
import { resultOf } from './results.js';

/** @typedef {import('./pins.js').Pin} Pin */

/** Pins a racer that has telemetry. @param {import('./lab.js').Lab} lab @param {number} racer from 1 */
function pin(lab, racer) {
  const telemetry = lab.telemetry(racer);
  if (lab.run && telemetry) addPin(lab, lab.run, racer, lab.curves[racer - 1], telemetry.evaluations, lab.state(racer)?.restored);
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

/** Pins a racer, or unpins it. @param {import('./lab.js').Lab} lab @param {number} racer from 1 */
export function togglePin(lab, racer) {
  const pinned = pinOf(lab, racer);
  if (pinned) unpin(lab, pinned);
  else pin(lab, racer);
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
