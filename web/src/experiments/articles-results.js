// The articles' table of results has a row for each racer, with what was measured after the last whole epoch that is shown.
import { swatch } from '../charts/racer-style.js';
import { formatNumber, formatPercent } from '../lib/format.js';
import { make } from '../ui/dom.js';
import { grow } from '../ui/markup.js';

/** @param {import('../lab/setting.js').Setting} setting @param {import('./articles-stories.js').Translate} t */
export function makeArticleResults({ lab, words: { language } }, t) {
  const share = (/** @type {number} */ value) => formatPercent(value, { language });
  const rate = (/** @type {number} */ value) => formatNumber(value, { language });
  const body = make('tbody');
  const heads = ['name', 'training', 'validation', 'loss', 'rate'].map((key) => make('th', { scope: 'col' }, t(`head.${key}`)));
  const element = make('table', { class: 'results' }, make('thead', {}, make('tr', {}, make('td'), ...heads)), body);

  /** @param {import('../lib/run.js').Racer} racer @param {number} i */
  const row = ({ label, updatesPerEpoch }, i) => {
    const epoch = Math.floor(lab.playhead / updatesPerEpoch);
    const telemetry = lab.telemetry(i + 1);
    const at = (/** @type {ArrayLike<number> | undefined} */ column) => (epoch > 0 ? column?.[epoch - 1] : undefined);
    const cell = (/** @type {number | null | undefined} */ value, /** @type {(value: number) => string} */ text) =>
      make('td', {}, typeof value === 'number' ? text(value) : '–');
    return make(
      'tr',
      {},
      make('td', { class: 'swatch' }, grow(swatch(i + 1))),
      make('th', { scope: 'row' }, label),
      cell(at(telemetry?.epochs.epoch_accuracy), share),
      cell(at(telemetry?.evaluations.validation_accuracy), share),
      cell(at(telemetry?.evaluations.validation_loss), rate),
      cell(lab.curves[i]?.at(Math.max(0, epoch * updatesPerEpoch - 1)), rate),
    );
  };
  return {
    element,
    update: () => body.replaceChildren(...(lab.run?.racers ?? []).map(row)),
  };
}
