// Shows an experiment on the page: its title, its paragraph, its figure and its tasks.

import { formatInteger, formatNumber, formatPercent } from '../lib/format.js';
import { make } from '../ui/dom.js';
import { adopt } from '../ui/styles/adopt.js';
import style from './experiment.css';
import figures from './figures.json' with { type: 'json' };
import { makeTask } from './task.js';

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
  };
  adoptExperimentStyles(slot);
  const exact = /** @type {Record<string, Record<string, number | string>>} */ (figures)[key] ?? {};
  const format = (/** @type {number | string} */ value) =>
    typeof value === 'string' ? value : Number.isInteger(value) ? context.integer(value) : String(Number(value.toPrecision(4)));
  const found = Object.fromEntries(Object.entries(exact).map(([name, value]) => [name, format(value)]));
  const figure = experiment.figure?.(context);
  const tasks = experiment.tasks.map((task, i) => makeTask(context, experiment, `${key}.${i + 1}`, task, i + 1));
  slot.replaceChildren(
    make('p', { class: 'paragraph' }, context.t(`${key}.text`, found)),
    ...(figure ? [figure.element] : []),
    ...tasks.map((task) => task.element),
  );
  return {
    title: context.t(`${key}.title`),
    lead: context.t(`${key}.lead`),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!setting.lab.run) return;
      figure?.update(changes);
      for (const task of tasks) task.update(changes);
    },
    close: () => figure?.close?.(),
  };
}
