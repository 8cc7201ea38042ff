// The line at the top of the page: the name, the experiments, the other languages, light or dark.
import { languages } from '../../words/index.js';
import { make } from '../ui/dom.js';

/**
 * Makes the header: the name, the navigation, the other languages and the theme.
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('./element.js').EtaLab} etaLab
 * @param {Node[]} links
 */
export function makeTop({ words }, etaLab, links) {
  const others = Object.entries(languages).filter(([language]) => language !== words.language);
  return make(
    'header',
    { class: 'top' },
    make('span', { class: 'brand' }, make('i', {}, 'η'), 'Lab'),
    make(
      'nav',
      { 'aria-label': words.t('top') },
      ...links,
      ...others.map(([language, { name }]) =>
        make(
          'button',
          { type: 'button', class: 'quiet language', lang: language, click: () => etaLab.setAttribute('lang', language) },
          name,
        ),
      ),
      make(
        'button',
        {
          type: 'button',
          class: 'quiet theme',
          title: words.t('theme'),
          'aria-label': words.t('theme'),
          click: () => etaLab.setAttribute('theme', etaLab.isDark ? 'light' : 'dark'),
        },
        '◐',
      ),
    ),
  );
}
