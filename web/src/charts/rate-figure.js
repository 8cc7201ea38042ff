// This figure shows the exact η of every update as a step line. What the playhead has not reached is faint; a zero on a logarithmic axis is
// drawn on a floor below it.

import { nameOf } from '../lab/racer-names.js';
import { extentOf } from '../lab/rate-curve.js';
import { endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatInteger, formatNumber, formatTick } from '../lib/format.js';
import { symbol } from '../ui/dom.js';
import { makeSwitch } from '../ui/switch.js';
import { clipLine, lineUntil } from './clip-line.js';
import { pinnedOf } from './pin-lines.js';
import { drops, endLabels, marks, racerLine, xAxis } from './racer-lines.js';
import { ThinnedColumns } from './thinned-columns.js';
import { logRange, logTicks, topTicks } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./racer-lines.js').Source} Source */
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
  const formatRate = (/** @type {number} */ value) => formatNumber(value, { digits: 4, language });

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
    text: formatRate,
    summary: () => {
      const list = lab.curves.map((curve, i) => {
        const name = lab.run ? nameOf(lab.run, i + 1, words, describe) : '';
        const { drops } = curve.whole;
        const values = { name, from: formatRate(curve.first), to: formatRate(curve.last), drops: dropList(drops) };
        return words.t(drops.length > 0 ? 'rate.drops' : 'rate.from_to', values);
      });
      return words.t('rate.summary', { updates: lab.updates, list: list.join(words.t('list.join')) });
    },
    data: (width) => rateData(setting, axis.log, width, columns),
  };
}

/**
 * Gives the points of a racer's curve that can be seen.
 * @param {Source['lab']} lab
 * @param {number} racer from 1
 * @param {number} width in pixels
 * @param {ThinnedColumns} columns
 */
export function ratePoints(lab, racer, width, columns) {
  const pairs = lab.curves[racer - 1].pairs(visibleRange(lab), 4 * width);
  return columns.points(`${racer}`, pairs, pairs.eta, { width, xs: pairs.t, zoom: lab.zoom });
}

/**
 * @param {Source} source
 * @param {boolean} log
 * @param {number} width in pixels
 * @param {ThinnedColumns} [columns] a cache for later calls
 * @returns {import('./figure-data.js').FigureData}
 */
export function rateData(source, log, width, columns = new ThinnedColumns()) {
  const { lab } = source;
  const { language } = source.words;
  const visible = visibleRange(lab);
  const extent = extentOf([...lab.curves, ...lab.pins.map((pin) => pin.curve)], lab.dragSession?.extent);
  const range = log ? logScale(extent, language) : linearScale(extent, language);
  const whole = lab.curves.map(({ updates }, i) =>
    clipLine(held(ratePoints(lab, i + 1, width, columns), updates, log), visible.from, visible.to, true),
  );
  const pinned = pinnedOf(lab, (ghosts) => ghosts.rateGhosts(source, width, (value) => placed(value, log)));
  const ends = whole.map((_, i) => Math.min(lab.playhead, endOf(lab, i + 1)?.update ?? lab.playhead));
  const done = whole.map((points, i) => reached(points, Math.min(ends[i], visible.to)));
  const style = { width: 2.2, step: true };
  const isDone = ends.every((end) => end >= lab.updates);
  const faint = isDone ? [] : whole.map((points, i) => racerLine(lab.styles[i], points, { ...style, opacity: 0.3 }));
  const solid = done.map((points, i) => racerLine(lab.styles[i], points, style));
  const last = whole.map(({ y }) => y[y.length - 1]);
  return {
    ...xAxis(source, width, true),
    ...range,
    log,
    lines: [...pinned.lines, ...faint, ...solid],
    labels: [...endLabels(source, last), ...pinned.labels],
    // The mark is above the rate from which it dropped.
    marks: [...pinned.marks, ...drops(lab, (racer, update) => lab.curves[racer - 1].near(update - 1)), ...marks(lab, done)],
    rules: [],
  };
}

/** A value that the axis cannot show becomes a gap. @param {number | null} value @param {boolean} log */
const placed = (value, log) => (value !== null && (log ? value >= 0 : true) ? value : null);

/** The last value lasts to the end of its update. @param {Points} points @param {number} updates @param {boolean} log */
function held({ x, y }, updates, log) {
  const values = Array.from(y, (value) => placed(value, log));
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
  const top = Math.min(1e308, extent.max) || 1;
  return {
    yRange: /** @type {[number, number]} */ ([-top * 0.04, top * 1.06]),
    yTicks: topTicks(top).map((at) => ({ at, text: formatTick(at, { language }) })),
    floor: null,
  };
}

/** @param {import('../lib/run.js').Extent} extent @param {string} language */
function logScale(extent, language) {
  const { min, max, floor } = logRange(extent);
  const yTicks = logTicks(floor === null ? min : floor * 1.5 || Number.MIN_VALUE, max, 4).map((at) => ({
    at,
    text: formatTick(at, { language }),
  }));
  return {
    yRange: /** @type {[number, number]} */ ([floor === null ? min : floor / 1.15, max]),
    yTicks: floor === null ? yTicks : [{ at: floor, text: '0' }, ...yTicks],
    floor,
  };
}
