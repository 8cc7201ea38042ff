// Edits of the run by controls: each makes a new text from the printed items and submits it; its problems return to the control.
import { compose, raceItems, withItem, withoutRacer } from './run-text.js';

/** @typedef {import('./lab.js').Lab} Lab */
/** @typedef {import('../lib/run.js').Problem} Problem */
/** @typedef {Problem & { inside: boolean, quote: string }} LocalProblem offsets are into the value if `inside`, else into the whole text */

/**
 * Sets one item of the run. An empty value removes a racer's item.
 * @param {Lab} lab
 * @param {number} racer from 1; 0 for a shared item
 * @param {string} key
 * @param {string} value
 * @param {string} [kind] of the gesture
 * @returns {Promise<LocalProblem[] | null>} null when a newer edit has superseded this one
 */
export async function setItem(lab, racer, key, value, kind = 'field') {
  if (!lab.run) return null;
  // Steps and epochs both set a run's length, so setting one removes the other.
  const other = { steps: 'epochs', epochs: 'steps' }[key];
  const base = racer > 0 || key === 'schedule' ? raceItems(lab.run) : lab.run.items;
  const items = base.filter((item) => item.key !== other);
  const { text, places } = compose(withItem(items, { racer, key, value }));
  const place = places.find((item) => item.key === key && item.racer === racer);
  const problems = await lab.edit(text, kind);
  return problems?.map((problem) => localise(problem, text, place)) ?? null;
}

/**
 * Makes a problem's offsets relative to the edited value, if the problem lies within it.
 * @param {Problem} problem
 * @param {string} text
 * @param {{ from: number, to: number } | undefined} place of the edited value
 * @returns {LocalProblem}
 */
function localise(problem, text, place) {
  const inside = place !== undefined && problem.from >= place.from && problem.to <= place.to;
  const shift = inside ? place.from : 0;
  return { ...problem, from: problem.from - shift, to: problem.to - shift, inside, quote: text.slice(problem.from, problem.to) };
}

/**
 * Submits a whole text as the run.
 * @param {Lab} lab
 * @param {string} text
 * @param {string} [kind] of the gesture
 * @returns {Promise<LocalProblem[] | null>}
 */
export async function openText(lab, text, kind) {
  const problems = await lab.edit(text, kind);
  return problems?.map(ofWhole) ?? null;
}

/** Marks a problem as lying within a text that is shown whole. @param {Problem} problem @returns {LocalProblem} */
export function ofWhole(problem) {
  return { ...problem, inside: true, quote: '' };
}

/** Adds a racer with a schedule after the others. @param {Lab} lab @param {string} schedule */
export function addRacer(lab, schedule) {
  if (!lab.run) return Promise.resolve(null);
  const items = [...raceItems(lab.run), { key: 'schedule', value: schedule, racer: lab.run.racers.length + 1 }];
  return lab.edit(compose(items).text, 'add');
}

/** Removes a racer. @param {Lab} lab @param {number} racer from 1 */
export function removeRacer(lab, racer) {
  return lab.run ? lab.edit(compose(withoutRacer(raceItems(lab.run), racer)).text, 'remove') : Promise.resolve(null);
}

/** Takes the next seed, so that readers who press equally often see the same runs. @param {Lab} lab */
export function newSeed(lab) {
  return lab.run ? setItem(lab, 0, 'seed', String(lab.run.seed + 1), 'seed') : Promise.resolve(null);
}

/**
 * Gives the value of a key as printed.
 * @param {Lab} lab
 * @param {number} racer from 1; 0 for a shared item
 * @param {string} key
 * @returns {string | undefined} undefined when it is not printed
 */
export function itemOf(lab, racer, key) {
  return lab.run?.items.find((item) => item.key === key && item.racer === racer)?.value;
}
