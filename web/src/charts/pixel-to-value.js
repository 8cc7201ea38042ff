// These functions turn pixels and keys into positions on the rate chart: an update and a rate.
import { updateAt } from './layout.js';
import { decadeOf, endRate, roundStep } from './ticks.js';

/** @typedef {NonNullable<import('./chart.js').Chart['frame']>} Frame */
/** @typedef {{ t: number, eta: number }} Position */
/** @typedef {import('../lib/run.js').Handle} Handle */

/** Gives the rate at a height. @param {Frame} frame @param {number} y pixels of the figure; the scale continues beyond the axis */
export function rateAt({ top, height, range, log, zero }, y) {
  const share = (top + height - y) / height;
  const [low, high] = log ? range.map(decadeOf) : range;
  const along = low + (high - low) * share;
  const eta = log ? 10 ** along : along;
  // A zero is drawn below a logarithmic axis.
  return eta <= 0 || (log && zero > 0 && eta < zero * 1.2) ? 0 : eta;
}

/** Rounds to a round number no finer than a pixel. @param {number} value @param {number} step */
const rounded = (value, step) => Number((Math.round(value / step) * step).toPrecision(12));

/**
 * Gives the position under the pointer, in round numbers no finer than the pixels.
 * @param {Pick<Handle, 't' | 'eta' | 'moves_t' | 'moves_eta'>} handle
 * @param {Frame} frame
 * @param {number} x
 * @param {number} y
 * @returns {Position}
 */
export function byPointer({ t, eta, moves_t, moves_eta }, frame, x, y) {
  const { xMin, xMax } = frame;
  const at = Math.max(xMin, Math.min(xMax, updateAt(frame, x)));
  const rate = rateAt(frame, y);
  const fine = (frame.range[1] - frame.range[0]) / frame.height;
  const nice = frame.log ? Number(rate.toPrecision(2)) : rounded(rate, roundStep(fine, 1));
  return { t: moves_t ? Math.round(rounded(at, Math.max(1, roundStep((xMax - xMin) / frame.width, 1)))) : t, eta: moves_eta ? nice : eta };
}

/**
 * Gives the position after a key: an arrow moves by a hundredth (of the axis, or of the value if the registry says log), ten times as far
 * with shift. A handle that moves along one axis only follows both pairs of arrows.
 * @param {Handle} handle
 * @param {Frame} frame
 * @param {{ key: string, shiftKey: boolean }} event
 * @param {number} updates of the run
 * @returns {Position | null} null: not a key of handles
 */
export function byKey({ t, eta, moves_t, moves_eta, scale_eta }, frame, { key, shiftKey }, updates) {
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const up = { ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[key];
  const by = (across ?? up ?? 0) * (shiftKey ? 10 : 1);
  if (key === 'Home') return moves_eta ? { t, eta: 0 } : { t: 0, eta };
  if (key === 'End') return moves_eta ? { t, eta: endRate(eta) } : { t: updates, eta };
  if (by === 0) return null;
  if (moves_t && (across !== undefined || !moves_eta)) {
    const step = Math.max(1, Math.round((frame.xMax - frame.xMin) / 100));
    return { t: Math.max(0, Math.min(updates, t + by * step)), eta };
  }
  const step = roundStep(frame.range[1] - frame.range[0], 100);
  // A value of 0 cannot grow by a share of itself; with three digits each step changes the value.
  const next = scale_eta === 'log' && eta > 0 ? eta * 1.02 ** by : rounded(eta + by * step, step);
  return { t, eta: Math.max(0, Number(next.toPrecision(3))) };
}
