// Keys move the cursor, and keep it where it is then.
import { keepCursor } from '../lab/keep-cursor.js';
import { visibleRange } from '../lab/zoom.js';
import { pan, reveal } from '../lab/zoom-moves.js';

/** @param {import('../lab/lab.js').Lab} lab @param {KeyboardEvent} event of a key that is the cursor's */
export function moveCursor(lab, event) {
  const { from, to } = visibleRange(lab);
  const page = Math.max(1, Math.round((to - from) / 20));
  // Keys move the cursor from the update whose values are shown.
  const at = Math.round(Math.max(from, Math.min(to, lab.readoutUpdate)));
  /** @type {Record<string, number | null>} */
  const targets = {
    ArrowLeft: at - (event.shiftKey ? page : 1),
    ArrowRight: at + (event.shiftKey ? page : 1),
    PageDown: at - page,
    PageUp: at + page,
    Home: 0,
    End: lab.updates,
    Escape: null,
  };
  const target = targets[event.key];
  if (event.shiftKey && lab.zoom && event.key.startsWith('Arrow'))
    return pan(lab, ((event.key === 'ArrowLeft' ? -1 : 1) * (to - from)) / 4);
  keepCursor(lab, target);
  if (target !== null) reveal(lab, lab.readoutUpdate);
}
