// The names of racers, wherever the page mentions one.
import { readCall } from './read-call.js';

/** Differences that are longer than this are no name: the racer's number tells it apart. */
const maxDifference = 32;

/**
 * Names a racer: by its label, else by its segments' names in the reader's language, else by its schedule's text. Racers that would have the
 * same name are told apart by what differs between them.
 * @param {import('../lib/run.js').Run} run
 * @param {number} racer from 1
 * @param {import('../lib/words.js').Words} words
 * @param {import('../lib/registry.js').Describe} describe
 */
export function nameOf(run, racer, words, describe) {
  const known = names.get(run);
  const titles = run.racers.map(({ title }) => title).join('\n');
  const isKnown = known && known.table === words.table && known.titles === titles;
  const ofRun = isKnown ? known : { table: words.table, titles, names: namesOf(run, words, describe) };
  names.set(run, ofRun);
  return ofRun.names[racer - 1];
}

/**
 * The names of each run in one table of words, with what its drawing is called: charts ask for them in every frame, and a schedule's text may be long.
 * @type {WeakMap<import('../lib/run.js').Run, { table: object, titles: string, names: string[] }>}
 */
const names = new WeakMap();

/**
 * @param {import('../lib/run.js').Run} run
 * @param {import('../lib/words.js').Words} words
 * @param {import('../lib/registry.js').Describe} describe
 */
function namesOf(run, words, describe) {
  const titles = run.racers.map((each) => each.label || each.title || titleOf(each.tree, words, describe) || each.schedule);
  return run.racers.map((_, i) => distinct(run, i + 1, titles));
}

/**
 * Distinguishes racers of the same name by their arguments and their own items.
 * @param {import('../lib/run.js').Run} run
 * @param {number} racer from 1
 * @param {string[]} titles
 */
function distinct(run, racer, titles) {
  const title = titles[racer - 1];
  const alike = run.racers.filter((_, i) => titles[i] === title).map(partsOf);
  if (alike.length === 1) return title;
  const number = ` #${titles.slice(0, racer).filter((each) => each === title).length}`;
  const difference = (/** @type {string[]} */ parts) => parts.filter((part) => !alike.every((other) => other.includes(part))).join(' ');
  const own = difference(partsOf(run.racers[racer - 1]));
  const isClear = own.length <= maxDifference && alike.filter((parts) => difference(parts) === own).length === 1;
  return title + (isClear ? own && ` ${own}` : number);
}

/**
 * Gives the parts of a racer's text in which it may differ from one with the same name: arguments, or the schedule, and its own items.
 * @param {import('../lib/run.js').Racer} racer
 */
function partsOf({ label, schedule, name, own, tree }) {
  const parts = name && !label ? argumentsOf(schedule) : [schedule];
  // What runs as in another run has that schedule's name, and its arguments too.
  const inner = tree?.children[0];
  if (name === 'within' && !label && (inner.op === 'call' || inner.op === 'name')) parts.splice(0, 1, ...argumentsOf(parts[0]));
  return [...parts, ...own.flatMap(({ key, value }) => (key === 'label' ? [] : [`${key}=${value}`]))];
}

/** Gives the arguments of a canonical call as they are written. @param {string} call */
const argumentsOf = (call) => readCall(call).args.map(({ key, value }) => (key ? `${key}=${value}` : value));

/**
 * Joins the names of a schedule's segments; '' when one of them has none, such as a formula.
 * @param {import('../lib/run.js').Tree} tree
 * @param {import('../lib/words.js').Words} words
 * @param {import('../lib/registry.js').Describe} describe
 * @returns {string}
 */
function titleOf({ op, text, children }, words, describe) {
  if (op === 'duration' || text === 'within') return titleOf(children[0], words, describe);
  // A factor `where(…)` was, and steps are, how the page lowers a rate at the playhead.
  if (op === 'multiply' && (isStepped(children[1]) || (children[1].op === 'call' && children[1].text === 'where'))) {
    const name = titleOf(children[0], words, describe);
    return name && `${name} ↓`;
  }
  if (op === 'multiply') {
    const names = children.map((child) => titleOf(child, words, describe));
    return names.includes('') ? '' : names.join(' × ');
  }
  if (op === 'then') {
    const names = children.map((child) => titleOf(child, words, describe));
    return names.includes('') ? '' : names.join(' → ');
  }
  const entry = op === 'call' || op === 'name' ? describe.schedules.find(({ key }) => key === text) : undefined;
  return entry ? words.t(`schedule.${text}.name`) : '';
}

/** Whether a schedule is steps of points. @param {Pick<import('../lib/run.js').Tree, 'op' | 'text' | 'children'>} tree */
export const isStepped = ({ op, text, children }) =>
  op === 'call' && text === 'points' && children.some((child) => child.text === 'shape' && child.children[0]?.text === 'step');
