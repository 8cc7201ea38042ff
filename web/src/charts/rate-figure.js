// Figure: η of every update, exactly, as a step line. What is still to come is faint; a zero on a logarithmic axis has a floor of its own.

import { nameOf } from '../lab/racer-names.js';
import { extentOf } from '../lab/rate-curve.js';
import { endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatInteger, formatNumber, formatTick } from '../lib/format.js';
import { symbol } from '../ui/dom.js';
import { makeSwitch } from '../ui/switch.js';
import { clipLine, lineUntil } from './clip-line.js';
import { ghostRate, ghosts } from './ghosts.js';
import { colours, drops, endLabels, marks, racerLine, xAxis } from './racer-lines.js';
import { ThinnedColumns } from './thinned-columns.js';
import { logRange, logTicks, topTicks } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./clip-line.js').Points} Points */

/**
 * @param {Setting} setting
 * @param {{ log: boolean, setLog: (log: boolean) => void }} axis
 * @returns {import('./figure.js').Spec}
 */
export function rateFigure(setting, axis) {
  const { lab, words, describe } = setting;
  const language = words.language;
  const columns = new ThinnedColumns();
  const say = (/** @type {number} */ value) => formatNumber(value, { digits: 4, language });

  const dropList = (/** @type {Float64Array} */ drops) => {
    const list = Array.from(drops.subarray(0, 6), (update) => formatInteger(update, { language }));
    return [...list, ...(drops.length > 6 ? ['…'] : [])].join(words.t('rate.and'));
  };

  return {
    key: 'rate',
    title: [words.t('rate.title'), ' ', symbol('η_t')],
    controls: [makeSwitch(words.t('axis.log'), axis.log, axis.setLog)],
    at: (update) => Math.max(0, Math.min(update, lab.updates - 1)),
    value: (racer, update) => lab.curves[racer - 1]?.at(update),
    height: (racer, update) => lab.curves[racer - 1]?.near(update),
    text: say,
    summary: () => {
      const list = lab.curves.map((curve, i) => {
        const name = lab.run ? nameOf(lab.run, i + 1, words, describe) : '';
        const { drops } = curve.whole;
        const values = { name, from: say(curve.first), to: say(curve.last), drops: dropList(drops) };
        return words.t(drops.length > 0 ? 'rate.drops' : 'rate.from_to', values);
      });
      return words.t('rate.summary', { updates: lab.updates, list: list.join(words.t('list.join')) });
    },
    view: (width) => {
      const { log } = axis;
      const visible = visibleRange(lab);
      const extent = extentOf([...lab.curves, ...lab.pins.map((pin) => pin.curve)], lab.dragSession?.extent);
      const range = log ? logScale(extent, language) : linearScale(extent, language);
      const whole = lab.curves.map((curve, i) => {
        const pairs = curve.pairs(visible, 4 * width);
        const points = columns.points(`${i}`, pairs, pairs.eta, { width, xs: pairs.t, zoom: lab.zoom });
        return clipLine(drawn(points, curve.updates, range.drawnAt), visible.from, visible.to, true);
      });
      const all = colours(setting);
      const pinned = lab.pins.map((pin) => {
        const { x, y } = ghostRate(pin, width, visible);
        return { x, y: Array.from(y, (value) => placed(value, range.drawnAt)) };
      });
      const ghost = ghosts(setting, pinned, width, true);
      const ends = whole.map((_, i) => Math.min(lab.playhead, endOf(lab, i + 1)?.update ?? lab.playhead));
      const done = whole.map((points, i) => reached(points, Math.min(ends[i], visible.to)));
      const faint = ends.every((end) => end >= lab.updates)
        ? []
        : whole.map((points, i) => ({ ...racerLine(i + 1, `${all[i]}4d`, points, 2.2), step: true }));
      const solid = done.map((points, i) => ({ ...racerLine(i + 1, all[i], points, 2.2), step: true }));
      return {
        ...xAxis(setting, width, true),
        ...range,
        log,
        lines: [...ghost.lines, ...faint, ...solid],
        labels: [
          ...endLabels(
            setting,
            whole.map(({ y }) => y[y.length - 1]),
          ),
          ...ghost.labels,
        ],
        // Over the rate that it fell from.
        marks: [
          ...ghost.marks,
          ...drops(setting, (racer, update) => range.drawnAt(lab.curves[racer - 1].near(update - 1))),
          ...marks(setting, done),
        ],
      };
    },
  };
}

/** A gap where the axis has no place. @param {number | null} value @param {(y: number) => number} drawnAt */
const placed = (value, drawnAt) => (value === null || Number.isNaN(drawnAt(value)) ? null : drawnAt(value));

/** The last value holds to the end of its update. @param {Points} points @param {number} updates @param {(y: number) => number} drawnAt */
function drawn({ x, y }, updates, drawnAt) {
  const values = Array.from(y, (value) => placed(value, drawnAt));
  if (x[x.length - 1] !== updates - 1) return { x, y: values };
  return { x: [...Array.from(x), updates], y: [...values, values[values.length - 1] ?? null] };
}

/** @param {Points} points @param {number} end */
function reached(points, end) {
  const { x, y } = lineUntil(points, end);
  const last = y[y.length - 1];
  return x.length > 0 && x[x.length - 1] < end ? { x: [...Array.from(x), end], y: [...Array.from(y), last ?? null] } : { x, y };
}

/** @param {import('../lib/run.js').Extent} extent @param {string} language */
function linearScale(extent, language) {
  const top = extent.greatest || 1;
  return {
    yRange: /** @type {[number, number]} */ ([-top * 0.04, top * 1.06]),
    yTicks: topTicks(top),
    yText: (/** @type {number} */ y) => formatTick(y, { language }),
    drawnAt: (/** @type {number} */ y) => y,
  };
}

/** @param {import('../lib/run.js').Extent} extent @param {string} language */
function logScale(extent, language) {
  const { min, max, floor } = logRange(extent);
  const yTicks = logTicks(floor === null ? min : floor * 1.5, max, 4);
  return {
    yRange: /** @type {[number, number]} */ ([floor === null ? min : floor / 1.15, max]),
    yTicks: floor === null ? yTicks : [floor, ...yTicks],
    yText: (/** @type {number} */ y) => (y === floor ? '0' : formatTick(y, { language })),
    drawnAt: (/** @type {number} */ y) => (y === 0 && floor !== null ? floor : y > 0 ? y : Number.NaN),
  };
}
