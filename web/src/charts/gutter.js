// The gutter at the right of a drawing holds the names at the line ends.
import { fitText, textWidth } from './letter-widths.js';

export const narrow = 14;
/** The names begin so far from the box. */
export const gap = 9;
/** A gutter with short names still has room for a number under them. */
const minWidth = 48;
const widest = 128;
/** On a phone the gutter is narrow, because the table names the lines. */
const roomy = 520;

/** @param {string[]} names @param {number} width of the whole drawing, in pixels */
export function gutterFor(names, width) {
  if (width < roomy) return narrow;
  const maxNameWidth = Math.max(0, ...names.map((name) => textWidth(fitText(name, widest))));
  // The width grows in steps, so that one more letter does not move every line.
  return Math.min(widest, Math.max(minWidth, Math.ceil((maxNameWidth + gap + 1) / 8) * 8));
}
