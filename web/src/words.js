// What the page says, in the reader's language. English of the core comes from `describe`; all else from words/LANG.json.
import en from '../words/en.json' with { type: 'json' };
import zh from '../words/zh.json' with { type: 'json' };

/** @typedef {import('./types.js').Problem} Problem */

/** @type {Record<string, { name: string, words: Record<string, string> }>} */
export const languages = { en: { name: 'English', words: en }, zh: { name: '中文', words: zh } };

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
  /** @param {string} language a key of `languages` */
  constructor(language) {
    this.language = language;
    this.table = languages[language].words;
  }

  /**
   * One of the page's own sentences.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values = {}) {
    return fill(this.table[key] ?? en[/** @type {keyof typeof en} */ (key)] ?? key, values);
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
