// The section behind “More” holds the loss charts, the rest of the run's settings, the run's whole text and the keyboard shortcuts.
import { averagedColumns, averageFigure } from '../charts/average-figure.js';
import { columnFigure } from '../charts/column-figure.js';
import { Figure } from '../charts/figure.js';
import { batchLossFigure, validationLossFigure } from '../charts/loss-figures.js';
import { numberFigure, scheduledNumbers } from '../charts/number-figure.js';
import { asWarning, openText } from '../lab/edits.js';
import { make } from '../ui/dom.js';
import { makeKeyList } from './key-list.js';
import { makeSettings } from './run-fields.js';
import { makeSource } from './source.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lab/lab.js').Change} Change */

/** @typedef {import('../charts/smoothed-column.js').Smoothing} Smoothing */

/** @type {((setting: Setting, smoothing: Smoothing) => import('../charts/figure.js').Spec)[]} The charts; those of telemetry's columns follow them. */
const figureSpecs = [validationLossFigure, batchLossFigure];

/**
 * @param {Setting} setting
 * @param {{ smoothing: number }} display
 */
export function makeMore(setting, display) {
  const { lab, words, describe } = setting;
  const source = makeSource({
    label: words.t('run.text'),
    name: 'run',
    words,
    commit: (text) => openText(lab, text),
  });
  const settings = makeSettings(setting, ['validation', 'evaluate', 'label_noise', 'layer_decay', 'measure'], { wide: ['measure'] });
  const slot = make('div', { class: 'charts' });
  // The batch loss has a figure of its own, which smooths it.
  const columns = describe.columns.filter(({ key, group }) => group === 'updates' && key !== 'batch_loss');
  /** The other numbers than the rate that the run schedules have the first charts. */
  const makeFigures = () =>
    [
      ...scheduledNumbers(lab.run).map((path) => numberFigure(setting, path)),
      ...figureSpecs.map((specOf) => specOf(setting, smoothing)),
      ...averagedColumns(setting).map((column) => averageFigure(setting, column)),
      ...columns.map((column) => columnFigure(setting, column, smoothing)),
    ].map((spec) => new Figure(setting, spec));
  const smoothing = {
    get amount() {
      return display.smoothing;
    },
    setAmount(/** @type {number} */ amount) {
      display.smoothing = amount;
      rebuild();
    },
  };
  /** @type {Figure[]} */
  let figures = [];
  /** Says which charts there are besides those of every run. */
  const special = () => [...scheduledNumbers(lab.run), ...averagedColumns(setting).map(({ key }) => key)].join();
  let shown = '';
  const rebuild = () => {
    shown = special();
    for (const figure of figures) figure.close();
    figures = makeFigures();
    slot.replaceChildren(...figures.map((figure) => figure.element));
    lab.notify('style');
  };
  const element = make(
    'div',
    { class: 'more', hidden: true },
    slot,
    make('div', {}, make('div', { class: 'fields' }, ...settings.elements), ...settings.problems),
    make(
      'section',
      {},
      make('h2', {}, words.t('run.text')),
      make('p', { class: 'soft small help' }, words.t('run.text.help')),
      source.element,
    ),
    makeKeyList(words),
  );

  return {
    element,
    source,
    /** @param {boolean} isOpen */
    open(isOpen) {
      element.hidden = !isOpen;
      if (isOpen && figures.length === 0) rebuild();
      lab.notify('style', 'run');
    },
    restyle() {
      for (const figure of figures) figure.restyle();
    },
    /** @param {Set<Change>} changes */
    update(changes) {
      if (element.hidden || !lab.run) return;
      if ((changes.has('run') || changes.has('rows')) && special() !== shown) rebuild();
      for (const figure of figures) figure.update(changes);
      if (!changes.has('run')) return;
      const { text } = lab.run;
      source.show(text);
      lab.speculativeQueries.warnings(text).then(
        (found) => source.warn(text, (found ?? []).map(asWarning)),
        () => {},
      );
      settings.update();
    },
    close() {
      for (const figure of figures) figure.close();
    },
  };
}
