// Which files of the site a first visit does without.

export const languages = ['en', 'zh'];

/** Served too, but asked for by other pages, or when a reader opens, draws, saves or mistypes something. */
const later = /^(licences\.txt|etalab\.(js|html)|parts\/(later|problems)-.*)$/;

/** @param {string} name of a file in build/site @param {string} language the reader's */
export function isLater(name, language) {
  const words = /^parts\/(en|zh)-/.exec(name);
  return words ? words[1] !== language : later.test(name);
}
