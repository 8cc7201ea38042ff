// Things that go wrong, each one click away: a row of buttons, and what one sees in the run that was opened.

import { openText } from '../lab/edits.js';
import { freshId, make, set, write } from '../ui/dom.js';
import { failures } from './failure-runs.js';

/** @param {import('../lab/setting.js').Setting} setting */
export function makeFailures({ lab, words }) {
  const id = freshId('failures');
  const said = make('p', { class: 'seen', role: 'status' });
  const buttons = failures.map(({ key, run }) =>
    make('button', { type: 'button', 'aria-pressed': 'false', click: () => openText(lab, run) }, words.t(key)),
  );
  /** @type {(typeof failures)[number] | undefined} */
  let now;
  return {
    element: make(
      'section',
      { class: 'failures', 'aria-labelledby': id },
      make('h2', { id }, words.t('failures')),
      make('div', { class: 'row' }, ...buttons),
      said,
    ),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!changes.has('run')) return;
      const shown = failures.find(({ run }) => run === lab.run?.text);
      now = shown;
      buttons.forEach((button, i) => {
        set(button, { 'aria-pressed': String(failures[i] === shown) });
      });
      const say = () => shown === now && write(said, shown ? words.t(shown.seen) : '');
      if (shown) words.load('later').then(say, () => {});
      else say();
    },
  };
}
