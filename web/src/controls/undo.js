// The buttons that undo and redo the reader's gestures, and what was undone last, which stands there until the next gesture.
import { make, write } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';

/** @param {import('../lab/setting.js').Setting} setting @returns {import('../ui/component.js').Component} */
export function makeUndo({ lab, words, say }) {
  const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {string} */ keys, /** @type {number} */ by) =>
    make(
      'button',
      {
        type: 'button',
        class: `quiet ${key}`,
        title: words.t(key),
        'aria-label': words.t(key),
        'aria-keyshortcuts': keys,
        click: () => lab.history.travel(lab, by),
      },
      sign,
    );
  const undo = button('undo', '↶', 'Control+Z Meta+Z', -1);
  const redo = button('redo', '↷', 'Control+Y Meta+Shift+Z', 1);
  const note = make('span', { class: 'soft small' });
  const tell = async () => {
    const { travelled } = lab.history;
    const chunk = travelled && (await loadChunk(words, note, () => import('./undone.js')));
    if (travelled !== lab.history.travelled) return;
    const sentence = chunk ? chunk.undone(words, travelled) : '';
    write(note, sentence);
    if (sentence) say(sentence);
  };
  return {
    element: make('span', { class: 'undoing' }, undo, redo, note),
    update(changes) {
      // The focus must not be lost with the button.
      const focused = [undo, redo].find((each) => each.matches(':focus'));
      undo.disabled = !lab.history.has(-1);
      redo.disabled = !lab.history.has(1);
      if (focused?.disabled) (focused === undo ? redo : undo).focus();
      if (changes.has('history') || (changes.has('run') && !lab.history.travelled)) tell();
    },
  };
}
