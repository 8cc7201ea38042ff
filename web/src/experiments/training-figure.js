// The figure of the accuracy on the training samples, with the labels that they are trained with.
import { lineUntil } from '../charts/clip-line.js';
import { endLabels, lastPoint, marks, racerLine, xAxis } from '../charts/racer-lines.js';
import { linearTicks } from '../charts/ticks.js';
import { nameOf } from '../lab/racer-names.js';
import { allDone, noteOf, resultOf } from '../lab/results.js';
import { lastUpTo } from '../lib/search.js';

/** @param {import('./experiment.js').ExperimentContext} context @returns {import('../charts/figure.js').Spec} */
export function trainingFigure({ setting, t, percent }) {
  const { lab, words, describe } = setting;
  const column = (/** @type {number} */ racer) => {
    const evaluations = lab.telemetry(racer)?.evaluations;
    return evaluations?.training_accuracy.length ? { x: evaluations.update, y: evaluations.training_accuracy } : { x: [], y: [] };
  };
  const value = (/** @type {number} */ racer, /** @type {number} */ update) => {
    const { x, y } = column(racer);
    return y[lastUpTo(x, Math.min(update, lab.playhead))];
  };
  const racers = () => lab.run?.racers ?? [];
  return {
    key: 'training',
    title: [t('generalise.chart')],
    at: (update) => update,
    evaluated: true,
    value,
    text: (share) => percent(share),
    summary: () => {
      const of = racers().map((_, i) => {
        const name = lab.run ? nameOf(lab.run, i + 1, words, describe) : '';
        const result = resultOf(lab, i + 1, 'training_accuracy');
        return words.t('accuracy.of', { name, value: result ? percent(result.median) : '–' }) + noteOf(lab, i + 1, words);
      });
      return t('generalise.summary', { updates: allDone(lab), list: of.join(words.t('list.join')) });
    },
    data: (width) => {
      const done = racers().map((_, i) => lineUntil(column(i + 1), lab.playhead));
      return {
        ...xAxis(setting, width),
        yRange: [-0.03, 1.03],
        yTicks: linearTicks(0, 1, 5).map((at) => ({ at, text: percent(at, 0) })),
        log: false,
        floor: null,
        lines: done.map((points, i) => racerLine(lab.styles[i], points)),
        labels: endLabels(
          setting,
          done.map((points) => lastPoint(points)?.y),
        ),
        marks: marks(lab, done),
        rules: [],
      };
    },
  };
}
