// These figures show the validation loss, and the training loss of every batch: raw behind, smoothed in front. The amount of smoothing is
// set beside the title.

import { evaluationAt } from '../lab/results.js';
import { formatNumber } from '../lib/format.js';
import { make } from '../ui/dom.js';
import { measuredFigure, none } from './measured-figure.js';
import { smoothedColumn } from './smoothed-column.js';
import { ThinnedColumns } from './thinned-columns.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./figure.js').Spec} Spec */
/** @typedef {import('../lab/zoom.js').ZoomRange} ZoomRange */

/** The running mean keeps one of these shares of the past; 0 is no smoothing. */
const smoothings = [0, 0.8, 0.9, 0.95, 0.99];

/** @param {Setting} setting @returns {Spec} */
export function validationLossFigure(setting) {
  const { lab } = setting;
  const columns = new ThinnedColumns();
  return measuredFigure(setting, {
    key: 'validation_loss',
    title: [setting.words.t('validation_loss.title')],
    summary: 'validation_loss.summary',
    evaluated: true,
    value: (racer, update) => evaluationAt(lab.telemetry(racer), 'validation_loss', update),
    lines: (i, width) => {
      const { displayed } = lab;
      const telemetry = lab.telemetry(i + 1);
      if (!telemetry || !displayed) return { front: none, all: none };
      const { update, validation_loss: loss } = telemetry.evaluations;
      const cut = (/** @type {ZoomRange | null} */ zoom) => columns.points(`${i}`, displayed, loss, { width, xs: update, zoom });
      return { front: cut(lab.zoom), all: cut(null) };
    },
  });
}

/**
 * @param {Setting} setting
 * @param {import('./smoothed-column.js').Smoothing} smoothing
 * @returns {Spec}
 */
export function batchLossFigure(setting, smoothing) {
  const { lab, words } = setting;
  const { language } = words;
  const choose = make(
    'select',
    { 'aria-label': words.t('smoothing'), change: (event) => smoothing.setAmount(Number(event.target.value)) },
    ...smoothings.map((amount) =>
      make(
        'option',
        { value: amount, selected: amount === smoothing.amount },
        amount ? formatNumber(amount, { language }) : words.t('smoothing.none'),
      ),
    ),
  );
  return measuredFigure(setting, {
    key: 'batch_loss',
    title: [words.t('batch_loss.title')],
    summary: 'batch_loss.summary',
    controls: [make('label', { class: 'switch' }, words.t('smoothing'), choose)],
    ...smoothedColumn(lab, 'batch_loss', smoothing.amount),
  });
}
