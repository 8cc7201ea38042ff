// The keyboard shortcuts: space plays, comma and full stop step, R resets, shift-R takes another seed; plus, minus and 0 zoom the charts;
// 1 to 6 choose a racer of the table.
// They act only while the focus is inside the element: a reader who speaks or types elsewhere changes nothing.

import { newSeed } from '../lab/edits.js';
import { keepCursor } from '../lab/keep-cursor.js';
import { setZoom } from '../lab/zoom.js';
import { focusOf, zoomBy } from '../lab/zoom-moves.js';

/** Where keys write. */
const typing = 'input:not([type="checkbox"]), textarea, [contenteditable]';

/** @type {Record<string, string>} What a key means by its place, where it writes a letter of another script: 。 and ，, or к and ю. */
const places = { Period: '.', Comma: ',', KeyR: 'r', KeyY: 'y', KeyZ: 'z', Equal: '=', Minus: '-', Digit0: '0' };

/** Gives the key that was meant; an input method that is on calls every key `Process`. @param {KeyboardEvent} event */
function keyOf({ key, code, shiftKey }) {
  if (key !== 'Process' && (key.length > 1 || key < '\x7f')) return key;
  const meant = places[code] ?? key;
  return shiftKey ? meant.toUpperCase() : meant;
}

/**
 * @param {KeyboardEvent} event may be over, if it came before this module
 * @param {EventTarget} target innermost, which an event that is over does not have any more
 * @param {import('../lab/lab.js').Lab} lab
 * @param {(by: number) => unknown} travel undoes gestures, or redoes them
 */
export function handleShortcut(event, target, lab, travel) {
  if (event.altKey || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) return undoes(event, target, travel);
  if (target instanceof Element && target.matches(`${typing}, select`)) return;
  // The space bar activates a focused button or switch.
  if (event.key === ' ' && target instanceof Element && target.matches('button, input, a, summary')) return;
  /** @type {Record<string, () => unknown>} */
  const actions = {
    ' ': () => (lab.playing ? lab.pause() : lab.play()),
    ',': () => lab.step(-1),
    '.': () => lab.step(1),
    r: () => lab.reset(),
    '+': () => zoomBy(lab, 2, focusOf(lab)),
    // On many keyboards plus is shift with this key.
    '=': () => zoomBy(lab, 2, focusOf(lab)),
    '-': () => zoomBy(lab, 1 / 2, focusOf(lab)),
    0: () => setZoom(lab, null),
    ...(lab.kept !== null && { Escape: () => keepCursor(lab, null) }),
    R: () => (event.shiftKey ? newSeed(lab) : lab.reset()),
  };
  const key = keyOf(event);
  const action = actions[key] ?? (/^[1-6]$/.test(key) && (() => chooseRacer(target, key)));
  if (!action) return;
  event.preventDefault();
  action();
}

/** Focuses the name of a racer in the table, where Enter opens its editor. @param {EventTarget} target @param {string} racer */
function chooseRacer(target, racer) {
  const root = target instanceof Element ? /** @type {ShadowRoot} */ (target.getRootNode()) : null;
  /** @type {HTMLElement | null | undefined} */ (root?.querySelector(`[data-racer="${racer}"] .open`))?.focus();
}

/**
 * Ctrl-Z undoes outside text fields, which undo by themselves; with shift, or Ctrl-Y, it redoes.
 * @param {KeyboardEvent} event
 * @param {EventTarget} target
 * @param {(by: number) => unknown} travel
 */
function undoes(event, target, travel) {
  const key = keyOf(event).toLowerCase();
  if (!['z', 'y'].includes(key) || (target instanceof Element && target.matches(typing))) return;
  event.preventDefault();
  travel(key === 'y' || event.shiftKey ? 1 : -1);
}
