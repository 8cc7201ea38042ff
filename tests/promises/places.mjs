// These plants go where the README tells a reader to put new parts.

/** These are the tables of the core; a new entry's file is beside its table. */
const tables = {
  schedules: 'cpp/eta/schedule/schedules.cpp',
  optimizers: 'cpp/eta/optimizer/optimizers.cpp',
  data_sets: 'cpp/eta/data/data_sets.hpp',
};

export const places = {
  experiments: 'web/src/experiments/experiment-list.js',
};

/**
 * @param {keyof typeof tables} table
 * @param {string} name of the file
 * @param {string} entry what the table lists
 * @param {string} text of the file
 * @returns {import('./tree.mjs').Plant[]} the file, and its line in the table
 */
export function inTable(table, name, entry, text) {
  const folder = tables[table].replace(/\/[^/]+$/, '');
  return [
    { path: `${folder}/${name}.hpp`, text },
    {
      path: tables[table],
      after: /#include <array>\n\n/,
      text: `#include "${folder.replace('cpp/', '')}/${name}.hpp"\n`,
    },
    { path: tables[table], after: new RegExp(`std::array all_${table}\\{`), text: `${entry}, ` },
  ];
}

/** @param {string} language @param {Record<string, string>} table @returns {import('./tree.mjs').Plant} */
export function words(language, table) {
  const lines = Object.entries(table).map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},\n`);
  return { path: `web/words/${language}.json`, after: /\{\n/, text: lines.join('') };
}
