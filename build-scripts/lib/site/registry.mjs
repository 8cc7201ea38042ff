// Splits what `eta describe` prints into the page's registry, and the English texts under the keys of web/words.

/** @typedef {import('../../../web/src/lib/registry.js').Printed} Printed */
/** @typedef {import('../../../web/src/lib/registry.js').Describe} Describe */

/** @param {Printed} printed @returns {Record<string, string>} */
export function englishOf({ kinds, keys, problems, columns }) {
  return Object.fromEntries([
    ...Object.entries(kinds).flatMap(([kind, entries]) =>
      entries.flatMap(({ key, name, summary, params }) => [
        [`${kind}.${key}.name`, name],
        [`${kind}.${key}.summary`, summary],
        ...params.map((param) => [`${kind}.${key}.${param.key}.help`, param.help]),
        // A parameter is named by its key, unless web/words says more.
        ...params.map((param) => [`parameter.${param.key}`, param.key.replaceAll('_', ' ')]),
      ]),
    ),
    ...keys.flatMap(({ key, name, help }) => [
      [`key.${key}.name`, name],
      [`key.${key}.help`, help],
    ]),
    ...columns.map(({ key, name }) => [`column.${key}.name`, name]),
    ...problems.map(({ code, sentence }) => [`problem.${code}`, sentence]),
  ]);
}

/**
 * Gives the registry for the page, which names schedules and their parameters, and the whole entries that only editors use.
 * @param {Printed} printed
 * @returns {{ describe: Describe, choices: import('../../../web/src/lib/registry.js').Choices }}
 */
export function registryOf({ kinds, keys, columns }) {
  /** @param {Printed['kinds'][string][number]} entry */
  const entryOf = ({ name, summary, source, params, rows, ...entry }) => ({ ...entry, params: params.map(({ help, ...param }) => param) });
  const choices = Object.fromEntries(Object.entries(kinds).map(([kind, entries]) => [kind, entries.map(entryOf)]));
  const describe = {
    schedules: choices.schedule.map(({ key, role, params }) => ({ key, role, params: params.map((param) => param.key) })),
    keys: keys.map(({ name, help, ...key }) => key),
    columns: columns.map(({ name, unit, ...column }) => column),
  };
  return { describe, choices };
}
