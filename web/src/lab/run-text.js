// Composes texts from the items that `check` printed. It parses no run: the core reads the text and reports its problems.

/** @typedef {import('../lib/run.js').Run} Run */
/** @typedef {import('../lib/run.js').Item} Item */
/** @typedef {Item & { from: number, to: number }} Placed its value is text.slice(from, to) */

/** In a text that has this character, nothing else separates the items, so that nothing in a value ends it (cpp/eta/run/items.hpp). */
export const separator = '\x1f';

/**
 * Joins items into a text, and gives the place of each value in it.
 * @param {Item[]} items
 * @returns {{ text: string, places: Placed[] }}
 */
export function compose(items) {
  let text = '';
  const places = items.map((item) => {
    const value = item.value.replaceAll(separator, ' ');
    const from = text.length + item.key.length + 2;
    text += `${separator}${item.key}=${value}`;
    return { ...item, from, to: text.length };
  });
  return { text, places };
}

/** Joins items as the core prints them, for a text that is shown or kept. @param {Item[]} items all as printed */
export const printed = (items) => items.map(({ key, value }) => `${key}=${value}`).join(' ');

/**
 * Adds an item or replaces its value. An empty value removes a racer's item; of a shared item or a schedule it is a problem.
 * @param {Item[]} items
 * @param {Item} item
 * @returns {Item[]}
 */
export function withItem(items, item) {
  const others = items.filter((other) => other.key !== item.key || other.racer !== item.racer);
  if (item.value === '' && item.racer > 0 && item.key !== 'schedule') return others;
  const index = items.findIndex((other) => other.key === item.key && other.racer === item.racer);
  if (index >= 0) return items.map((other, i) => (i === index ? item : other));
  // A racer's items follow its schedule, and shared items come before all racers.
  const after = others.findLastIndex((other) => other.racer <= item.racer);
  return [...others.slice(0, after + 1), item, ...others.slice(after + 1)];
}

/**
 * Lists the items with every racer written out, also those of a preset, so that one can be changed, added or removed.
 * @param {Run} run
 * @returns {Item[]}
 */
export function raceItems(run) {
  if (run.items.some((item) => item.key === 'schedule')) return run.items;
  const racers = run.racers.flatMap(({ schedule, own }, i) => [{ key: 'schedule', value: schedule, racer: i + 1 }, ...own]);
  return [...run.items, ...racers];
}

/**
 * Removes a racer and renumbers those after it. The keys of one that is left alone are shared, and take the place of the shared ones.
 * @param {Item[]} items
 * @param {number} racer from 1
 * @returns {Item[]}
 */
export function withoutRacer(items, racer) {
  const left = items.filter((item) => item.racer !== racer).map((item) => (item.racer > racer ? { ...item, racer: item.racer - 1 } : item));
  const alone = left.every((item) => item.racer < 2);
  return left.filter(({ key, racer: owner }) => !alone || owner > 0 || !left.some((other) => other.racer > 0 && other.key === key));
}
