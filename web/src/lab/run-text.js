// Texts put together from the items that `check` printed. Nothing is parsed here: the core reads what comes out and says what is wrong.

/** @typedef {import('../lib/run.js').Run} Run */
/** @typedef {import('../lib/run.js').Item} Item */
/** @typedef {Item & { from: number, to: number }} Placed the value stands at text.slice(from, to) */

/**
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
 * The items with one more or another value; an empty value takes a racer's item away (a shared one is then a problem: something is missing).
 * @param {Item[]} items
 * @param {Item} wanted
 * @returns {Item[]}
 */
export function withItem(items, wanted) {
  const others = items.filter((item) => item.key !== wanted.key || item.racer !== wanted.racer);
  if (wanted.value === '' && wanted.racer > 0) return others;
  const index = items.findIndex((item) => item.key === wanted.key && item.racer === wanted.racer);
  if (index >= 0) return items.map((item, i) => (i === index ? wanted : item));
  // A racer begins with its schedule: what belongs to it follows that; shared items stand before all racers.
  const after = others.findLastIndex((item) => item.racer <= wanted.racer);
  return [...others.slice(0, after + 1), wanted, ...others.slice(after + 1)];
}

/**
 * The items with every racer written out, so that one can be changed, added or removed: those of a preset are not printed.
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
 * @param {Item[]} items
 * @param {number} racer
 * @returns {Item[]} without that racer, those after it counted anew
 */
export function withoutRacer(items, racer) {
  return items.filter((item) => item.racer !== racer).map((item) => (item.racer > racer ? { ...item, racer: item.racer - 1 } : item));
}

/**
 * A canonical `name(a, key=b)` taken apart at its outermost commas.
 * @param {string} text
 * @returns {{ name: string, args: { key: string, value: string }[] }} key '' for an argument given by place
 */
export function readCall(text) {
  const open = text.indexOf('(');
  if (open < 0) return { name: text, args: [] };
  const args = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open + 1; i < text.length; i++) {
    const letter = text[i];
    if ((letter === ',' && depth === 0) || i === text.length - 1) {
      args.push(argument(text.slice(start, i).trim()));
      start = i + 1;
    }
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
  }
  return { name: text.slice(0, open), args: args.filter((arg) => arg.value !== '') };
}

/** @param {string} text */
function argument(text) {
  const named = /^([a-z_]\w*)\s*=(?!=)\s*(.*)$/s.exec(text);
  return named ? { key: named[1], value: named[2] } : { key: '', value: text };
}
