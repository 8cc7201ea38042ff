// What the page says, in the reader's language. English of the core comes from `describe`; all else from words/LANG.json.
import en from '../words/en.json' with { type: 'json' };

/** @typedef {import('./types.js').Problem} Problem */

/** @type {Record<string, string>} */
const english = en;

/** Each by its own name; the words of all but English are fetched when they are wanted. @type {Record<string, { name: string, words: Record<string, string> | null }>} */
export const languages = { en: { name: 'English', words: en }, zh: { name: '中文', words: null } };

/** @type {Record<string, () => Promise<{ default: Record<string, string> }>>} */
const files = { zh: () => import('../words/zh.json', { with: { type: 'json' } }) };

/** Fetches the words of a language, once. @param {string} language a key of `languages` @returns {Promise<void>} rejects when they do not arrive */
export async function loadWords(language) {
  languages[language].words ??= (await files[language]()).default;
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
  /** @param {string} language a key of `languages`; its words must be there: without them it is English */
  constructor(language) {
    const { words } = languages[language];
    this.language = words ? language : 'en';
    /** @type {Record<string, string>} */
    this.table = words ?? en;
  }

  /**
   * One of the page's own sentences.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values = {}) {
    return fill(this.table[key] ?? english[key] ?? key, values);
  }

  /**
   * A word of the core, which itself has the English: say `schedule.cosine.name`.
   * @param {string} key
   * @param {string} english
   */
  core(key, english) {
    return this.table[key] ?? english;
  }

  /** @param {Problem} problem */
  problem(problem) {
    const sentence = this.table[`problem.${problem.code}`];
    return sentence ? fill(sentence, problem.values) : problem.sentence;
  }
}
