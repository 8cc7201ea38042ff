// The static page is shown without a script, in each language: the headline, the lead, the picture and the table of the default run.
import { base } from '../lib/words.js';
import { picture } from './picture.js';

/** @param {import('./picture.js').Source} source @returns {import('./picture.js').Node} */
export function staticPage(source) {
  const { words } = source;
  return [
    'div',
    { class: 'still', lang: words.language },
    ['h1', {}, words.t('headline')],
    ['p', { class: 'lead' }, words.t('lead')],
    ['div', { class: 'control-area' }],
    ...picture(source),
    ['noscript', {}, ['p', {}, words.t('noscript')]],
    ['p', { class: 'late' }, words.t('late')],
  ];
}

/**
 * The document contains the static pages of all languages: only the reader's is shown, or the English one until that language is known.
 * @param {string[]} languages
 * @returns {string} rules for the page's style sheet
 */
export function staticStyles(languages) {
  const others = languages.filter((language) => language !== base);
  const rules = others.map((language) => {
    const read = `:root:lang(${language}) .still:lang`;
    return `${read}(${language}) { display: block; } ${read}(${base}) { display: none; }`;
  });
  return [`.still:not(:lang(${base})) { display: none; }`, ...rules].join('\n');
}
