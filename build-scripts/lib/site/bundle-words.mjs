// Bundles the words of a language in two files: the words of a first visit, and the others. The first ones are found in the modules that a
// first visit loads, so no list declares them. The core's English is added to that of web/words.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { base } from '../../../web/src/lib/words.js';
import { languages } from '../../../web/words/index.js';
import { eta } from '../program.mjs';
import { firstModules } from './first-modules.mjs';
import { englishOf } from './registry.mjs';

/** The folder of the languages, ending in a slash. */
const folder = fileURLToPath(new URL('../../../web/words/', import.meta.url));

/** What a schedule's words say but its name. A first visit says that of the default run's schedules; any racer's name may be shown at once. */
const scheduleWords = /^schedule\.(\w+)\.(?!name$)/;
/** The words of a run's key. A first visit says those of keys that stand in quotes in its modules. */
const keyWords = /^key\.(\w+)\./;

/**
 * @returns {Promise<(key: string) => boolean>} whether a module of a first visit has the key in quotes, or a template that makes it, such as
 * `experiment.${key}`
 */
async function firstWords() {
  const { racers } = JSON.parse(await eta('check', '--json', ''));
  const schedules = racers.map((/** @type {{ tree: { text: string } }} */ { tree }) => tree.text);
  const text = [...firstModules().values()].join('\n');
  const templates = Array.from(text.matchAll(/\bt\(`(\w[^`]*)`/g), ([, template]) => template.split(/\$\{[^}]*\}/));
  const patterns = templates.map((pieces) => new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('[\\w.]+')}$`));
  const has = (/** @type {string} */ key) => text.includes(`'${key}'`);
  const made = (/** @type {string} */ key) => patterns.some((pattern) => pattern.test(key));
  return (key) => {
    const [, schedule] = scheduleWords.exec(key) ?? [];
    if (schedule) return schedules.includes(schedule) && made(key);
    const [, runKey] = keyWords.exec(key) ?? [];
    if (runKey) return has(runKey) && made(key);
    // A button's help is shown with it.
    return has(key) || has(key.replace(/\.help$/, '')) || made(key);
  };
}

/**
 * Bundles web/words/: the table of languages, the first words of each, and the rest of them.
 * @param {string} describe as `eta describe` prints it
 * @returns {import('rollup').Plugin}
 */
export function words(describe) {
  const first = firstWords();
  /** @param {string} language @param {boolean} isFirst */
  const wordsOf = async (language, isFirst) => {
    const belongs = await first;
    const written = JSON.parse(await readFile(`${folder}${language}.json`, 'utf8'));
    const all = language === base ? { ...englishOf(JSON.parse(describe)), ...written } : written;
    return `export default ${JSON.stringify(Object.fromEntries(Object.entries(all).filter(([key]) => belongs(key) === isFirst)))};`;
  };
  const table = Object.entries(languages).map(
    ([language, { name }]) => `${JSON.stringify(language)}: { name: ${JSON.stringify(name)}, file: () => import('./${language}.json') }`,
  );
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith('eta:words/rest-') ? id : null),
    async load(id) {
      if (id === `${folder}index.js`) return `export const languages = { ${table.join(', ')} };`;
      if (id.startsWith('eta:words/rest-')) return wordsOf(id.replace('eta:words/rest-', ''), false);
      if (!id.startsWith(folder)) return null;
      const language = basename(id, '.json');
      return `${await wordsOf(language, true)}\nexport const rest = () => import('eta:words/rest-${language}');`;
    },
  };
}
