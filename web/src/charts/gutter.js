// Room at the right of a drawing for the names at the line ends.
import { textWidth } from './letter-widths.js';

export const narrow = 14;
/** From the box to the names. */
export const gap = 9;
const widest = 128;
/** On a phone the table names the lines. */
const least = 520;

/** @param {string[]} names @param {number} width of the whole drawing, in pixels */
export function gutterFor(names, width) {
  if (width < least) return narrow;
  const longest = Math.max(0, ...names.map(textWidth));
  // In steps, so that a letter more does not move every line.
  return Math.min(widest, Math.ceil((longest + gap + 1) / 8) * 8);
}
