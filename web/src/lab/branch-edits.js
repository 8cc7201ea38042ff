// Texts that branch a run or make it longer: what has run keeps its bits, as its schedules run `within` the length that was planned.
import { readCall } from './read-call.js';
import { raceItems, withItem } from './run-text.js';

/** @typedef {import('../lib/run.js').Run} Run */
/** @typedef {import('../lib/run.js').Item} Item */
/** @typedef {import('../lib/run.js').Tree} Tree */
/** @typedef {import('../lib/registry.js').Entry} Entry */

/** The core takes this many schedules. */
export const maxRacers = 6;

/** @param {string} schedule @param {number} over */
const within = (schedule, over) => `within(${schedule}, ${over})`;

/**
 * Changes a schedule. A listener is a factor of the whole one, so it stays outside, and the product keeps its order: another order would be
 * rounded otherwise.
 * @param {string} schedule
 * @param {Tree} tree
 * @param {string[]} listeners their keys
 * @param {(schedule: string) => string} change of what the listener multiplies
 * @param {(factor: string) => string} [beside] of factors around that product
 * @returns {string}
 */
function aroundListener(schedule, tree, listeners, change, beside = (factor) => factor) {
  const isListener = (/** @type {Tree} */ node) => listeners.includes(node.text);
  const listens = (/** @type {Tree} */ node) => isListener(node) || (node.op === 'multiply' && node.children.some(listens));
  const text = schedule.slice(tree.from, tree.to);
  if (!listens(tree)) return change(text);
  if (tree.op !== 'multiply') return text;
  return tree.children
    .map((factor) => {
      const inner = tree.children.some(isListener) ? change : beside;
      return `(${listens(factor) ? aroundListener(schedule, factor, listeners, change, beside) : inner(schedule.slice(factor.from, factor.to))})`;
    })
    .join(' * ');
}

/**
 * Gives the schedule that a racer follows up to an update, and that cools down to 0 from there.
 * @param {{ schedule: string, tree: Tree, updates: number }} racer
 * @param {number} update in [1, updates − 1]
 * @param {string[]} listeners
 */
export function branched({ schedule, tree, updates }, update, listeners) {
  const branch = (/** @type {string} */ text) => `${within(text, updates)} for ${update} then cooldown(${updates - update})`;
  return aroundListener(schedule, tree, listeners, branch);
}

/**
 * Adds the branch of a racer to the race; a full race has it in the racer's place.
 * @param {Run} run
 * @param {number} racer from 1
 * @param {number} update
 * @param {string[]} listeners
 * @returns {{ items: Item[], racer: number }} the racer that branches
 */
export function withBranch(run, racer, update, listeners) {
  const old = run.racers[racer - 1];
  const { items, to } = withCopy(run, racer);
  const branch = [{ key: 'schedule', value: branched(old, update, listeners), racer: to }];
  // Layers with a schedule of their own branch too.
  for (const key of old.scheduled.filter((path) => path.startsWith('schedule.'))) {
    const value = (old.own.find((item) => item.key === key) ?? run.items.find((item) => item.key === key && item.racer === 0))?.value;
    const { updates } = old;
    if (value) branch.push({ key, value: `${within(value, updates)} for ${update} then cooldown(${updates - update})`, racer: to });
  }
  return { items: branch.reduce(withItem, items), racer: to };
}

/**
 * Adds a copy of a racer, without its label, if there is room.
 * @param {Run} run
 * @param {number} racer
 * @returns {{ items: Item[], to: number }} the copy, or the racer itself
 */
function withCopy(run, racer) {
  const items = raceItems(run);
  const to = run.racers.length < maxRacers ? run.racers.length + 1 : racer;
  if (to === racer) return { items, to };
  const { schedule, own } = run.racers[racer - 1];
  const copied = [{ key: 'schedule', value: schedule }, ...own.filter(({ key }) => key !== 'label')];
  return { items: [...items, ...copied.map(({ key, value }) => ({ key, value, racer: to }))], to };
}

/**
 * Makes the run twice as long: every racer keeps the plan that it had, and the chosen one is there again, planned for all updates.
 * @param {Run} run
 * @param {number} racer from 1
 * @param {string[]} listeners
 * @returns {{ items: Item[], racer: number }} the racer that is planned anew; a full race has it in the old one's place
 */
export function extended(run, racer, listeners) {
  const copy = withCopy(run, racer);
  const length = run.items.find(({ key }) => key === 'epochs') ?? { key: 'steps', value: String(run.steps) };
  const kept = run.racers.flatMap(({ schedule, tree, updates }, i) => {
    const planned = (/** @type {string} */ text) => within(text, updates);
    const value = aroundListener(schedule, tree, listeners, planned, planned);
    return i + 1 === copy.to ? [] : [{ key: 'schedule', value, racer: i + 1 }];
  });
  // An interval that is a part of the run is half of it, so that what listens is told at the same updates.
  const every = /^([\d.]+)%$/.exec(run.items.find(({ key }) => key === 'evaluate')?.value ?? '1%');
  const shared = [
    { key: length.key, value: String(2 * Number(length.value)), racer: 0 },
    ...(every ? [{ key: 'evaluate', value: `${Number(every[1]) / 2}%`, racer: 0 }] : []),
  ];
  return { items: [...shared, ...kept].reduce(withItem, copy.items), racer: copy.to };
}

/**
 * Lists what else than the rate counts on the length of the run, which would change what has run: scheduled numbers, and parts in %.
 * @param {Run} run
 * @param {Record<string, Entry[]>} entries of the keys whose values are calls
 */
export function boundToLength(run, entries) {
  const scheduled = run.racers.flatMap((racer) => racer.scheduled);
  const parts = raceItems(run).filter(({ key, value }) => {
    const { name, args } = readCall(value);
    const params = entries[key]?.find((entry) => entry.key === name)?.params ?? [];
    const isLeftOut = (/** @type {import('../lib/registry.js').Param} */ param, /** @type {number} */ i) =>
      param.initial.endsWith('%') && !args.some((arg, k) => arg.key === param.key || (arg.key === '' && k === i));
    return key in entries && (value.includes('%') || params.some(isLeftOut));
  });
  return [...new Set([...scheduled, ...parts.map(({ key }) => key)])];
}
