// Undoes and redoes, and says what.
import { write } from '../ui/dom.js';

export { travel } from '../lab/travel.js';

/** @param {import('../lab/setting.js').Setting} setting @param {HTMLElement} note */
export function tell({ lab, words, say }, note) {
  const { travelled } = lab.history;
  if (!travelled) return;
  write(note, words.t(travelled.by < 0 ? 'undone' : 'redone', { what: words.t(`gesture.${travelled.kind}`) }));
  say(note.textContent ?? '');
}
