// These functions make shapes with defaults, and round their positions.

/** @typedef {import('./shapes.js').Stroke} Stroke */
/** @typedef {import('./shapes.js').Text} Text */

/** The baseline of letters of 12 px is so far below their top, their middle and their bottom. */
export const baseline = { top: 9.6, middle: 3.6, bottom: -2.4 };

/** Rounds to a tenth of a pixel, so that the result is the same everywhere. @param {number} value */
export const tenth = (value) => Math.round(value * 10) / 10;

/**
 * @param {number[]} path with NaN where the pen is lifted
 * @param {Pick<Stroke, 'ink' | 'width'> & Partial<Stroke>} style
 * @returns {Stroke}
 */
export function strokeShape(path, style) {
  const rounded = path.map((each) => (Number.isNaN(each) ? null : tenth(each)));
  return { kind: 'stroke', dash: [], offset: 0, inBox: false, ...style, path: rounded };
}

/** @param {string} text @param {number} x @param {number} y @param {Partial<Text>} [style] @returns {Text} */
export function textShape(text, x, y, style = {}) {
  return { kind: 'text', text, anchor: 'middle', bold: false, isEnd: false, ink: 'soft', ...style, x: tenth(x), y: tenth(y) };
}
