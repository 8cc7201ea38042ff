// The footer offers the run as a link, as HTML for an article and as CSV, and links to the shortcuts, the licences and the whole page.
import { pageKeys, writeAddress } from '../lib/address.js';
import { make, set, write } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {HTMLElement & { display: { log: boolean, whole: boolean } }} Shared the element, which has the reader's display settings */

/**
 * @param {Setting} setting
 * @param {Shared} etaLab a page of its own, or an element within another page
 */
export function makeShare(setting, etaLab) {
  const { lab, words } = setting;
  const isPage = etaLab.hasAttribute('page');
  const full = etaLab.getAttribute('full');
  const slot = make('div', { hidden: true });
  const status = make('span', { class: 'soft said' });
  /** @type {ReturnType<typeof import('./share-actions.js').makeShareActions> | null} */
  let actions = null;
  const load = async () => {
    const chunk = actions ? null : await loadChunk(words, slot, () => import('./share-actions.js'));
    if (chunk) actions ??= chunk.makeShareActions(setting, etaLab, { slot, status });
    return actions;
  };
  const quiet = (
    /** @type {'embed' | 'export' | 'link' | 'csv' | 'keys'} */ name,
    /** @type {import('../ui/dom.js').Attributes} */ attributes = {},
  ) => {
    const click = () => load().then((loaded) => loaded?.[name](button));
    const button = make('button', { type: 'button', class: `quiet ${name}`, ...attributes, click }, words.t(name));
    return button;
  };
  const opens = { 'aria-expanded': 'false' };
  /** @type {HTMLAnchorElement} */
  const fullPage = make(
    'a',
    { class: 'full', target: '_blank', rel: 'noopener', title: words.t('full'), 'aria-label': words.t('full'), href: full },
    make('i', { class: 'symbol' }, 'η'),
    'Lab ↗',
  );
  // The run may have changed since the link was made.
  const address = () => `${full}#${lab.run ? writeAddress(lab.run.items, [['lang', words.language]], pageKeys) : ''}`;
  for (const act of ['pointerdown', 'focus']) fullPage.addEventListener(act, () => set(fullPage, { href: address() }));
  // It is not the footer of the page around it.
  const element = make(
    'footer',
    { role: 'group' },
    make(
      'div',
      { class: 'share' },
      isPage && quiet('embed', opens),
      isPage && quiet('export', opens),
      (isPage || full) && quiet('link'),
      quiet('csv', { title: words.t('csv.help') }),
      isPage && quiet('keys', opens),
      isPage && etaLab.getAttribute('page') !== 'alone' && make('a', { class: 'licences', href: 'licences.txt' }, words.t('licences')),
      status,
      full && fullPage,
    ),
    slot,
  );
  return {
    element,
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!changes.has('run')) return;
      // What was copied is no longer this run.
      write(status, '');
      actions?.update();
    },
  };
}
