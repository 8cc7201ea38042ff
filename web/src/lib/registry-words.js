// The words of what the core describes, in the registry's order: so that a language's file holds them without their keys.

/** @typedef {import('./registry.js').Describe} Describe */

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

/** The run's keys that have a field at first. */
export const firstFields = ['lr', 'steps', 'epochs', 'batch', 'seed'];

/** @param {string} key */
const isFirst = (key) => !key.endsWith('.summary') && (!key.startsWith('key.') || firstFields.includes(key.split('.')[1]));

/** Of what names racers, handles and the first fields. @param {Describe} describe */
export const firstKeys = (describe) => coreKeys(describe).filter(isFirst);

/** Of what is said where one chooses. @param {Describe} describe @param {Describe['kinds']} choices */
export const laterKeys = (describe, choices) => [
  ...coreKeys(describe).filter((key) => !isFirst(key)),
  ...coreKeys({ kinds: choices, keys: [] }),
];

/** @param {string[]} keys @param {string[]} texts one for each @returns {Record<string, string>} */
export const withKeys = (keys, texts) => Object.fromEntries(keys.map((key, i) => [key, texts[i]]));
