// A racer has one style, a colour and a dash pattern, as long as it lives. The run's text does not carry styles.

/**
 * Keeps the styles, from 1, of as many racers as there were; match-styles.js finds the racers again where their number changes.
 * @param {import('../lib/run.js').Run} run
 * @param {import('../lib/run.js').Run | null} _before
 * @param {number[]} styles of the run before
 */
export const keepStyles = ({ racers }, _before, styles) => (racers.length === styles.length ? styles : racers.map((_, i) => i + 1));
