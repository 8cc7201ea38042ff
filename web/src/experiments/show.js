// Shows an experiment on the page: its title, its paragraph, its figure and its tasks.
import { formatInteger, formatNumber, formatPercent } from '../lib/format.js';
import { make } from '../ui/dom.js';
import { adopt } from '../ui/styles/adopt.js';
import style from './experiment.css';
import figures from './figures.json' with { type: 'json' };
import { makeTask } from './task.js';

const exact = /** @type {Record<string, Record<string, number | string>>} */ (figures);

/** Adds the styles of the experiments to a shadow root. @param {HTMLElement} slot in that root */
export const adoptExperimentStyles = (slot) => adopt(slot, style);

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {string} key
 * @param {import('./experiment.js').Experiment} experiment
 * @param {HTMLElement} slot in the element's shadow root
 */
export async function show(setting, key, experiment, slot) {
  const { words } = setting;
  const { language } = words;
  /** @type {import('./experiment.js').ExperimentContext} */
  const context = {
    setting,
    t: (name, values) => words.t(`experiments.${name}`, values),
    percent: (share, digits = 1) => formatPercent(share, { digits, language }),
    points: (share) => (Number.isFinite(share) ? (100 * share).toFixed(1) : '–'),
    integer: (count) => (count === undefined ? '–' : formatInteger(count, { language })),
    number: (value) => (Number.isFinite(value) ? formatNumber(value, { language }) : '–'),
    figuresOf: (name) =>
      Object.fromEntries(
        Object.entries(exact[name] ?? {}).map(([figure, value]) => [
          figure,
          typeof value === 'string' ? value : Number.isInteger(value) ? context.integer(value) : String(Number(value.toPrecision(4))),
        ]),
      ),
  };
  adoptExperimentStyles(slot);
  const figure = experiment.figure?.(context);
  const { run, tasks, rows } = experiment;
  const cards = tasks.map((task, i) => makeTask(context, `${key}.${i + 1}`, { run, ...task }, i + 1));
  const text = make('p', { class: 'paragraph' }, context.t(`${key}.text`, context.figuresOf(key)));
  const explained = rows ? [text, tableOf(context, key, rows)] : [text];
  // The charts of the race are what its first task asks about; the other experiments say first what they are.
  slot.replaceChildren(
    ...(key === 'race' ? [...cards, ...explained] : [...explained, ...(figure && !experiment.instead ? [figure.element] : []), ...cards]),
  );
  return {
    title: context.t(`${key}.title`),
    lead: context.t(`${key}.lead`),
    /** The figure that stands in place of the accuracy. */
    instead: experiment.instead ? figure?.element : undefined,
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!setting.lab.run) return;
      figure?.update(changes);
    },
    close() {
      figure?.close?.();
      figure?.element.remove();
    },
  };
}

/**
 * Lists median and spread of racers over the seeds.
 * @param {import('./experiment.js').ExperimentContext} context
 * @param {string} key
 * @param {string[]} rows answers of the first task, which name the racers
 */
function tableOf({ t, figuresOf }, key, rows) {
  const figures = figuresOf(key);
  const head = (/** @type {string} */ text) => make('th', { scope: 'col' }, text);
  const cell = (/** @type {string} */ text) => make('td', {}, text);
  return make(
    'table',
    { class: 'gaps' },
    make('thead', {}, make('tr', {}, head(t('task.over', figures)), head(t('task.median')), head(t('task.spread')))),
    make(
      'tbody',
      {},
      ...rows.map((row) =>
        make(
          'tr',
          {},
          make('th', { scope: 'row' }, t(`${key}.1.${row}`)),
          cell(t('task.percent', { value: figures[row] })),
          cell(figures[`${row}_spread`]),
        ),
      ),
    ),
  );
}
