// What the page says, in the reader's language. The words of a language are fetched when it is wanted: at first those that a first visit says,
// and all others when something is opened that most visits do without.
import { languages } from '../../words/index.js';

/** @typedef {import('./run.js').Problem} Problem */

/** The language of whoever reads none of the others; the core's own words are in it. */
export const base = 'en';

/** What has been fetched of each language. @type {Record<string, import('../../words/index.js').Table>} */
const tables = {};

/** Fetches the first words of a language, once. @param {string} language a key of `languages` @returns {Promise<void>} rejects when they do not arrive */
export async function loadWords(language) {
  tables[language] ??= (await languages[language].file()).default;
}

/**
 * The first of the wished languages that there are words for.
 * @param {...(string | null | undefined)} preferred as in `lang` attributes: 'zh-CN' is answered by 'zh'
 */
export function pickLanguage(...preferred) {
  for (const each of preferred) {
    const language = (each ?? '').toLowerCase().split('-')[0];
    if (Object.hasOwn(languages, language)) return language;
  }
  return base;
}

/**
 * Puts values in the places of a sentence: {name}, or {0}, {1}, …
 * @param {string} sentence
 * @param {Record<string, string | number> | string[]} values
 */
export function fill(sentence, values) {
  const table = /** @type {Record<string, string | number>} */ (values);
  return sentence.replace(/\{(\w+)\}/g, (place, name) => String(table[name] ?? place));
}

/** The words of one language. */
export class Words {
  /** @type {Promise<void> | null} */ #all = null;

  /** @param {string} language a key of `languages`; its first words must be there */
  constructor(language) {
    this.language = language;
    this.table = tables[language] ?? {};
  }

  /**
   * A sentence or a word: `lead`, `schedule.cosine.name`.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  t(key, values = {}) {
    return fill(this.table[key] ?? key, values);
  }

  /** Resolves when all words are there, not only those of a first visit; rejects when they do not arrive, and may be asked again. */
  loadAll() {
    const load = async () => {
      const { rest } = await languages[this.language].file();
      if (rest) this.table = { ...this.table, ...(await rest()).default };
    };
    this.#all ??= load().catch((error) => {
      this.#all = null;
      throw error;
    });
    return this.#all;
  }

  /** In a sentence, or by its code while those have not arrived. @param {Problem} problem */
  problem(problem) {
    return fill(this.table[`problem.${problem.code}`] ?? problem.code, problem.values);
  }
}
