// Bundles the words of a language in chunks: the first words, and those fetched with what shows them. The core's English joins web/words.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstKeys, laterKeys } from '../../../web/src/lib/registry-words.js';
import { englishOf, registryOf } from './registry.mjs';

const coreWords = fileURLToPath(new URL('../../../web/src/lib/registry-words.js', import.meta.url));

/** The page's own words that come later are told by how their keys begin; Words.need in web/src/lib/words.js names the chunks. */
const ownParts = {
  problems: /^problem\./,
  experiments: /^(experiments|articles)\./,
  later: /^failure\.\w+\.seen$|^(challenge|editor|embed|keys|values|smoothing|batch_loss|validation_loss|draw)\./,
};

/** @param {string} key of the page's own words @returns {string} the part that it is in */
export const partOf = (key) => Object.entries(ownParts).find(([, begins]) => begins.test(key))?.[0] ?? 'first';

/**
 * Makes web/words/LANG.json in a bundle its first words, and `later`, a function for each other chunk.
 * @param {string} describe as `eta describe` prints it
 * @returns {import('rollup').Plugin}
 */
export function words(describe) {
  const printed = JSON.parse(describe);
  const { describe: first, choices } = registryOf(printed);
  /** @type {Record<string, string[]>} */
  const core = { first: firstKeys(first), later: laterKeys(first, choices) };
  const isCore = new Set(Object.values(core).flat());
  /** @param {string} language @returns {Promise<Record<string, string>>} */
  const all = async (language) => {
    const written = JSON.parse(await readFile(new URL(`../../../web/words/${language}.json`, import.meta.url), 'utf8'));
    return language === 'en' ? { ...written, ...englishOf(printed) } : written;
  };
  /** @param {string} language @param {string} part */
  const textOf = async (language, part) => {
    const table = await all(language);
    const own = JSON.stringify(Object.fromEntries(Object.entries(table).filter(([key]) => !isCore.has(key) && partOf(key) === part)));
    if (!(part in core)) return `export default ${own};`;
    const texts = JSON.stringify(core[part].map((key) => table[key]));
    const [keys, from] =
      part === 'first' ? ['firstKeys(describe)', ''] : ['laterKeys(describe, choices)', "import choices from 'eta:choices';"];
    return `${from}
      import describe from 'eta:describe';
      import { firstKeys, laterKeys, withKeys } from ${JSON.stringify(coreWords)};
      export default { ...${own}, ...withKeys(${keys}, ${texts}) };`;
  };
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith('eta:words/') ? id : null),
    async load(id) {
      if (/\/web\/words\/\w+\.json$/.test(id)) {
        const language = basename(id, '.json');
        const parts = Object.keys(ownParts).map((part) => `${part}: () => import('eta:words/${part}.${language}')`);
        return `${await textOf(language, 'first')}\nexport const later = { ${parts.join(', ')} };`;
      }
      const [, part, language] = /^eta:words\/(\w+)\.(\w+)$/.exec(id) ?? [];
      return language ? textOf(language, part) : null;
    },
  };
}
