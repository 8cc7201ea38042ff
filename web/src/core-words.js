// The words of what the core describes, in the registry's order: so that a language's file holds them without their keys.

/** @typedef {import('./types.js').Describe} Describe */

/** The key of each, such as `schedule.cosine.power.help`. @param {Describe} describe */
export function coreKeys({ kinds, keys }) {
  return [
    ...Object.entries(kinds).flatMap(([kind, entries]) =>
      entries.flatMap(({ key, params }) => [
        `${kind}.${key}.name`,
        `${kind}.${key}.summary`,
        ...params.map((param) => `${kind}.${key}.${param.key}.help`),
      ]),
    ),
    ...keys.flatMap(({ key }) => [`key.${key}.name`, `key.${key}.help`]),
  ];
}

/** Those that name racers, fields and handles are said at first; the others where one chooses. @param {string} key of the core */
export const isFirst = (key) => /^(key|schedule)\./.test(key) && !key.endsWith('.summary');

/**
 * @param {Describe} describe
 * @param {boolean} first which of them
 * @param {string[]} texts one for each of those keys
 * @returns {Record<string, string>}
 */
export const withKeys = (describe, first, texts) =>
  Object.fromEntries(
    coreKeys(describe)
      .filter((key) => isFirst(key) === first)
      .map((key, i) => [key, texts[i]]),
  );
