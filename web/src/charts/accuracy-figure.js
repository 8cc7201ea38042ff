// Figure: validation accuracy after each evaluation. The axis is the part where the race is decided, unless the whole is asked for.

import { nameOf } from '../lab/racer-names.js';
import { evaluationAt, resultOf } from '../lab/results.js';
import { shownPart } from '../lab/zoom.js';
import { percent } from '../lib/format.js';
import { quantile } from '../lib/statistics.js';
import { makeSwitch } from '../ui/switch.js';
import { between, until } from './clip-line.js';
import { dropRules } from './drop-rules.js';
import { ghostAccuracy, ghosts } from './ghosts.js';
import { colours, drops, endLabels, lastPoint, marks, racerLine, xAxis } from './racer-lines.js';
import { Columns } from './thinned-columns.js';
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
  const columns = new Columns();
  const racers = () => lab.run?.racers ?? [];
  /** @param {number} i @param {number} width @param {import('../lab/zoom.js').Part | null} part */
  const points = (i, width, part) => {
    const telemetry = lab.telemetry(i + 1);
    if (!telemetry || !lab.displayed) return { x: [], y: [] };
    const { update, accuracy } = telemetry.evaluations;
    return columns.points(`${i}`, lab.displayed, accuracy, { width, xs: update, part });
  };

  return {
    key: 'accuracy',
    title: [words.say('accuracy.title')],
    controls: [makeSwitch(words.say('axis.whole'), axis.whole, axis.setWhole)],
    at: (update) => update,
    evaluated: true,
    value: (racer, update) => {
      const state = lab.state(racer);
      const over = state?.ended && state.ended !== 'finished' && update > state.update;
      return over || update > lab.shown ? undefined : evaluationAt(lab.telemetry(racer), 'accuracy', update);
    },
    text: (value) => percent(value, { language }),
    summary: () => {
      const list = racers().map((_, i) => {
        const result = resultOf(lab, i + 1);
        const name = lab.run ? nameOf(lab.run, i + 1, words, describe) : '';
        return words.say('accuracy.of', { name, value: result ? percent(result.median, { language }) : '–' });
      });
      return words.say('accuracy.summary', { updates: lab.update, list: list.join(words.say('list.join')) });
    },
    waiting: () => (lab.run && lab.shown === 0 && !lab.playing && lab.trained === 0 ? words.say('accuracy.waiting') : ''),
    view: (width) => {
      const { from, to } = shownPart(lab);
      const all = racers().map((_, i) => points(i, width, null));
      const done = racers().map((_, i) => between(until(points(i, width, lab.part), lab.shown), from, to));
      const range = axis.whole ? { min: -0.03, max: 1.005 } : decisive([...all, ...lab.pins.map(ghostAccuracy)], lab.updates);
      const yTicks = linearTicks(range.min, range.max, 5);
      const colour = colours(setting);
      const ghost = ghosts(setting, lab.pins.map(ghostAccuracy), width);
      return {
        ...xAxis(setting, width),
        yRange: [range.min, range.max],
        yTicks,
        yText: (y) => percent(y, { language, digits: yTicks.every(isWholePercent) ? 0 : 1 }),
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
          ...drops(setting, (racer, update) => evaluationAt(lab.telemetry(racer), 'accuracy', update)),
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
