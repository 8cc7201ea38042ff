// What the page says, in the reader's language. A language is one file, fetched when it is wanted; the build keeps apart what most visits do
// without (build-scripts/lib/site/bundle-words.mjs), and adds to the English what the core says of itself.

/** @typedef {import('./run.js').Problem} Problem */
/** @typedef {Record<string, string>} Table */
/** @typedef {{ default: Table, later?: Record<string, () => Promise<{ default: Table }>> }} WordsFile its first words, and the parts that come later */

/** Each by its own name. @type {Record<string, { name: string, file: () => Promise<WordsFile>, words?: Table }>} */
export const languages = {
  en: { name: 'English', file: () => import('../../words/en.json', { with: { type: 'json' } }) },
  zh: { name: '中文', file: () => import('../../words/zh.json', { with: { type: 'json' } }) },
};

/** Fetches the words of a language, once. @param {string} language a key of `languages` @returns {Promise<void>} rejects when they do not arrive */
export async function loadWords(language) {
  const wanted = languages[language];
  wanted.words ??= (await wanted.file()).default;
}

/**
 * The first of the wished languages that there are words for.
 * @param {...(string | null | undefined)} wishes as in `lang` attributes: 'zh-CN' is answered by 'zh'
 */
export function pickLanguage(...wishes) {
  for (const wish of wishes) {
    const language = (wish ?? '').toLowerCase().split('-')[0];
    if (language in languages) return language;
  }
  return 'en';
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
  /** @type {Record<string, Promise<void> | undefined>} */ #parts = {};

  /** @param {string} language a key of `languages`; its words must be there */
  constructor(language) {
    this.language = language;
    this.table = languages[language].words ?? {};
  }

  /**
   * A sentence or a word: `lead`, `schedule.cosine.name`.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  t(key, values = {}) {
    return fill(this.table[key] ?? key, values);
  }

  /**
   * Resolves when what is said later can be said; rejects when those words do not arrive, and may be asked again.
   * @param {'problems' | 'later' | 'experiments'} part
   */
  load(part) {
    const fetched = async () => {
      const { later } = await languages[this.language].file();
      const { default: table } = (await later?.[part]()) ?? { default: {} };
      this.table = { ...this.table, ...table };
    };
    this.#parts[part] ??= fetched().catch((error) => {
      delete this.#parts[part];
      throw error;
    });
    return this.#parts[part];
  }

  /** In a sentence, or by its code while those have not arrived. @param {Problem} problem */
  problem(problem) {
    return fill(this.table[`problem.${problem.code}`] ?? problem.code, problem.values);
  }
}
