// The names at the line ends need room at the right of a drawing.
import { textWidth } from './letter-widths.js';

export const narrow = 14;
/** The names stand so far from the box. */
export const gap = 9;
/** A short name leaves room for a number under it. */
const minWidth = 48;
const widest = 128;
/** On a phone the table names the lines. */
const roomy = 520;

/** @param {string[]} names @param {number} width of the whole drawing, in pixels */
export function gutterFor(names, width) {
  if (width < roomy) return narrow;
  const maxNameWidth = Math.max(0, ...names.map(textWidth));
  // In steps, so that a letter more does not move every line.
  return Math.min(widest, Math.max(minWidth, Math.ceil((maxNameWidth + gap + 1) / 8) * 8));
}
