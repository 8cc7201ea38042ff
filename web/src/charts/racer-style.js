// Each style has a colour (class racer-1 … racer-6 in the style sheets) and a dash pattern; a racer keeps its style as long as it lives.

/** Each pattern lists line and gap in pixels of the screen; the first is a solid line. */
const dashes = [[], [8, 4], [2, 3], [12, 3, 2, 3], [16, 5], [5, 2, 1, 2, 1, 2]];

/** @param {number} style from 1 */
export function dashOf(style) {
  return dashes[(style - 1) % dashes.length];
}

/** @param {number} style from 1 */
export const inkOf = (style) => /** @type {import('./figure-data.js').Ink} */ (`racer-${colourOf(style)}`);

/** After six styles the colours repeat with another dash pattern. @param {number} style from 1 */
export function colourOf(style) {
  return ((style - 1) % dashes.length) + 1;
}

/**
 * Draws a racer's line as the charts do, for use before its name.
 * @param {number} style from 1
 * @returns {import('../ui/markup.js').Node}
 */
export function swatch(style) {
  const line = { x2: 26, y1: 4, y2: 4, stroke: 'currentColor', 'stroke-width': 2.5, 'stroke-dasharray': dashOf(style).join(' ') || 'none' };
  const size = { width: 26, height: 8, 'aria-hidden': 'true' };
  return ['svg', { class: 'sample', ...size }, ['line', { class: `racer-${colourOf(style)}`, ...line }]];
}
