// Figure: validation accuracy after each evaluation. The axis is the part where the race is decided, unless the whole is asked for.

import { nameOf } from '../lab/racer-names.js';
import { evaluationAt, resultOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatPercent } from '../lib/format.js';
import { quantile } from '../lib/statistics.js';
import { makeSwitch } from '../ui/switch.js';
import { clipLine, lineUntil } from './clip-line.js';
import { dropRules } from './drop-rules.js';
import { ghostAccuracy, ghosts } from './ghosts.js';
import { colours, drops, endLabels, lastPoint, marks, racerLine, xAxis } from './racer-lines.js';
import { ThinnedColumns } from './thinned-columns.js';
import { linearTicks, roundStep } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

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
  /** @param {number} i @param {number} width @param {import('../lab/zoom.js').ZoomRange | null} zoom */
  const points = (i, width, zoom) => {
    const telemetry = lab.telemetry(i + 1);
    if (!telemetry || !lab.displayed) return { x: [], y: [] };
    const { update, validation_accuracy: accuracy } = telemetry.evaluations;
    return columns.points(`${i}`, lab.displayed, accuracy, { width, xs: update, zoom });
  };

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
        return words.t('accuracy.of', { name, value: result ? formatPercent(result.median, { language }) : '–' });
      });
      return words.t('accuracy.summary', { updates: lab.update, list: list.join(words.t('list.join')) });
    },
    waiting: () => (lab.run && lab.playhead === 0 && !lab.playing && lab.trained === 0 ? words.t('accuracy.waiting') : ''),
    view: (width) => {
      const { from, to } = visibleRange(lab);
      const all = racers().map((_, i) => points(i, width, null));
      const done = racers().map((_, i) => clipLine(lineUntil(points(i, width, lab.zoom), lab.playhead), from, to));
      const range = axis.whole ? { min: -0.03, max: 1.005 } : decisive([...all, ...lab.pins.map(ghostAccuracy)], lab.updates);
      const yTicks = linearTicks(range.min, range.max, 5);
      const colour = colours(setting);
      const ghost = ghosts(setting, lab.pins.map(ghostAccuracy), width);
      return {
        ...xAxis(setting, width),
        yRange: [range.min, range.max],
        yTicks,
        yText: (y) => formatPercent(y, { language, digits: yTicks.every(isWholePercent) ? 0 : 1 }),
        log: false,
        lines: [...ghost.lines, ...done.map((column, i) => racerLine(i + 1, colour[i], column))],
        labels: [
          ...endLabels(
            setting,
            done.map((column) => lastPoint(column)?.y),
          ),
          ...ghost.labels,
        ],
        marks: [
          ...ghost.marks,
          ...drops(setting, (racer, update) => evaluationAt(lab.telemetry(racer), 'validation_accuracy', update)),
          ...marks(setting, done),
        ],
        rules: dropRules(setting, width),
      };
    },
  };
}

/**
 * From a round number below nearly all that is reached after the first fifth, to just above the best. What is lower runs out at the bottom.
 * @param {import('./clip-line.js').Points[]} columns
 * @param {number} updates
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
  if (high === 0) return { min: -0.03, max: 1.005 };
  const low = Math.min(high, late.length ? quantile(late, 0.02) : high);
  const span = Math.max(0.05, high - low);
  const step = roundStep(span, 5);
  const min = Math.max(0, Math.floor((low - span * 0.02) / step) * step);
  return { min: min - span * 0.04, max: Math.min(1.005, high + span * 0.08) };
}

/** @param {number} share */
export const isWholePercent = (share) => Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;
