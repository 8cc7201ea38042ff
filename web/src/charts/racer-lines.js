// All figures share these parts: the x axis, a line per racer, the names at the line ends.

import { nameOf } from '../lab/racer-names.js';
import { changesOf, endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatInteger } from '../lib/format.js';
import { plainPoints } from './clip-line.js';
import { epochs } from './epochs.js';
import { dashOf, inkOf } from './racer-style.js';
import { linearTicks, wholeTicks } from './ticks.js';

/** @typedef {import('../lab/lab.js').Lab} Lab */
/** @typedef {'run' | 'styles' | 'curves' | 'pins' | 'zoom' | 'updates' | 'playhead' | 'dragSession' | 'telemetry' | 'state'} Shown read by figures */
/** @typedef {Pick<Lab, Shown> & { displayed: object | null }} ShownLab */
/** @typedef {Pick<import('../lab/setting.js').Setting, 'words' | 'describe'> & { lab: ShownLab }} Source what a figure shows */

/**
 * Gives the x axis and the names for the gutter, which are the same in all figures.
 * @param {Source} setting
 * @param {number} width in pixels
 * @param {boolean} [counts] whether the marked epochs are also numbered
 */
export function xAxis({ lab, words, describe }, width, counts = false) {
  const { from, to } = visibleRange(lab);
  const count = width < 520 ? 4 : 5;
  const ticks = lab.zoom ? linearTicks(from, to, count).filter(Number.isInteger) : wholeTicks(to, count);
  return {
    xMin: from,
    xMax: to,
    xTicks: ticks.map((at) => ({ at, text: formatInteger(at, { language: words.language }) })),
    epochs: epochs(lab, width, words.language),
    epochName: counts ? words.t('axis.epoch') : '',
    names: lab.run?.racers.map((_, i) => nameOf(/** @type {import('../lib/run.js').Run} */ (lab.run), i + 1, words, describe)) ?? [],
    xName: words.t('axis.update'),
  };
}

/**
 * @param {number} style of the racer
 * @param {import('./clip-line.js').Points} points
 * @param {Partial<import('./figure-data.js').Line>} [more]
 * @returns {import('./figure-data.js').Line}
 */
export function racerLine(style, points, more = {}) {
  return { points: plainPoints(points), ink: inkOf(style), dash: dashOf(style), width: 2, ...more };
}

/**
 * Gives the names at the heights where the lines end. A racer without a line has none, nor a diverged one: it has a cross.
 * @param {Source} setting
 * @param {(number | null | undefined)[]} ends
 */
export function endLabels({ lab, words, describe }, ends) {
  const run = lab.run;
  if (!run) return [];
  return ends.flatMap((y, i) =>
    typeof y === 'number' && Number.isFinite(y) && !endOf(lab, i + 1)?.diverged
      ? [{ y, ink: inkOf(lab.styles[i]), text: nameOf(run, i + 1, words, describe) }]
      : [],
  );
}

/**
 * Gives the last point that has a value.
 * @param {import('./clip-line.js').Points} points
 */
export function lastPoint({ x, y }) {
  for (let i = x.length - 1; i >= 0; i--) {
    const value = y[i];
    if (typeof value === 'number') return { x: x[i], y: value };
  }
  return null;
}

/**
 * Marks the ends of lines: the head of a growing line, the bar of one that a rule stopped, the cross of one that diverged.
 * @param {ShownLab} lab
 * @param {import('./clip-line.js').Points[]} columns
 */
export function marks(lab, columns) {
  const { to } = visibleRange(lab);
  return columns.flatMap((points, i) => {
    const last = lastPoint(points);
    const end = endOf(lab, i + 1);
    // The line continues beyond the visible range.
    if (!last || Math.min(lab.playhead, end?.update ?? lab.updates) > to) return [];
    if (!end && lab.playhead >= lab.updates) return [];
    const kind = /** @type {'head' | 'end' | 'stop'} */ (end ? (end.diverged ? 'end' : 'stop') : 'head');
    return [{ ...last, ink: inkOf(lab.styles[i]), kind }];
  });
}

/**
 * Marks the updates where a listener has changed a racer's rate.
 * @param {ShownLab} lab
 * @param {(racer: number, update: number) => number | undefined} height of the line there
 */
export function drops(lab, height) {
  const { from, to } = visibleRange(lab);
  return (lab.run?.racers ?? []).flatMap((_, i) =>
    changesOf(lab, i + 1).flatMap(({ update }) => {
      const y = height(i + 1, update);
      return y === undefined || !Number.isFinite(y) || update < from || update > to
        ? []
        : [{ x: update, y, ink: inkOf(lab.styles[i]), kind: /** @type {const} */ ('drop') }];
    }),
  );
}
