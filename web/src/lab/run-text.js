// Composes texts from the items that `check` printed. It parses no run: the core reads the text and reports its problems.

/** @typedef {import('../lib/run.js').Run} Run */
/** @typedef {import('../lib/run.js').Item} Item */
/** @typedef {Item & { from: number, to: number }} Placed its value is text.slice(from, to) */

/**
 * Joins items into a text, and gives the place of each value in it.
 * @param {Item[]} items
 * @returns {{ text: string, places: Placed[] }}
 */
export function compose(items) {
  let text = '';
  const places = items.map((item) => {
    const from = text.length + (text === '' ? 0 : 1) + item.key.length + 1;
    text += `${text === '' ? '' : ' '}${item.key}=${item.value}`;
    return { ...item, from, to: text.length };
  });
  return { text, places };
}

/**
 * Adds an item or replaces its value. An empty value removes a racer's item; a shared item stays, and its missing value is then a problem.
 * @param {Item[]} items
 * @param {Item} item
 * @returns {Item[]}
 */
export function withItem(items, item) {
  const others = items.filter((other) => other.key !== item.key || other.racer !== item.racer);
  if (item.value === '' && item.racer > 0) return others;
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
  const racers = run.racers.flatMap(({ schedule, own, label }, i) => [
    { key: 'schedule', value: schedule, racer: i + 1 },
    ...own.map(({ key, value }) => ({ key, value, racer: i + 1 })),
    ...(label ? [{ key: 'label', value: label, racer: i + 1 }] : []),
  ]);
  return [...run.items, ...racers];
}

/**
 * Removes a racer and renumbers those after it.
 * @param {Item[]} items
 * @param {number} racer from 1
 * @returns {Item[]}
 */
export function withoutRacer(items, racer) {
  return items.filter((item) => item.racer !== racer).map((item) => (item.racer > racer ? { ...item, racer: item.racer - 1 } : item));
}
