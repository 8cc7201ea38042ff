// Which racer is the drawn one, and the run's text with another drawing.
import { compose, raceItems, withItem } from '../lab/run-text.js';

/** @typedef {import('../lib/run.js').Run} Run */

/** The drawn racer: the last that is `points(…)` and nothing else; 0: there is none. @param {Run} run */
export function drawnRacer(run) {
  return run.racers.findLastIndex((racer) => racer.name === 'points') + 1;
}

/** @param {Run} run @param {string} schedule */
export function withDrawing(run, schedule) {
  const racer = drawnRacer(run) || run.racers.length + 1;
  return compose(withItem(raceItems(run), { racer, key: 'schedule', value: schedule })).text;
}

/** Somewhere to begin without a pen: five points from the base rate down. @param {Run} run */
export function plainDrawing({ racers }) {
  const { lr, updates } = racers[0];
  const shares = [1, 0.8, 0.5, 0.2, 0.02];
  const points = shares.map((share, i) => `${Math.round((updates * i) / 4)}:${Number((lr * share).toPrecision(3))}`);
  return `points(${points.join(', ')})`;
}
