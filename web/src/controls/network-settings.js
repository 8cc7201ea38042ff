// The settings of the network are choices from the registries, each with the fields of its parameters.
import choices from 'eta:choices';
import { setItem } from '../lab/edits.js';
import { itemOf } from '../lab/item-of.js';
import { readCall } from '../lab/read-call.js';
import { make } from '../ui/dom.js';
import { makeArguments } from './arguments.js';
import { makeReports } from './problems.js';
import { makeSettings } from './run-fields.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lib/registry.js').RunKey} RunKey */

/** @param {Setting} setting */
export function makeNetworkSettings(setting) {
  const hidden = makeSettings(setting, ['hidden'], { wide: ['hidden'] });
  const keys = setting.describe.keys.filter(({ kind = '' }) => kind in choices && kind !== 'split');
  const pickers = keys.map((key) => makePicker(setting, key));
  return {
    elements: [make('div', { class: 'setting' }, ...hidden.elements, ...hidden.problems), ...pickers.map((picker) => picker.element)],
    update() {
      if (!setting.lab.run) return;
      hidden.update();
      for (const picker of pickers) picker.update();
    },
  };
}

/**
 * Makes a list of a registry's entries, and under it a field for each parameter of the chosen one.
 * @param {Setting} setting
 * @param {RunKey} key
 */
function makePicker({ lab, words }, key) {
  const kind = key.kind ?? '';
  const entries = choices[kind];
  const problems = make('div', { role: 'alert', hidden: true });
  const reports = makeReports(problems, words);
  const report = reports.of('');
  const commit = (/** @type {string} */ text) => setItem(lab, 0, key.key, text);
  const label = words.t(`key.${key.key}.name`);
  const select = make(
    'select',
    { 'data-key': key.key, change: async () => report((await commit(select.value)) ?? []) },
    ...entries.map((entry) => make('option', { value: entry.key }, words.t(`${kind}.${entry.key}.name`))),
  );
  const help = words.t(`key.${key.key}.help`);
  const nested = make('div', { class: 'nested', hidden: true });
  /** @type {{ name: string, form: ReturnType<typeof makeArguments> } | null} */
  let current = null;

  return {
    element: make(
      'div',
      { class: 'setting' },
      make('label', { class: 'field', title: help }, make('span', { class: 'name' }, label), select),
      nested,
      problems,
    ),
    update() {
      const text = itemOf(lab, 0, key.key) ?? key.initial;
      const { name } = readCall(text);
      const entry = entries.find((candidate) => candidate.key === name);
      select.value = name;
      if (!entry) return;
      select.title = words.t(`${kind}.${name}.summary`);
      if (current?.name !== name) {
        reports.clear();
        const form = makeArguments({ kind, entry, text, words, commit, report: reports.of });
        current = { name, form };
        nested.replaceChildren(...form.elements);
        nested.hidden = form.elements.length === 0;
      } else current.form.show(text);
      report([]);
    },
  };
}
