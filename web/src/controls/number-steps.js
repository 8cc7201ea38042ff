// Which numbers arrow keys step in a field, and how a number is read that has a decimal comma.

/** @typedef {{ min: number, max: number, scale: 'linear' | 'log', whole: boolean }} Steps from `describe` */

/**
 * Gives the steps of a value of this kind; null when arrow keys do not change it.
 * @param {{ type: string, min?: number, max?: number, scale: 'linear' | 'log' }} described
 * @returns {Steps | null}
 */
export function stepsOf({ type, min, max, scale }) {
  if (min === undefined || max === undefined || !['number', 'integer', 'length'].includes(type)) return null;
  return { min, max, scale, whole: type !== 'number' };
}

/**
 * Reads one decimal comma as a point, because many keypads offer nothing else. A whole number has none, and 1,000 is no 1.
 * @param {string} text
 * @param {Steps} steps
 */
export function withPoint(text, { whole }) {
  const match = /^([+-]?\d*)[,，](\d+)\s*(%|％|ep|)$/.exec(text);
  return match && (!whole || match[3]) ? `${match[1] || 0}.${match[2]}${match[3]}` : text;
}
