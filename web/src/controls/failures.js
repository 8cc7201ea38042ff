// A row of buttons, each of which opens a run that fails in a typical way; a sentence says what to observe in it.

import { announce, freshId, make, set } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';
import { failures } from './failure-runs.js';

/** @param {import('../lab/setting.js').Setting} setting @returns {import('../ui/component.js').Component} */
export function makeFailures(setting) {
  const { lab, words } = setting;
  const id = freshId('failures');
  const status = make('p', { class: 'seen' });
  const slot = make('div', { hidden: true });
  const open = async (/** @type {string} */ run) => {
    const { openText } = await loadPart(words, slot, () => import('../lab/edits.js'));
    openText(lab, run, 'preset');
  };
  const buttons = failures.map(({ key, run }) =>
    make('button', { type: 'button', 'aria-pressed': 'false', click: () => open(run) }, words.t(key)),
  );
  return {
    element: make(
      'section',
      { class: 'failures', 'aria-labelledby': id },
      make('h2', { id }, words.t('failures')),
      make('div', { class: 'row' }, ...buttons),
      status,
      slot,
    ),
    update(changes) {
      if (!changes.has('run')) return;
      const opened = failures.find(({ run }) => run === lab.run?.text);
      buttons.forEach((button, i) => {
        set(button, { 'aria-pressed': String(failures[i] === opened) });
      });
      announce(setting, status, opened ? words.t(`${opened.key}.seen`) : '');
    },
  };
}
