// What the page is without a script, in one language: the question, the sentence, the picture and the table of the default run.
import { picture } from './picture.js';

/** @param {import('./picture.js').Source} source @returns {import('./picture.js').Node} */
export function staticPage(source) {
  const { words } = source;
  return [
    'div',
    { class: 'still', lang: words.language },
    ['h1', {}, words.t('headline')],
    ['p', { class: 'lead' }, words.t('lead')],
    ['div', { class: 'desk' }],
    ...picture(source),
    ['noscript', {}, ['p', {}, words.t('noscript')]],
  ];
}
