// The editor of one racer: the reader chooses a schedule, fills in its parameters, chains or multiplies it with others, or edits its text.

import choices from 'eta:choices';
import { setItem } from '../lab/edits.js';
import { make, write } from '../ui/dom.js';
import { makeArguments } from './arguments.js';
import { makeBranch } from './branch.js';
import { makeKnown } from './known.js';
import { makeReports } from './problems.js';
import { makeSettings } from './run-fields.js';
import { makeSource } from './source.js';

/** @typedef {import('../lib/run.js').Tree} Tree */
/** @typedef {import('../lib/registry.js').Entry} Entry */

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {number} racer from 1
 */
export function makeEditor(setting, racer) {
  const { lab, words } = setting;
  const entries = choices.schedule;
  const commit = (/** @type {string} */ text) => setItem(lab, racer, 'schedule', text);
  const nameOf = (/** @type {Entry} */ entry) => words.t(`schedule.${entry.key}.name`);

  const source = makeSource({ label: words.t('editor.text'), name: 'schedule', words, commit });
  const known = makeKnown(setting, racer);
  const branch = makeBranch(setting, racer);
  const ownSettings = makeSettings(setting, ['lr', 'label'], { racer, wide: ['label'] });
  const select = make('select', { 'aria-label': words.t('editor.choose'), change: () => source.put(select.value) });
  const summary = make('p', { class: 'summary' });
  const calls = make('div', { class: 'edit-parts' });
  const suggestions = make('span', { class: 'choose' });
  const problems = make('div', { role: 'alert', hidden: true });
  const reports = makeReports(problems, words);
  const element = make(
    'div',
    { class: 'edit' },
    make(
      'div',
      { class: 'choose' },
      make('label', { class: 'field' }, make('span', { class: 'soft' }, words.t('editor.choose')), select),
      suggestions,
    ),
    summary,
    calls,
    known.element,
    problems,
    source.element,
    make('div', { class: 'parts' }, make('span', { class: 'soft small' }, words.t('editor.own')), ...ownSettings.elements),
    ...ownSettings.problems,
    branch.element,
  );

  /** @type {{ path: string, from: number, to: number, show: (text: string) => void }[]} */
  let forms = [];
  let names = '';
  let schedule = '';

  /** Builds a fieldset for each registered schedule of the tree. @param {Tree} tree */
  const build = (tree) => {
    const nodes = registered(tree, entries);
    forms = nodes
      .map(({ node, entry }, i) => {
        const form = makeArguments({
          kind: 'schedule',
          entry,
          text: schedule.slice(node.from, node.to),
          words,
          commit: (text) => commit(schedule.slice(0, forms[i].from) + text + schedule.slice(forms[i].to)),
          report: (field) => reports.of(`${i} ${field}`),
        });
        const fieldset = make(
          'fieldset',
          { class: 'parts' },
          make('legend', { title: words.t(`schedule.${entry.key}.summary`) }, nameOf(entry)),
          ...form.elements,
        );
        return { path: entry.key, from: node.from, to: node.to, show: form.show, fieldset };
      })
      .map(({ fieldset, ...form }) => {
        calls.append(fieldset);
        return form;
      });
  };

  /** @param {string} name @param {string} text the schedule that replaces this one when the button is pressed */
  const button = (name, text) => make('button', { type: 'button', class: 'quiet', click: () => source.put(text) }, name);

  /** Offers what may come before, after or around this schedule, or multiply it: the core decides, by checking each text. */
  const offer = async () => {
    const base = schedule;
    const combinators = entries.filter((entry) => entry.role === 'combinator');
    /** @type {HTMLElement[]} */
    const buttons = [];
    for (const entry of combinators) {
      for (const [place, text] of [
        ['before', `${entry.key} then ${base}`],
        ['after', `${base} then ${entry.key}`],
        ['around', `${entry.key}(${base})`],
      ]) {
        const checked = await lab.speculativeQueries.read(`steps=1000 schedule=${text}`);
        if (base !== schedule) return;
        if (checked?.run && !registered(lab.run?.racers[racer - 1]?.tree, entries).some(({ entry: other }) => other === entry)) {
          buttons.push(button(words.t(`editor.${place}`, { name: nameOf(entry) }), text));
        }
      }
    }
    for (const entry of entries.filter(({ role }) => role === 'listener')) {
      const text = `(${base}) * ${entry.key}`;
      const checked = await lab.speculativeQueries.read(`steps=1000 schedule=${text}`);
      if (base !== schedule) return;
      if (checked?.run) buttons.push(button(words.t('editor.factor', { name: nameOf(entry) }), text));
    }
    suggestions.replaceChildren(...buttons);
  };

  return {
    element,
    focus: () => select.focus(),
    update() {
      const run = lab.run?.racers[racer - 1];
      if (!run) return;
      const changed = run.schedule !== schedule;
      schedule = run.schedule;
      source.show(schedule);
      ownSettings.update();
      known.update();
      branch.update();
      if (!changed) return;
      const nodes = registered(run.tree, entries);
      const next = nodes.map(({ entry }) => entry.key).join(' ');
      if (next !== names || next === '') {
        names = next;
        calls.replaceChildren();
        reports.clear();
        build(run.tree);
      } else {
        nodes.forEach(({ node }, i) => {
          forms[i].from = node.from;
          forms[i].to = node.to;
          forms[i].show(schedule.slice(node.from, node.to));
        });
      }
      const only = nodes.length === 1 && nodes[0].node === run.tree ? nodes[0].entry : null;
      fillChoices(select, only, schedule, words);
      const alias = choices.alias.find(({ text }) => text === schedule);
      write(summary, only ? words.t(`schedule.${only.key}.summary`) : alias ? words.t(`alias.${alias.key}.summary`) : '');
      offer();
    },
  };
}

/**
 * Fills the list of formulas and of aliases, whose texts are written; a schedule that is none of them alone gets an option of its own.
 * @param {HTMLSelectElement} select
 * @param {Entry | null} chosen null when the schedule is not one registered formula
 * @param {string} schedule
 * @param {import('../lib/words.js').Words} words
 */
function fillChoices(select, chosen, schedule, words) {
  const formulas = choices.schedule
    .filter(({ role }) => role === 'formula')
    .map(({ key }) => make('option', { value: key }, words.t(`schedule.${key}.name`)));
  const aliases = choices.alias.map(({ key, text }) => make('option', { value: text }, words.t(`alias.${key}.name`)));
  const value = chosen?.key ?? schedule;
  const own = make('option', { value }, schedule.length > 40 ? `${schedule.slice(0, 39)}…` : schedule);
  const isListed = [...formulas, ...aliases].some((option) => option.getAttribute('value') === value);
  select.replaceChildren(
    ...(isListed ? [] : [own]),
    make('optgroup', { label: words.t('editor.formulas') }, ...formulas),
    make('optgroup', { label: words.t('editor.aliases') }, ...aliases),
  );
  select.value = value;
}

/**
 * Finds the nodes that are registered schedules, in the order of the text.
 * @param {Tree | undefined} tree
 * @param {Entry[]} entries
 * @returns {{ node: Tree, entry: Entry }[]}
 */
function registered(tree, entries) {
  if (!tree) return [];
  const entry = tree.op === 'call' || tree.op === 'name' ? entries.find((candidate) => candidate.key === tree.text) : undefined;
  const inner = entry ? [] : tree.children.flatMap((child) => registered(child, entries));
  return entry ? [{ node: tree, entry }] : inner;
}
