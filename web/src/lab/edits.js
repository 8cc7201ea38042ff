// What controls do to the run: each makes a new text from the printed items and hands it in; problems come back to where they belong.
import { compose, raceItems, withItem, withoutRacer } from './run-text.js';

/** @typedef {import('./lab.js').Lab} Lab */
/** @typedef {import('../lib/run.js').Problem} Problem */
/** @typedef {Problem & { inside: boolean, quote: string }} LocalProblem offsets are into the value if `inside`, else into the whole text */

/**
 * Sets one item of the run (racer 0: shared). An empty value takes a racer's item away.
 * @param {Lab} lab
 * @param {number} racer
 * @param {string} key
 * @param {string} value
 * @returns {Promise<LocalProblem[] | null>} null: a newer edit has overtaken this one
 */
export async function setItem(lab, racer, key, value) {
  if (!lab.run) return null;
  // Of the two ways to say how long a run is, the newer one counts.
  const other = { steps: 'epochs', epochs: 'steps' }[key];
  const base = racer > 0 || key === 'schedule' ? raceItems(lab.run) : lab.run.items;
  const items = base.filter((item) => item.key !== other);
  const { text, places } = compose(withItem(items, { racer, key, value }));
  const place = places.find((item) => item.key === key && item.racer === racer);
  const problems = await lab.edit(text);
  return problems?.map((problem) => localise(problem, text, place)) ?? null;
}

/**
 * @param {Problem} problem
 * @param {string} text
 * @param {{ from: number, to: number } | undefined} place
 * @returns {LocalProblem}
 */
function localise(problem, text, place) {
  const inside = place !== undefined && problem.from >= place.from && problem.to <= place.to;
  const shift = inside ? place.from : 0;
  return { ...problem, from: problem.from - shift, to: problem.to - shift, inside, quote: text.slice(problem.from, problem.to) };
}

/**
 * A whole text as the run.
 * @param {Lab} lab
 * @param {string} text
 * @returns {Promise<LocalProblem[] | null>}
 */
export async function openText(lab, text) {
  const problems = await lab.edit(text);
  return problems?.map(ofWhole) ?? null;
}

/** A problem of a text that is shown as a whole. @param {Problem} problem @returns {LocalProblem} */
export function ofWhole(problem) {
  return { ...problem, inside: true, quote: '' };
}

/** @param {Lab} lab @param {string} schedule */
export function addRacer(lab, schedule) {
  if (!lab.run) return Promise.resolve(null);
  const items = [...raceItems(lab.run), { key: 'schedule', value: schedule, racer: lab.run.racers.length + 1 }];
  return lab.edit(compose(items).text);
}

/** @param {Lab} lab @param {number} racer */
export function removeRacer(lab, racer) {
  return lab.run ? lab.edit(compose(withoutRacer(raceItems(lab.run), racer)).text) : Promise.resolve(null);
}

/** The next seed: anyone who presses as often sees the same runs. @param {Lab} lab */
export function newSeed(lab) {
  return lab.run ? setItem(lab, 0, 'seed', String(lab.run.seed + 1)) : Promise.resolve(null);
}

/**
 * The value of a key as printed, or its default.
 * @param {Lab} lab
 * @param {number} racer 0: shared
 * @param {string} key
 * @returns {string | undefined} undefined: it is not printed
 */
export function itemOf(lab, racer, key) {
  return lab.run?.items.find((item) => item.key === key && item.racer === racer)?.value;
}
