// Each racer has a colour (class racer-1 … racer-6 in the style sheet) and a dash pattern.

/** Each pattern lists line and gap in pixels of the screen; the first is a solid line. */
const dashes = [[], [8, 4], [2, 3], [12, 3, 2, 3], [16, 5], [5, 2, 1, 2, 1, 2]];

/** @param {number} racer from 1 */
export function dashOf(racer) {
  return dashes[(racer - 1) % dashes.length];
}

/** @param {number} racer from 1 */
export const inkOf = (racer) => /** @type {import('./figure-data.js').Ink} */ (`racer-${colourOf(racer)}`);

/** After six racers the colours repeat with another dash pattern. @param {number} racer from 1 */
export function colourOf(racer) {
  return ((racer - 1) % dashes.length) + 1;
}

/**
 * Draws a racer's line as the charts do, for use before its name.
 * @param {number} racer from 1
 * @returns {import('../ui/markup.js').Node}
 */
export function swatch(racer) {
  const line = { x2: 26, y1: 4, y2: 4, stroke: 'currentColor', 'stroke-width': 2.5, 'stroke-dasharray': dashOf(racer).join(' ') || 'none' };
  const size = { width: 26, height: 8, 'aria-hidden': 'true' };
  return ['svg', { class: 'sample', ...size }, ['line', { class: `racer-${colourOf(racer)}`, ...line }]];
}
