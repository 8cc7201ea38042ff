// The gutter at the right of a drawing holds the names at the line ends.
import { fitText, textWidth } from './letter-widths.js';

export const narrow = 14;
/** The names begin so far from the box. */
export const gap = 9;
/** A gutter with short names still has room for a number under them. */
const minWidth = 48;
const widest = 128;
/** On a phone the names are cut shorter, and a still narrower drawing has none. */
const roomy = 520;
const widestOnPhone = 80;
const tiny = 280;

/** @param {string[]} names @param {number} width of the whole drawing, in pixels */
export function gutterFor(names, width) {
  if (width < tiny) return narrow;
  const maxNameWidth = Math.max(0, ...names.map((name) => textWidth(fitText(name, widest))));
  // The width grows in steps, so that one more letter does not move every line.
  return Math.min(width < roomy ? widestOnPhone : widest, Math.max(minWidth, Math.ceil((maxNameWidth + gap + 1) / 8) * 8));
}
