// This figure shows a telemetry column that has a row for each update; its name and its symbol come from the registry.

import { measuredFigure, none } from './measured-figure.js';
import { ThinnedColumns } from './thinned-columns.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('../lib/registry.js').Column} column of the group `updates`
 * @returns {import('./figure.js').Spec}
 */
export function columnFigure(setting, { key, symbol }) {
  const { lab, words } = setting;
  const columns = new ThinnedColumns();
  return measuredFigure(setting, {
    key,
    title: [words.t(`column.${key}.name`), symbol],
    summary: 'column.summary',
    value: (racer, update) => lab.telemetry(racer)?.updates[key][update],
    lines: (i, width) => {
      const { displayed, zoom } = lab;
      const values = lab.telemetry(i + 1)?.updates[key];
      if (!values || !displayed) return { front: none, all: none };
      const cut = (/** @type {import('../lab/zoom.js').ZoomRange | null} */ range) =>
        columns.points(`${i}`, displayed, values, { width, zoom: range });
      return { front: cut(zoom), all: cut(null) };
    },
  });
}
