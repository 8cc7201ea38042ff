// This table gives the width of a text without a browser, so that the layout is the same everywhere. The widths are those of DejaVu Sans
// Bold as build-scripts/lib/site/letter-widths.mjs measures them; the other fonts of the page are narrower.

/** These are the widths of the letters from space to tilde at 12 px, in tenths of a pixel. */
export const widths = [
  42, 55, 63, 101, 84, 121, 105, 37, 55, 55, 63, 101, 46, 50, 46, 44, 84, 84, 84, 84, 84, 84, 84, 84, 84, 84, 48, 48, 101, 101, 101, 70,
  120, 93, 92, 89, 100, 82, 82, 99, 101, 45, 45, 93, 77, 120, 101, 103, 88, 103, 93, 82, 85, 98, 93, 133, 93, 87, 88, 55, 44, 55, 101, 60,
  60, 81, 86, 72, 86, 82, 49, 86, 86, 42, 42, 80, 42, 126, 86, 83, 86, 86, 60, 72, 58, 86, 79, 111, 78, 79, 70, 86, 44, 86, 101,
];
/** Other letters of an alphabet have the first width; a full-width letter and an ellipsis have the second. */
const other = 100;
const full = 120;

/** @param {string} letter */
const widthOf = (letter) => widths[letter.charCodeAt(0) - 32] ?? (letter > '\u2e80' || letter === '…' ? full : other);

/** Gives the width in pixels at 12 px; it is too wide rather than too narrow. @param {string} text */
export function textWidth(text) {
  let sum = 0;
  for (const letter of text) sum += widthOf(letter);
  return sum / 10;
}

/**
 * Cuts a text to a width. No letter beyond that width is read, so a text of any length costs the same.
 * @param {string} text
 * @param {number} width in pixels at 12 px
 */
export function fitText(text, width) {
  let sum = 0;
  let read = 0;
  /** The length of what leaves room for an ellipsis; one letter always stays. */
  let end = 0;
  for (const letter of text) {
    sum += widthOf(letter);
    read += letter.length;
    if (end === 0 || sum + full <= 10 * width) end = read;
    if (sum > 10 * width) return `${text.slice(0, end)}…`;
  }
  return text;
}
