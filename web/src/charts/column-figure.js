// This figure shows a telemetry column that has a row for each update; its name and its symbol come from the registry.

import { formatNumber } from '../lib/format.js';
import { make } from '../ui/dom.js';
import { measuredFigure } from './measured-figure.js';
import { smoothedColumn } from './smoothed-column.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('../lib/registry.js').Column} column of the group `updates`
 * @param {import('./smoothed-column.js').Smoothing} smoothing of a noisy one
 * @returns {import('./figure.js').Spec}
 */
export function columnFigure(setting, { key, symbol, is_noisy }, smoothing) {
  const { lab, words } = setting;
  const amount = is_noisy ? smoothing.amount : 0;
  const shown = `${words.t('smoothing')} ${formatNumber(amount, { language: words.language })}`;
  return measuredFigure(setting, {
    key,
    title: [words.t(`column.${key}.name`), ' ', symbol],
    summary: 'column.summary',
    controls: amount > 0 ? [make('span', { class: 'soft small' }, shown)] : [],
    ...smoothedColumn(lab, key, amount),
  });
}
