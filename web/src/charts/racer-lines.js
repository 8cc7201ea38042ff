// What the figures have in common: the x axis, a line per racer, the names at the line ends.

import { nameOf } from '../lab/racer-names.js';
import { changesOf, endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatInteger } from '../lib/format.js';
import { epochs } from './epochs.js';
import { colourOf, dashOf } from './racer-style.js';
import { linearTicks, wholeTicks } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** Colours of all racers as the style sheet has them now. @param {Setting} setting */
export function colours({ lab, palette }) {
  return (lab.run?.racers ?? []).map((_, i) => palette.colours.racers[colourOf(i + 1) - 1]);
}

/** And the room at its right, the same in all figures. @param {Setting} setting @param {number} width @param {boolean} [counts] whether the epochs that are marked are also numbered */
export function xAxis({ lab, words, describe }, width, counts = false) {
  const { from, to } = visibleRange(lab);
  const count = width < 520 ? 4 : 5;
  return {
    xMin: from,
    xMax: to,
    xTicks: lab.zoom ? linearTicks(from, to, count).filter(Number.isInteger) : wholeTicks(to, count),
    epochs: epochs(lab, width, words.language),
    epochName: counts ? words.t('axis.epoch') : '',
    names: lab.run?.racers.map((_, i) => nameOf(/** @type {import('../lib/run.js').Run} */ (lab.run), i + 1, words, describe)) ?? [],
    xText: (/** @type {number} */ x) => formatInteger(x, { language: words.language }),
    xName: words.t('axis.update'),
  };
}

/**
 * @param {number} racer from 1
 * @param {string} colour
 * @param {import('./clip-line.js').Points} points
 * @param {number} [width]
 */
export function racerLine(racer, colour, points, width = 2) {
  return { points, colour, dash: dashOf(racer), width };
}

/**
 * Names at the heights where the lines end. A racer without a line has none, nor one that broke off: its cross and the table say so.
 * @param {Setting} setting
 * @param {(number | null | undefined)[]} ends
 */
export function endLabels(setting, ends) {
  const { lab, words, describe } = setting;
  const run = lab.run;
  if (!run) return [];
  const all = colours(setting);
  return ends.flatMap((y, i) =>
    typeof y === 'number' && Number.isFinite(y) && !endOf(lab, i + 1)?.diverged
      ? [{ y, colour: all[i], text: nameOf(run, i + 1, words, describe) }]
      : [],
  );
}

/**
 * The last point that has a value.
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
 * A mark where each line stops short: the head of a growing line, the bar of one that a rule stopped, the cross of one that broke off.
 * @param {Setting} setting
 * @param {import('./clip-line.js').Points[]} columns
 */
export function marks(setting, columns) {
  const { lab } = setting;
  const all = colours(setting);
  const { to } = visibleRange(lab);
  return columns.flatMap((points, i) => {
    const last = lastPoint(points);
    const end = endOf(lab, i + 1);
    // It goes on beyond what is shown.
    if (!last || Math.min(lab.playhead, end?.update ?? lab.updates) > to) return [];
    if (!end && lab.playhead >= lab.updates) return [];
    const kind = /** @type {'head' | 'end' | 'stop'} */ (end ? (end.diverged ? 'end' : 'stop') : 'head');
    return [{ ...last, colour: all[i], kind }];
  });
}

/**
 * A mark wherever a listener has changed a racer's rate.
 * @param {Setting} setting
 * @param {(racer: number, update: number) => number | undefined} height of the line there
 */
export function drops(setting, height) {
  const { lab } = setting;
  const { from, to } = visibleRange(lab);
  return colours(setting).flatMap((colour, i) =>
    changesOf(lab, i + 1).flatMap(({ update }) => {
      const y = height(i + 1, update);
      return y === undefined || !Number.isFinite(y) || update < from || update > to
        ? []
        : [{ x: update, y, colour, kind: /** @type {const} */ ('drop') }];
    }),
  );
}
