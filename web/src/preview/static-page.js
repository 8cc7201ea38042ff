// What the page is without a script, in one language: the question, the sentence, the picture and the table of the default run.
import { picture } from './picture.js';

/**
 * @param {import('./picture.js').Finished[]} racers
 * @param {import('../lib/words.js').Words} words
 * @returns {import('./picture.js').Node}
 */
export function staticPage(racers, words) {
  return [
    'div',
    { class: 'still', lang: words.language },
    ['h1', {}, words.t('headline')],
    ['p', { class: 'lead' }, words.t('lead')],
    ['div', { class: 'desk' }],
    ...picture(racers, words),
    ['noscript', {}, ['p', {}, words.t('noscript')]],
  ];
}
