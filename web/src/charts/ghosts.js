// Pinned racers are thin, pale lines under the others, each with its letter.

import { nameOf } from '../lab/racer-names.js';
import { visibleRange } from '../lab/zoom.js';
import { decimate } from '../lib/decimate.js';
import { lastUpTo } from '../lib/search.js';
import { clipLine, plainPoints } from './clip-line.js';
import { dashOf } from './racer-style.js';

/** @typedef {import('./racer-lines.js').Source} Source */
/** @typedef {import('./clip-line.js').Points} Points */
/** @typedef {import('../lab/pins.js').Pin} Pin */

/** @param {Pick<Source, 'words' | 'describe'>} source @param {Pin} pin */
export const pinName = ({ words, describe }, { letter, run, racer }) => `${letter} · ${nameOf(run, racer, words, describe)}`;

/** @param {Pin} pin @param {number} width @param {import('../lab/zoom.js').ZoomRange} part @returns {Points} */
function ghostRate({ curve }, width, { from, to }) {
  const { t, eta } = curve.pairs({ from, to }, 4 * width);
  const range = { from: Math.max(0, lastUpTo(t, Math.floor(from))), to: lastUpTo(t, Math.floor(to) + 1) + 1 };
  const { x, y } = decimate(eta, width, { ...range, xs: t });
  // The last value lasts to the end of its update.
  return range.to < t.length ? { x, y } : { x: [...x, curve.updates], y: [...y, y[y.length - 1] ?? curve.last] };
}

/** Each pin's accuracy, thinned for a width: a pin does not change. @type {WeakMap<Pin, { width: number, points: Points }>} */
const thinned = new WeakMap();

/** @param {Pin} pin @param {number} width @returns {Points} */
function ghostAccuracy(pin, width) {
  const known = thinned.get(pin);
  if (known?.width === width) return known.points;
  const { update, validation_accuracy: accuracy } = pin.evaluations;
  const points = decimate(accuracy, Math.max(1, width), { from: 0, to: accuracy.length, xs: update });
  thinned.set(pin, { width, points });
  return points;
}

/** @param {Source} source @param {number} width */
export function accuracyGhosts(source, width) {
  const points = source.lab.pins.map((pin) => ghostAccuracy(pin, width));
  return { points, ...ghosts(source, points, width) };
}

/** @param {Source} source @param {number} width @param {(value: number | null) => number | null} placed null where the axis cannot show it */
export function rateGhosts(source, width, placed) {
  const visible = visibleRange(source.lab);
  const points = source.lab.pins.map((pin) => {
    const { x, y } = ghostRate(pin, width, visible);
    return { x, y: Array.from(y, placed) };
  });
  return { points, ...ghosts(source, points, width, true) };
}

/**
 * @param {Source} source
 * @param {Points[]} all a line for each pin
 * @param {number} width of the figure: a narrow one shows the letters only
 * @param {boolean} [step]
 */
function ghosts({ lab, words, describe }, all, width, step) {
  const { from, to } = visibleRange(lab);
  const columns = all.map((points) => clipLine(points, from, to, step));
  const ink = /** @type {const} */ ('soft');
  const ends = columns.map(({ x, y }) => {
    const last = Array.prototype.findLastIndex.call(x, (_, i) => y[i] !== null);
    return last < 0 ? null : { x: x[last], y: /** @type {number} */ (y[last]) };
  });
  const named = lab.pins.flatMap((pin, i) => (ends[i] ? [{ pin, ...ends[i] }] : []));
  return {
    lines: columns.map((points, i) => ({
      points: plainPoints(points),
      ink,
      opacity: 0.65,
      dash: dashOf(lab.pins[i].style),
      width: 1.2,
      ...(step && { step }),
    })),
    labels: width < 520 ? [] : named.map(({ pin, y }) => ({ y, ink, text: pinName({ words, describe }, pin) })),
    marks: width < 520 ? named.map(({ pin, x, y }) => ({ x, y, ink, kind: /** @type {const} */ ('letter'), text: pin.letter })) : [],
  };
}
