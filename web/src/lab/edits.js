// Edits of the run by controls: each makes a new text from the printed items and submits it; its problems return to the control.
import { ownerOf } from './item-of.js';
import { compose, raceItems, separator, withItem, withoutRacer } from './run-text.js';

/** @typedef {import('./lab.js').Lab} Lab */
/** @typedef {import('../lib/run.js').Problem} Problem */
/** @typedef {Problem & { inside: boolean, quote: string }} LocalProblem offsets are into the value if `inside`, else into the whole text */

/**
 * Sets one item of the run to a value, whatever is in it. An empty value removes a racer's item, except its schedule.
 * @param {Lab} lab
 * @param {number} racer from 1; 0 for a shared item
 * @param {string} key
 * @param {string} value
 * @param {string} [kind] of the gesture
 * @returns {Promise<LocalProblem[] | null>} warnings too; null when a newer edit has superseded this one
 */
export async function setItem(lab, racer, key, value, kind = 'field') {
  if (!lab.run) return null;
  const owner = ownerOf(lab.run, racer, key);
  // Steps and epochs both set a run's length, so setting one removes the other.
  const other = { steps: 'epochs', epochs: 'steps' }[key];
  const base = owner > 0 || key === 'schedule' ? raceItems(lab.run) : lab.run.items;
  const items = base.filter((item) => item.key !== other);
  // What is typed as a label is the label, so that it is a JSON string; the core prints it as plain words where it can.
  const written = key === 'label' && value !== '' ? JSON.stringify(value) : value;
  const { text, places } = compose(withItem(items, { racer: owner, key, value: written }));
  const place = places.find((item) => item.key === key && item.racer === owner);
  const problems = await lab.edit(text, kind);
  if (problems?.length !== 0) return problems?.map((problem) => localise(problem, text, place)) ?? null;
  const known = warned.get(lab);
  const warnings = (await warningsOf(lab, text)).map((problem) => localise(problem, text, place));
  warned.set(lab, warnings);
  // A field tells what was typed there, or what this has brought about elsewhere.
  return warnings.filter(
    ({ code, inside, quote }) =>
      (inside || !known?.some((old) => old.code === code && old.quote === quote)) && !(owner && code === 'key_of_last'),
  );
}

/** The warnings that the last edit of a field brought. @type {WeakMap<Lab, LocalProblem[]>} */
const warned = new WeakMap();

/** @param {Lab} lab @param {string} text of a good run */
async function warningsOf(lab, text) {
  const found = await lab.queries.warnings(text).catch(() => null);
  return found?.map(asWarning) ?? [];
}

/** Marks a warning as one, within a text that is shown whole. @param {Problem} problem @returns {LocalProblem} */
export function asWarning(problem) {
  return { ...ofWhole(problem), warning: true };
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
 * Submits a whole text as the run. A text field that was emptied is no default run.
 * @param {Lab} lab
 * @param {string} text
 * @param {string} [kind] of the gesture
 * @returns {Promise<LocalProblem[] | null>}
 */
export async function openText(lab, text, kind) {
  const problems = await lab.edit(text || separator, kind, await matching());
  return (problems?.length === 0 ? await warningsOf(lab, text) : problems)?.map(ofWhole) ?? null;
}

/** Fetches what finds the racers of a run again in another one, whose racers are numbered anew without it. */
export const matching = async () => (await import('./match-styles.js').catch(() => null))?.stylesOf;

/** Marks a problem as lying within a text that is shown whole. @param {Problem} problem @returns {LocalProblem} */
export function ofWhole(problem) {
  return { ...problem, inside: true, quote: '' };
}

/** Adds a racer with a schedule after the others. @param {Lab} lab @param {string} schedule */
export async function addRacer(lab, schedule) {
  if (!lab.run) return null;
  const items = [...raceItems(lab.run), { key: 'schedule', value: schedule, racer: lab.run.racers.length + 1 }];
  return lab.edit(compose(items).text, 'add', await matching());
}

/** Removes a racer. @param {Lab} lab @param {number} racer from 1 */
export function removeRacer(lab, racer) {
  if (!lab.run) return Promise.resolve(null);
  const styles = lab.styles.filter((_, i) => i !== racer - 1);
  return lab.edit(compose(withoutRacer(raceItems(lab.run), racer)).text, 'remove', () => styles);
}

/** Takes the next seed, so that readers who press equally often see the same runs. @param {Lab} lab */
export function newSeed(lab) {
  return lab.run ? setItem(lab, 0, 'seed', String(lab.run.seed + 1), 'seed') : Promise.resolve(null);
}
