// The words are the page's texts in the reader's language. A language is fetched in two chunks: first the words of a first visit, and the
// others when something is opened that most visits do not use.
import { languages } from '../../words/index.js';
import { attempt, whole } from './attempt.js';

/** @typedef {import('./run.js').Problem} Problem */

/** This language is used if no other is available; the core's own words are in it. */
export const base = 'en';

/**
 * Looks up a name that somebody else has chosen: what every object has, such as `constructor`, is no entry of a table.
 * @template T @param {Record<string, T>} table @param {string} name @returns {T | undefined}
 */
const entry = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);

/** @type {Record<string, import('../../words/index.js').Table>} The fetched words of each language. */
const tables = {};

/**
 * Fetches the first words of a language, once.
 * @param {string} language a key of `languages`
 * @returns {Promise<void>} rejects when they do not arrive
 */
export async function loadWords(language) {
  tables[language] ??= whole((await languages[language].file()).default);
}

/**
 * Fetches the first words of a language; if they do not load, English replaces them.
 * @param {string} language
 * @param {boolean} isAgain whether they have failed to load
 * @returns {Promise<{ loaded: string, missing: any }>} the language that is there, and why the other one is not; rejects if neither is
 */
export async function loadWordsOrBase(language, isAgain) {
  try {
    await attempt(() => loadWords(language), isAgain);
    return { loaded: language, missing: null };
  } catch (missing) {
    await attempt(() => loadWords(base), isAgain);
    return { loaded: base, missing };
  }
}

/**
 * Gives the first preferred language that has words.
 * @param {...(string | null | undefined)} preferred as in `lang` attributes: 'zh-CN' gives 'zh'
 */
export function pickLanguage(...preferred) {
  for (const each of preferred) {
    const language = (each ?? '').toLowerCase().split('-')[0];
    if (Object.hasOwn(languages, language)) return language;
  }
  return base;
}

/**
 * Replaces the placeholders of a sentence by values: {name}, or {0}, {1}, …
 * @param {string} sentence
 * @param {Record<string, string | number> | string[]} values
 */
export function fill(sentence, values) {
  const table = /** @type {Record<string, string | number>} */ (values);
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name) => String(entry(table, name) ?? placeholder));
}

/** The words of one language. */
export class Words {
  /** @type {Promise<void> | null} */ #all = null;
  #onAll;
  #isWaiting = false;

  /**
   * @param {string} language a key of `languages`; its first words must be loaded
   * @param {() => void} [onAll] hears that all words have arrived after `t` lacked one, so that it can be said now
   */
  constructor(language, onAll) {
    this.language = language;
    this.table = tables[language] ?? {};
    this.#onAll = onAll;
  }

  /**
   * Gives the text of a key such as `lead` or `schedule.cosine.name`; nothing yet where it is among the words that are still to come.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  t(key, values = {}) {
    if (!Object.hasOwn(this.table, key) && this.#onAll) this.#loadForMore(this.#onAll);
    return fill(entry(this.table, key) ?? (this.#isWaiting ? '' : key), values);
  }

  /** @param {() => void} onAll */
  #loadForMore(onAll) {
    this.#onAll = undefined;
    this.#isWaiting = true;
    const arrived = () => {
      this.#isWaiting = false;
      onAll();
    };
    this.loadAll().then(arrived, arrived);
  }

  /** Loads all words, not only those of a first visit; rejects when they do not arrive, and may be called again. */
  loadAll() {
    const load = async () => {
      const { rest } = await languages[this.language].file();
      if (rest) this.table = { ...this.table, ...whole((await rest()).default) };
    };
    // One that hangs is given up, too: the next call asks anew.
    this.#all ??= attempt(load, false).catch((error) => {
      this.#all = null;
      throw error;
    });
    return this.#all;
  }

  /** Describes a problem by a sentence, or by its code until the sentences have arrived. @param {Problem} problem */
  problem(problem) {
    return fill(entry(this.table, `problem.${problem.code}`) ?? problem.code, problem.values);
  }
}
