// The names at the line ends do not overlap, and are cut to the width of the gutter.
import { gap } from './gutter.js';
import { fitText } from './letter-widths.js';
import { baseline, textShape } from './make-shape.js';

/** @typedef {import('./figure-data.js').EndLabel} EndLabel */

/** Names have this distance, in pixels; a note is so far below its name. */
const lineHeight = 15;
const noteHeight = 13;
/** No more letters than these fit into a gutter. */
const longest = 64;

/**
 * @param {EndLabel[]} labels
 * @param {import('./layout.js').Scales} scales
 * @param {number} gutter their width
 */
export function endLabels(labels, { box, y }, gutter) {
  const left = box.left + box.width + gap;
  const below = labels.some(({ note }) => note) ? noteHeight : 0;
  const middles = spreadOut(
    labels.map((label) => y(label.y)),
    box.top,
    box.top + box.height - 3 - below,
    lineHeight + below,
  );
  const names = labels.map(({ text }) => fitText(text, gutter - gap));
  return labels.flatMap(({ text, note, ink }, i) => {
    const at = middles[i] + baseline.middle;
    // Names differ at their ends: one that would look like another is cut at its beginning.
    const isClear = names.every((other, j) => j === i || other !== names[i]);
    const name = textShape(isClear ? names[i] : fitEnd(text, gutter - gap), left, at, { ink, anchor: 'start', bold: true, isEnd: true });
    return note ? [name, textShape(note, left, at + noteHeight, { ink, anchor: 'start', isEnd: true })] : [name];
  });
}

/** @param {string} text @param {number} width */
function fitEnd(text, width) {
  const reversed = (/** @type {string} */ each) => Array.from(each).reverse().join('');
  return reversed(fitText(reversed(text.slice(-longest)), width));
}

/**
 * Moves the middles of lines of text apart; their order stays, and each is as close to its target as its neighbours allow.
 * @param {number[]} targets
 * @param {number} top
 * @param {number} bottom
 * @param {number} [distance] the minimum between two of them
 */
export function spreadOut(targets, top, bottom, distance = lineHeight) {
  const order = targets.map((_, i) => i).sort((a, b) => targets[a] - targets[b]);
  const placed = targets.slice();
  let free = top;
  for (const i of order) {
    placed[i] = Math.max(Math.min(targets[i], bottom), free);
    free = placed[i] + distance;
  }
  let limit = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], limit);
    limit = placed[i] - distance;
  }
  return placed;
}
