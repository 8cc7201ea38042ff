// Room at the right of a drawing for the names at the line ends.

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

/** A guess that is a little too wide: full-width letters count twice. @param {string} text */
function textWidth(text) {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 12.5 : 7), 0);
}
