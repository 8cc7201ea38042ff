// The footer offers the run as a link, as HTML for an article and as CSV, and links to the shortcuts, the licences and the whole page.
import { writeAddress } from '../lib/address.js';
import { make, set, write } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/**
 * @param {Setting} setting
 * @param {HTMLElement} etaLab a page of its own, or an element within another page
 * @param {() => void} showKeys
 */
export function makeShare(setting, etaLab, showKeys) {
  const { lab, words } = setting;
  const isPage = etaLab.hasAttribute('page');
  const full = etaLab.getAttribute('full');
  const slot = make('div', { hidden: true });
  /** @type {ReturnType<typeof import('./embed.js').makeEmbed> | null} */
  let embedding = null;
  const status = make('span', { class: 'soft said' });
  const quiet = (/** @type {string} */ name, /** @type {import('../ui/dom.js').Attributes} */ attributes) =>
    make('button', { type: 'button', class: `quiet ${name}`, ...attributes }, words.t(name));
  /** Copies a text; where the browser forbids it, shows the text for copying by hand. @param {string} text */
  const copy = async (text) => {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    const sentence = copied ? words.t('copied') : text;
    write(status, sentence);
    setting.say(sentence);
  };
  const address = () => {
    const hash = lab.run ? writeAddress(lab.run.items, [['lang', words.language]], ['lang', 'theme', 'show', 'hide', 'experiment']) : '';
    return `${full}#${hash}`;
  };
  const embed = quiet('embed', {
    'aria-expanded': 'false',
    click: async () => {
      const chunk = embedding ? null : await loadChunk(words, slot, () => import('./embed.js'));
      if (chunk) embedding ??= chunk.makeEmbed(setting, etaLab, copy);
      if (!embedding) return;
      slot.replaceChildren(embedding.element);
      embedding.update();
      slot.hidden = !slot.hidden;
      set(embed, { 'aria-expanded': String(!slot.hidden) });
    },
  });
  const save = async () => {
    const chunk = await loadChunk(words, slot, () => import('../charts/save-csv.js'));
    chunk?.saveCsv(setting);
  };
  /** @type {HTMLAnchorElement} */
  const fullPage = make(
    'a',
    { class: 'full', target: '_blank', rel: 'noopener', title: words.t('full'), 'aria-label': words.t('full'), href: full },
    make('i', { class: 'symbol' }, 'η'),
    'Lab ↗',
  );
  // The run may have changed since the link was made.
  for (const act of ['pointerdown', 'focus']) fullPage.addEventListener(act, () => set(fullPage, { href: address() }));
  // It is not the footer of the page around it.
  const element = make(
    'footer',
    { role: 'group' },
    make(
      'div',
      { class: 'share' },
      isPage && embed,
      (isPage || full) && quiet('link', { click: () => copy(isPage ? location.href : address()) }),
      quiet('csv', { title: words.t('csv.help'), click: save }),
      isPage && quiet('keys', { click: showKeys }),
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
      if (!slot.hidden) embedding?.update();
    },
  };
}
