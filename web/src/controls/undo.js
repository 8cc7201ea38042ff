// The buttons that undo and redo the reader's gestures, and what was undone last, which stands there until the next gesture.
import { make } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';

/** @param {import('../lab/setting.js').Setting} setting */
export function makeUndo(setting) {
  const { lab, words } = setting;
  const note = make('span', { class: 'soft small' });
  const load = () => loadChunk(words, note, () => import('./undone.js'));
  /** Undoes, or redoes. @param {number} by */
  const go = async (by) => lab.history.has(by) && (await load())?.travel(lab, by);
  const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {number} */ by) =>
    make('button', { type: 'button', class: `quiet ${key}`, title: words.t(key), 'aria-label': words.t(key), click: () => go(by) }, sign);
  const undo = button('undo', '↶', -1);
  const redo = button('redo', '↷', 1);
  return {
    element: make('span', { class: 'undoing' }, undo, redo, note),
    go,
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      // The focus must not be lost with the button.
      const focused = [undo, redo].find((each) => each.matches(':focus'));
      undo.disabled = !lab.history.has(-1);
      redo.disabled = !lab.history.has(1);
      if (focused?.disabled) (focused === undo ? redo : undo).focus();
      if (!lab.history.travelled) note.textContent = '';
      else if (changes.has('history')) load().then((chunk) => chunk?.tell(setting, note));
    },
  };
}
