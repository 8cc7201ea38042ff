// Finds the drawn racer of a run, and puts another drawing into the run's text.
import { isStepped } from '../lab/racer-names.js';
import { compose, raceItems, withItem } from '../lab/run-text.js';

/** @typedef {import('../lib/run.js').Run} Run */

/** The drawn racer is the last whose schedule is a single `points(…)` but no steps; 0 when there is none. @param {Run} run */
export function drawnRacer(run) {
  return run.racers.findLastIndex(({ name, tree }) => name === 'points' && !isStepped(tree)) + 1;
}

/** Gives the run's text with a drawing in place of the drawn racer, or as one more racer. @param {Run} run @param {string} schedule */
export function withDrawing(run, schedule) {
  const racer = drawnRacer(run) || run.racers.length + 1;
  return compose(withItem(raceItems(run), { racer, key: 'schedule', value: schedule })).text;
}

/** Gives a first drawing for readers without a pointer: five points that fall from the base rate. @param {Run} run */
export function plainDrawing({ racers }) {
  const { lr, updates } = racers[0];
  const shares = [1, 0.8, 0.5, 0.2, 0.02];
  const points = shares.map((share, i) => `${Math.round((updates * i) / 4)}:${Number((lr * share).toPrecision(3))}`);
  return `points(${points.join(', ')})`;
}
