// Tasks, presets and other texts that keep a racer keep its style, a colour and a dash pattern; a new racer takes a free style.

/** @typedef {import('../lib/run.js').Run} Run */
/** @typedef {import('../lib/run.js').Racer} Racer */

/** @type {((racer: Racer) => string)[]} A racer is the one before that has the same text, or else label, schedule, name. */
const marks = [
  (racer) => JSON.stringify([racer.schedule, racer.own]),
  (racer) => racer.label,
  (racer) => racer.schedule,
  (racer) => racer.name,
];

/**
 * Gives the style of each racer of a run, from 1.
 * @param {Run} run
 * @param {Run | null} before the run that it replaces
 * @param {number[]} styles of that run
 */
export function stylesOf({ racers }, before, styles) {
  const old = before?.racers ?? [];
  const found = racers.map(() => 0);
  const take = (/** @type {number} */ i, /** @type {number} */ style) => {
    if (!found[i] && !found.includes(style)) found[i] = style;
  };
  for (const mark of marks) {
    const same = (/** @type {number} */ i, /** @type {number} */ j) => mark(racers[i]) && mark(racers[i]) === mark(old[j]);
    // Racers at the same place come first: two of them may look alike.
    for (const i of racers.keys()) if (i < old.length && same(i, i)) take(i, styles[i]);
    for (const i of racers.keys()) for (const j of old.keys()) if (same(i, j)) take(i, styles[j]);
  }
  // A racer that is edited beyond recognition is still at its place.
  if (old.length === racers.length) for (const i of racers.keys()) take(i, styles[i]);
  for (const i of racers.keys()) for (let style = 1; !found[i]; style++) take(i, style);
  return found;
}
