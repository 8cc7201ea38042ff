// The words of what the core describes, in the registry's order: so that a language's file holds them without their keys.

/** @typedef {import('./types.js').Describe} Describe */

/** The key of each, such as `schedule.cosine.power.help`. @param {Describe} describe */
function coreKeys({ kinds, keys }) {
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

const isSummary = (/** @type {string} */ key) => key.endsWith('.summary');

/** Of what names racers, fields and handles. @param {Describe} describe */
export const firstKeys = (describe) => coreKeys(describe).filter((key) => !isSummary(key));

/** Of what is said where one chooses. @param {Describe} describe @param {Describe['kinds']} choices */
export const laterKeys = (describe, choices) => [...coreKeys(describe).filter(isSummary), ...coreKeys({ kinds: choices, keys: [] })];

/** @param {string[]} keys @param {string[]} texts one for each @returns {Record<string, string>} */
export const withKeys = (keys, texts) => Object.fromEntries(keys.map((key, i) => [key, texts[i]]));
