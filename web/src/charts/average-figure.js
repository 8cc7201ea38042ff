// This figure shows what the mean of the weights is worth after each evaluation, and thinly behind it what the weights themselves are.

import { evaluationAt } from '../lab/results.js';
import { formatPercent } from '../lib/format.js';
import { decisive } from './accuracy-figure.js';
import { measuredFigure, none } from './measured-figure.js';
import { ThinnedColumns } from './thinned-columns.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lib/registry.js').Column} Column */

/**
 * Lists the columns of the mean that a racer has measured.
 * @param {Setting} setting
 */
export function averagedColumns({ lab, describe }) {
  const racers = lab.run?.racers ?? [];
  return describe.columns.filter(
    ({ key, group, of_average }) => of_average && racers.some((_, i) => lab.telemetry(i + 1)?.[group][key]?.length),
  );
}

/** @param {Setting} setting @param {Column} column of the mean @returns {import('./figure.js').Spec} */
export function averageFigure(setting, { key }) {
  const { lab, words } = setting;
  const { language } = words;
  const columns = new ThinnedColumns();
  const isShare = key.endsWith('accuracy');
  return measuredFigure(setting, {
    key,
    title: [words.t(`column.${key}.name`)],
    summary: 'column.summary',
    evaluated: true,
    text: isShare ? (value, digits) => formatPercent(value, { language, digits }) : undefined,
    range: isShare ? (lines) => decisive(lines, lab.updates) : undefined,
    value: (racer, update) => evaluationAt(lab.telemetry(racer), key, update),
    lines: (i, width) => {
      const { displayed, zoom } = lab;
      const evaluations = lab.telemetry(i + 1)?.evaluations;
      if (!displayed || !evaluations?.[key]) return { front: none, all: none };
      const { update: xs } = evaluations;
      const cut = (/** @type {string} */ name, /** @type {typeof zoom} */ seen) =>
        columns.points(`${name} ${i}`, displayed, evaluations[name], { width, xs, zoom: seen });
      return { front: cut(key, zoom), all: cut(key, null), behind: cut(key.replace('average', 'validation'), zoom) };
    },
  });
}
