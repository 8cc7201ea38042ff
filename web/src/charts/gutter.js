// Room at the right of a drawing for the names at the line ends.
import { textWidth } from './letter-widths.js';

export const narrow = 14;
const widest = 128;
/** On a phone the table names the lines. */
const least = 520;

/** @param {string[]} names @param {number} width of the whole drawing, in pixels */
export function gutterFor(names, width) {
  if (width < least) return narrow;
  const longest = Math.max(0, ...names.map(textWidth));
  return Math.min(widest, Math.ceil(longest / 8) * 8 + 16);
}
