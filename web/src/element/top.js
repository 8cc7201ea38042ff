// The line at the top of the page: the name, the experiments, the other languages, light or dark.
import { languages } from '../../words/index.js';
import { make, set } from '../ui/dom.js';

/**
 * Makes the header: the name, the navigation, the other languages and the theme.
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('./element.js').EtaLab} etaLab
 * @param {Node[]} links
 */
export function makeTop({ words }, etaLab, links) {
  const others = Object.entries(languages).filter(([language]) => language !== words.language);
  const theme = make('button', { type: 'button', class: 'quiet theme', click: () => turn() });
  const showTheme = () => {
    const name = `${words.t('theme')}: ${words.t(`theme.${etaLab.theme}`)}`;
    set(theme, { title: name, 'aria-label': name });
    theme.textContent = etaLab.theme === 'auto' ? '◐' : etaLab.isDark ? '●' : '○';
  };
  /** First the other theme than the system's, then the system's, then whichever the system has. */
  const turn = () => {
    const { matches } = matchMedia('(prefers-color-scheme: dark)');
    const themes = ['auto', ...(matches ? ['light', 'dark'] : ['dark', 'light'])];
    const next = themes[(themes.indexOf(etaLab.theme) + 1) % 3];
    if (next === 'auto') etaLab.removeAttribute('theme');
    else etaLab.setAttribute('theme', next);
    showTheme();
  };
  showTheme();
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
      theme,
    ),
  );
}
