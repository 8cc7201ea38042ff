// The last line: the run as a link, as a tag or a frame for an article, as a table; the keys; the licences; from an article, the whole page.
import { writeAddress } from '../lib/address.js';
import { make, set, write } from '../ui/dom.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** How long it says that something was copied, in milliseconds. */
const said = 2000;

/**
 * @param {Setting} setting
 * @param {HTMLElement} host the element: a page, or a part of one
 * @param {() => void} showKeys
 */
export function makeShare(setting, host, showKeys) {
  const { lab, words } = setting;
  const isPage = host.hasAttribute('page');
  const full = host.getAttribute('full');
  const slot = make('div', { hidden: true });
  /** @type {ReturnType<typeof import('./embed.js').makeEmbed> | null} */
  let embedding = null;
  const status = make('span', { class: 'soft', role: 'status' });
  const quiet = (/** @type {string} */ name, /** @type {import('../ui/dom.js').Attributes} */ attributes) =>
    make('button', { type: 'button', class: `quiet ${name}`, ...attributes }, words.t(name));
  /** Where the browser forbids it, the text stands there to be taken by hand. @param {string} text */
  const copy = async (text) => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    write(status, done ? words.t('copied') : text);
    if (done) setTimeout(() => status.textContent === words.t('copied') && write(status, ''), said);
  };
  const address = () => {
    const hash = lab.run ? writeAddress(lab.run.items, [['lang', words.language]], ['lang', 'theme', 'hide']) : '';
    return `${full}#${hash}`;
  };
  const embed = quiet('embed', {
    'aria-expanded': 'false',
    click: async () => {
      /** @type {typeof import('./embed.js') | null} */
      const parts = embedding ? null : await setting.lazy(slot);
      if (parts) embedding ??= parts.makeEmbed(setting, copy);
      if (!embedding) return;
      slot.replaceChildren(embedding.element);
      embedding.update();
      slot.hidden = !slot.hidden;
      set(embed, { 'aria-expanded': String(!slot.hidden) });
    },
  });
  const save = async () => {
    /** @type {typeof import('./save-csv.js') | null} */
    const parts = await setting.lazy(slot);
    parts?.saveCsv(lab);
  };
  /** @type {HTMLAnchorElement} */
  const whole = make(
    'a',
    { class: 'full', target: '_blank', rel: 'noopener', title: words.t('full'), 'aria-label': words.t('full'), href: full },
    make('i', { class: 'symbol' }, 'η'),
    'Lab ↗',
  );
  // The run may have changed since the line was made.
  for (const act of ['pointerdown', 'focus']) whole.addEventListener(act, () => set(whole, { href: address() }));
  const element = make(
    'footer',
    {},
    make(
      'div',
      { class: 'share' },
      isPage && embed,
      (isPage || full) && quiet('link', { click: () => copy(isPage ? location.href : address()) }),
      quiet('csv', { title: words.t('csv.help'), click: save }),
      isPage && quiet('keys', { click: showKeys }),
      isPage && host.getAttribute('page') !== 'alone' && make('a', { class: 'licences', href: 'licences.txt' }, words.t('licences')),
      status,
      full && whole,
    ),
    slot,
  );
  return {
    element,
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!slot.hidden && changes.has('run')) embedding?.update();
    },
  };
}
