// The navigation links to the race, to the first experiments and, behind “More”, to the rest; on a phone all of them are there. They are
// links, so that each experiment has an address and the browser's history works.
import { experiments, first } from '../experiments/experiment-list.js';
import { make, set } from '../ui/dom.js';

/** @param {import('../lib/words.js').Words} words @param {import('./element.js').EtaLab} etaLab */
export function makeNavigation(words, etaLab) {
  const keys = ['', ...Object.keys(experiments)];
  // In a frame a link would lengthen the history of the page around it, or leave this one for it.
  const follow = (/** @type {MouseEvent} */ event, /** @type {string} */ key) => {
    if (parent === window) return;
    event.preventDefault();
    etaLab.showExperiment(key);
  };
  const link = (/** @type {string} */ key) =>
    make(
      'a',
      { href: key ? `#experiment=${key}` : '#', class: 'place-to-go', click: (event) => follow(event, key) },
      words.t(`experiment.${key || 'race'}`),
    );
  const inHeader = keys.slice(0, first).map(link);
  const inMenu = keys.map(link);
  const menu = make(
    'details',
    { class: 'menu' },
    make('summary', {}, words.t('experiment.more')),
    make('ul', {}, ...inMenu.map((each, i) => make('li', { class: i < first ? 'beside' : null }, each))),
  );
  const close = () => menu.removeAttribute('open');
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    close();
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) close();
  });
  return {
    elements: [...inHeader, menu],
    update() {
      const here = (etaLab.getAttribute('experiment') ?? '').replace(/^race$/, '');
      keys.forEach((key, i) => {
        for (const each of [inHeader[i], inMenu[i]]) if (each) set(each, { 'aria-current': key === here ? 'page' : null });
      });
      close();
    },
  };
}
