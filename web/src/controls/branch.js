// Branches a racer at the cursor, or makes the run twice as long. Either is one edit, whose text keeps the bits of what has run.
import choices from 'eta:choices';
import { boundToLength, extended, withBranch } from '../lab/branch-edits.js';
import { matching } from '../lab/edits.js';
import { nameOf } from '../lab/racer-names.js';
import { compose } from '../lab/run-text.js';
import { formatInteger } from '../lib/format.js';
import { make, write } from '../ui/dom.js';
import { showProblems } from './problems.js';

/** What was said of the last such edit: the editor is made anew with the race. @type {WeakMap<object, { text: string, sentence: string, button: string }>} */
const last = new WeakMap();

const listeners = choices.schedule.filter(({ role }) => role === 'listener').map(({ key }) => key);
const entries = { opt: choices.optimizer, stop: choices.stop, average: choices.average };

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {number} racer from 1
 */
export function makeBranch(setting, racer) {
  const { lab, words, describe, say } = setting;
  const count = (/** @type {number} */ updates) => formatInteger(updates, { language: words.language });
  const buttons = {
    branch: make('button', { type: 'button', title: words.t('branch.help'), click: () => branch() }),
    extend: make('button', { type: 'button', title: words.t('extend.help'), click: () => extend() }, words.t('extend')),
  };
  const hint = make('span', { class: 'soft small' });
  const said = make('p', { class: 'summary' });
  const problems = make('div', { role: 'alert', hidden: true });
  const element = make('div', { class: 'branch' }, make('div', { class: 'choose' }, buttons.branch, buttons.extend, hint), said, problems);

  const updates = () => lab.run?.racers[racer - 1]?.updates ?? 0;
  /** The update at the cursor; 0 where nothing can branch: no update is before the first one, and none after the last. */
  const at = () => (lab.readoutUpdate < updates() ? lab.readoutUpdate : 0);

  /**
   * @param {keyof typeof buttons} key
   * @param {{ items: import('../lib/run.js').Item[], racer: number }} edit
   * @param {[string, string]} sentences of a racer that is new, and of one that has changed as there was no room
   * @param {Record<string, string>} values
   */
  const submit = async (key, edit, [done, full], values) => {
    const before = lab.run;
    if (!before) return;
    const found = await lab.edit(compose(edit.items).text, key, await matching());
    if (!found) return;
    showProblems(problems, found, words);
    const { run } = lab;
    if (found.length > 0 || !run) return;
    const names = { old: nameOf(before, racer, words, describe), name: nameOf(run, edit.racer, words, describe) };
    const sentence = words.t(edit.racer === racer ? full : done, { ...names, ...values });
    last.set(lab, { text: run.text, sentence, button: key });
    say(sentence);
    // Where there is a racer more, the editor that shows this is another one.
    lab.notify('run');
  };
  const branch = async () => {
    const update = at();
    if (!lab.run || update === 0) return;
    const values = { update: count(update), left: count(updates() - update) };
    await submit('branch', withBranch(lab.run, racer, update, listeners), ['branch.done', 'branch.full'], values);
  };
  const extend = async () => {
    if (!lab.run) return;
    const bound = boundToLength(lab.run, entries);
    if (bound.length > 0) return write(said, words.t('extend.bound', { list: bound.join(words.t('list.join')) }));
    const values = { planned: count(updates()), updates: count(2 * updates()) };
    await submit('extend', extended(lab.run, racer, listeners), ['extend.done', 'extend.full'], values);
  };

  const point = () => {
    const update = at();
    buttons.branch.disabled = update === 0;
    write(buttons.branch, update === 0 ? words.t('branch') : words.t('branch.at', { update: count(update) }));
    write(hint, update === 0 ? words.t('branch.where') : '');
  };
  const unsubscribe = lab.subscribe(() => {
    if (element.isConnected) point();
    else unsubscribe();
  });

  return {
    element,
    update() {
      point();
      const edit = last.get(lab);
      const isShown = edit !== undefined && edit.text === lab.run?.text;
      write(said, isShown ? edit.sentence : '');
      if (!isShown || !edit.button) return;
      // The pressed button has gone with its editor.
      const button = buttons[/** @type {keyof typeof buttons} */ (edit.button)];
      if (!element.isConnected) return;
      button.focus({ preventScroll: true });
      edit.button = '';
    },
  };
}
