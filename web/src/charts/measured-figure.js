// This figure shows a measured number with a line for each racer; its axis goes from 0 to above nearly all values,
// unless it has a range of its own.

import { nameOf } from '../lab/racer-names.js';
import { allDone, doneOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatNumber, formatTick } from '../lib/format.js';
import { median, quantile } from '../lib/statistics.js';
import { clipLine, lineUntil } from './clip-line.js';
import { dropRules } from './drop-rules.js';
import { drops, endLabels, lastPoint, marks, racerLine, xAxis } from './racer-lines.js';
import { linearTicks } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./figure.js').Spec} Spec */
/** @typedef {import('./clip-line.js').Points} Points */

/** @type {Points} */
export const none = { x: [], y: [] };

/**
 * @typedef {object} Measured
 * @property {string} key
 * @property {(Node | string)[]} title
 * @property {string} summary the key of its sentence, with {updates}, {list} and {name}
 * @property {boolean} [evaluated] it is measured after each evaluation, else in every update
 * @property {Node[]} [controls]
 * @property {(value: number, digits?: number) => string} [text] how a value is written, at a tick with no digits after the point
 * @property {(lines: Points[]) => [number, number]} [range] of the axis
 * @property {(racer: number, update: number) => number | undefined} value
 * @property {(i: number, width: number) => { front: Points, all: Points, behind?: Points }} lines `all` is the whole of what is in front
 */

/** @param {Setting} setting @param {Measured} measured @returns {Spec} */
export function measuredFigure(setting, { key, title, summary, evaluated = false, controls = [], value, lines, ...own }) {
  const { lab, words, describe } = setting;
  const { language } = words;
  const text = (/** @type {number} */ number) => own.text?.(number) ?? formatNumber(number, { language });
  const tick = (/** @type {number} */ at) => own.text?.(at, 0) ?? formatTick(at, { language });
  const last = evaluated ? 0 : 1;
  return {
    key,
    title,
    controls,
    evaluated,
    at: (update) => Math.max(0, Math.min(update, lab.updates - last)),
    value: (racer, update) => (update > lab.playhead ? undefined : value(racer, update)),
    text,
    summary: () => {
      const list = (lab.run?.racers ?? []).map((_, i) => {
        const found = value(i + 1, doneOf(lab, i + 1) - last);
        const name = lab.run ? nameOf(lab.run, i + 1, words, describe) : '';
        return words.t('accuracy.of', { name, value: found === undefined ? '–' : text(found) });
      });
      return words.t(summary, { updates: allDone(lab), list: list.join(words.t('list.join')), name: title.join('') });
    },
    data: (width) => {
      const all = (lab.run?.racers ?? []).map((_, i) => lines(i, width));
      const { from, to } = visibleRange(lab);
      const seen = (/** @type {Points} */ points) => clipLine(lineUntil(points, lab.playhead), from, to);
      const front = all.map((line) => seen(line.front));
      const behind = all.map((line) => seen(line.behind ?? none));
      const whole = all.map((line) => line.all);
      const yRange = own.range?.(whole) ?? /** @type {[number, number]} */ ([0, usualTop(whole)]);
      return {
        ...xAxis(setting, width),
        yRange,
        yTicks: linearTicks(...yRange, 4).map((at) => ({ at, text: tick(at) })),
        log: false,
        floor: null,
        lines: [
          ...behind.map((points, i) => racerLine(lab.styles[i], points, { opacity: 0.22, dash: [], width: 1 })),
          ...front.map((points, i) => racerLine(lab.styles[i], points)),
        ],
        labels: endLabels(
          setting,
          front.map((points) => lastPoint(points)?.y),
        ),
        marks: [...drops(lab, value), ...marks(lab, front)],
        rules: dropRules(lab, width),
      };
    },
  };
}

/** @type {WeakMap<Points, number>} The tops of columns, which do not change from frame to frame. */
const known = new WeakMap();

/** @param {Points} points @returns {number} above nearly all of their values */
function topOf(points) {
  const top = known.get(points) ?? quantile(/** @type {number[]} */ (Array.from(points.y).filter(Number.isFinite)), 0.97);
  known.set(points, top);
  return top;
}

/** Chooses the top of the axis. A few spikes are cut off, and so is a racer whose values are far above most. @param {Points[]} columns */
function usualTop(columns) {
  const tops = columns.map(topOf);
  const some = tops.filter((top) => top > 0);
  const top = Math.min(Math.max(...some), 2 * median(some));
  return top > 0 ? top * 1.15 : 1;
}
