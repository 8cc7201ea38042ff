// This figure shows the validation accuracy after each evaluation. The axis covers the part where the race is decided, or the whole range.

import { nameOf } from '../lab/racer-names.js';
import { allDone, evaluationAt, noteOf, resultOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatPercent } from '../lib/format.js';
import { quantile } from '../lib/statistics.js';
import { makeSwitch } from '../ui/switch.js';
import { clipLine, lineUntil } from './clip-line.js';
import { dropRules } from './drop-rules.js';
import { pinnedOf } from './pin-lines.js';
import { drops, endLabels, lastPoint, marks, racerLine, xAxis } from './racer-lines.js';
import { ThinnedColumns } from './thinned-columns.js';
import { linearTicks, roundStep } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./racer-lines.js').Source} Source */
/** @typedef {Pick<import('./thinned-columns.js').Cut, 'width' | 'zoom'>} Cut */
/** @typedef {[number, number]} Range */

/** @type {Range} */
const wholeRange = [-0.03, 1.005];

/**
 * @param {Setting} setting
 * @param {{ whole: boolean, setWhole: (whole: boolean) => void }} axis
 * @returns {import('./figure.js').Spec}
 */
export function accuracyFigure(setting, axis) {
  const { lab, words, describe } = setting;
  const { language } = words;
  const columns = new ThinnedColumns();
  const racers = () => lab.run?.racers ?? [];
  /** @type {Range | undefined} */
  let range;

  return {
    key: 'accuracy',
    title: [words.t('accuracy.title')],
    controls: [makeSwitch(words.t('axis.whole'), axis.whole, axis.setWhole)],
    at: (update) => update,
    evaluated: true,
    value: (racer, update) => {
      const state = lab.state(racer);
      const over = state?.ended && state.ended !== 'finished' && update > state.update;
      return over || update > lab.playhead ? undefined : evaluationAt(lab.telemetry(racer), 'validation_accuracy', update);
    },
    text: (value) => formatPercent(value, { language }),
    summary: () => {
      const list = racers().map((_, i) => {
        const result = resultOf(lab, i + 1);
        const name = lab.run ? nameOf(lab.run, i + 1, words, describe) : '';
        return (
          words.t('accuracy.of', { name, value: result ? formatPercent(result.median, { language }) : '–' }) + noteOf(lab, i + 1, words)
        );
      });
      return words.t('accuracy.summary', { updates: allDone(lab), list: list.join(words.t('list.join')) });
    },
    waiting: () => (lab.run && lab.playhead === 0 && !lab.playing && lab.trained === 0 ? words.t('accuracy.waiting') : ''),
    data: (width) => {
      // While something is dragged the axis stays, so that before and after can be compared.
      const data = accuracyData(setting, axis.whole, width, columns, lab.dragSession ? range : undefined);
      range = data.yRange;
      return data;
    },
  };
}

/**
 * Gives the measured points of a racer that can be seen.
 * @param {Source['lab']} lab
 * @param {number} racer from 1
 * @param {Cut} cut
 * @param {ThinnedColumns} columns
 */
function accuracyPoints(lab, racer, cut, columns) {
  const telemetry = lab.telemetry(racer);
  if (!telemetry || !lab.displayed) return { x: [], y: [] };
  const { update, validation_accuracy: accuracy } = telemetry.evaluations;
  return columns.points(`${racer}`, lab.displayed, accuracy, { ...cut, xs: update });
}

/**
 * @param {Source} source
 * @param {boolean} isWhole whether the axis covers all values
 * @param {number} width in pixels
 * @param {ThinnedColumns} [columns] a cache for later calls
 * @param {Range} [kept] the axis has this range
 * @returns {import('./figure-data.js').FigureData}
 */
export function accuracyData(source, isWhole, width, columns = new ThinnedColumns(), kept) {
  const { lab } = source;
  const { language } = source.words;
  const { from, to } = visibleRange(lab);
  const racers = lab.run?.racers ?? [];
  const all = racers.map((_, i) => accuracyPoints(lab, i + 1, { width }, columns));
  const seen = racers.map((_, i) => accuracyPoints(lab, i + 1, { width, zoom: lab.zoom }, columns));
  const done = seen.map((points) => clipLine(lineUntil(points, lab.playhead), from, to));
  const pinned = pinnedOf(lab, (ghosts) => ghosts.accuracyGhosts(source, width));
  const yRange = kept ?? (isWhole ? wholeRange : rangeOf(columns, [...all, ...pinned.points], lab.updates));
  const yTicks = linearTicks(...yRange, 5);
  const digits = yTicks.every(isWholePercent) ? 0 : 1;
  // A name is at the height of the result, the number that a picture has under it; in a part of the run it is at the line's end.
  const heights = done.map((points, i) => (lab.zoom ? lastPoint(points)?.y : resultOf(lab, i + 1)?.median));
  return {
    ...xAxis(source, width),
    yRange,
    yTicks: yTicks.map((at) => ({ at, text: formatPercent(at, { language, digits }) })),
    log: false,
    floor: null,
    lines: [...pinned.lines, ...done.map((points, i) => racerLine(lab.styles[i], points))],
    labels: [...endLabels(source, heights), ...pinned.labels],
    marks: [
      ...pinned.marks,
      ...drops(lab, (racer, update) => evaluationAt(lab.telemetry(racer), 'validation_accuracy', update)),
      ...marks(lab, done),
    ],
    rules: dropRules(lab, width),
  };
}

/** The last range of each figure. @type {WeakMap<ThinnedColumns, { of: unknown[], range: Range }>} */
const ranges = new WeakMap();

/**
 * Gives the range of a figure's axis; it is found again only when a line has changed, not in every frame.
 * @param {ThinnedColumns} figure
 * @param {import('./clip-line.js').Points[]} lines
 * @param {number} updates
 */
function rangeOf(figure, lines, updates) {
  const of = [...lines.map(({ y }) => y), updates];
  const last = ranges.get(figure);
  if (last?.of.length === of.length && of.every((each, i) => each === last.of[i])) return last.range;
  const range = decisive(lines, updates);
  ranges.set(figure, { of, range });
  return range;
}

/**
 * The range begins at a round number below nearly all values after the first fifth, and ends just above the best. Lower values are cut off.
 * @param {import('./clip-line.js').Points[]} columns
 * @param {number} updates
 * @returns {Range}
 */
export function decisive(columns, updates) {
  const late = [];
  let high = 0;
  for (const { x, y } of columns) {
    for (let i = 0; i < x.length; i++) {
      const value = y[i];
      if (value === null) continue;
      if (value > high) high = value;
      if (x[i] >= updates / 5) late.push(value);
    }
  }
  if (high === 0) return wholeRange;
  const low = Math.min(high, late.length ? quantile(late, 0.02) : high);
  const span = Math.max(0.05, high - low);
  const step = roundStep(span, 5);
  const min = Math.max(0, Math.floor((low - span * 0.02) / step) * step);
  return [min - span * 0.04, Math.min(1.005, high + span * 0.08)];
}

/** @param {number} share */
export const isWholePercent = (share) => Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;
