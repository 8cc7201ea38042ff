// These figures show the validation loss, and the training loss of every batch: raw behind, smoothed in front. The amount of smoothing is
// set beside the title.

import { evaluationAt } from '../lab/results.js';
import { formatNumber } from '../lib/format.js';
import { make } from '../ui/dom.js';
import { measuredFigure, none } from './measured-figure.js';
import { Smooth, ThinnedColumns } from './thinned-columns.js';

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
 * @param {{ amount: number, setAmount: (amount: number) => void }} smoothing
 * @returns {Spec}
 */
export function batchLossFigure(setting, smoothing) {
  const { lab, words } = setting;
  const { language } = words;
  const columns = new ThinnedColumns();
  /** @type {{ owner: object, smooth: Smooth }[]} */
  const smooths = [];
  const smoothed = (/** @type {number} */ i) => {
    const telemetry = lab.telemetry(i + 1);
    if (!telemetry || !lab.displayed) return undefined;
    if (smooths[i]?.owner !== lab.displayed) smooths[i] = { owner: lab.displayed, smooth: new Smooth(smoothing.amount) };
    return { raw: telemetry.updates.batch_loss, smooth: smooths[i].smooth.of(telemetry.updates.batch_loss) };
  };
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
    value: (racer, update) => smoothed(racer - 1)?.smooth[update],
    lines: (i, width) => {
      const column = smoothed(i);
      const { displayed, zoom } = lab;
      if (!column || !displayed) return { front: none, all: none };
      const front = columns.points(`smooth ${i}`, displayed, column.smooth, { width, zoom });
      const all = columns.points(`smooth ${i}`, displayed, column.smooth, { width });
      return { front, all, behind: smoothing.amount === 0 ? none : columns.points(`raw ${i}`, displayed, column.raw, { width, zoom }) };
    },
  });
}
