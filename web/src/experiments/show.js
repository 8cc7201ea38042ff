// An experiment on the page: its question, its paragraph, a part of its own, and its tasks.

import { formatInteger, formatNumber, formatPercent } from '../lib/format.js';
import { make } from '../ui/dom.js';
import { adopt } from '../ui/styles/adopt.js';
import style from './experiment.css';
import figures from './figures.json' with { type: 'json' };
import { makeTask } from './task.js';

/** Gives the element the styles of the experiments. @param {HTMLElement} slot in its shadow root */
export const dress = (slot) => adopt(slot, style);

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {string} key
 * @param {import('./experiment.js').Experiment} experiment
 * @param {HTMLElement} slot in the element's shadow root
 */
export async function show(setting, key, experiment, slot) {
  const { words } = setting;
  const { language } = words;
  await words.load('experiments');
  /** @type {import('./experiment.js').ExperimentContext} */
  const bench = {
    setting,
    say: (name, values) => words.t(`experiments.${name}`, values),
    percent: (share, digits = 1) => formatPercent(share, { digits, language }),
    points: (share) => (Number.isFinite(share) ? (100 * share).toFixed(1) : '–'),
    whole: (count) => (count === undefined ? '–' : formatInteger(count, { language })),
    number: (value) => (Number.isFinite(value) ? formatNumber(value, { language }) : '–'),
  };
  dress(slot);
  const exact = /** @type {Record<string, Record<string, number | string>>} */ (figures)[key] ?? {};
  const said = (/** @type {number | string} */ value) =>
    typeof value === 'string' ? value : Number.isInteger(value) ? bench.whole(value) : String(Number(value.toPrecision(4)));
  const found = Object.fromEntries(Object.entries(exact).map(([name, value]) => [name, said(value)]));
  const part = experiment.part?.(bench);
  const tasks = experiment.tasks.map((task, i) => makeTask(bench, experiment, `${key}.${i + 1}`, task, i + 1));
  slot.replaceChildren(
    make('p', { class: 'paragraph' }, bench.say(`${key}.text`, found)),
    ...(part ? [part.element] : []),
    ...tasks.map((task) => task.element),
  );
  return {
    title: bench.say(`${key}.title`),
    lead: bench.say(`${key}.lead`),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!setting.lab.run) return;
      part?.update(changes);
      for (const task of tasks) task.update(changes);
    },
    close: () => part?.close?.(),
  };
}
