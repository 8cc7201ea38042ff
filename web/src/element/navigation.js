// The way to the experiments: the race, the first few of them, and the rest behind “More”, where on a phone all of them are. Links, so that
// each can be kept and gone back from.
import { experiments, first } from '../experiments/experiment-list.js';
import { make, set } from '../ui/dom.js';

/** @param {import('../lib/words.js').Words} words @param {import('./element.js').EtaLab} host */
export function makeNavigation(words, host) {
  const keys = ['', ...Object.keys(experiments)];
  const link = (/** @type {string} */ key) =>
    make('a', { href: key ? `#experiment=${key}` : '#', class: 'place-to-go' }, words.t(`experiment.${key || 'race'}`));
  const beside = keys.slice(0, first).map(link);
  const behind = keys.map(link);
  const menu = make(
    'details',
    { class: 'menu' },
    make('summary', {}, words.t('experiment.more')),
    make('ul', {}, ...behind.map((each, i) => make('li', { class: i < first ? 'beside' : null }, each))),
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
    elements: [...beside, menu],
    update() {
      const here = host.getAttribute('experiment') ?? '';
      keys.forEach((key, i) => {
        for (const each of [beside[i], behind[i]]) if (each) set(each, { 'aria-current': key === here ? 'page' : null });
      });
      close();
    },
  };
}
