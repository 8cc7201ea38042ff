// What the buttons of the footer do. What cannot be copied or saved is shown, to be taken by hand, and it is said why.
import { saveCsv } from '../charts/save-csv.js';
import { pinTexts } from '../lab/pin-texts.js';
import { ownKeys, pageKeys, writeAddress } from '../lib/address.js';
import { set, write } from '../ui/dom.js';
import { makeEmbed } from './embed.js';
import { makeKeyList } from './key-list.js';
import { makeTakeCode } from './take-code.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/**
 * Gives what a link keeps of the view, as own keys of its address.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {{ log: boolean, whole: boolean }} display
 */
export function viewOf(lab, display) {
  const { kept, zoom } = lab;
  /** @type {[string, string][]} */
  const view = [];
  if (kept !== null) view.push(['at', String(kept)]);
  if (zoom) view.push(['part', `${Math.round(zoom.from)}-${Math.round(zoom.to)}`]);
  for (const key of /** @type {const} */ (['log', 'whole'])) if (display[key]) view.push([key, '']);
  return [...view, ...pinTexts(lab).map((text) => /** @type {[string, string]} */ (['pin', text]))];
}

/**
 * @param {Setting} setting
 * @param {import('./share.js').Shared} etaLab
 * @param {{ slot: HTMLElement, status: HTMLElement }} places what is opened, and what is said in a few words
 */
export function makeShareActions(setting, etaLab, { slot, status }) {
  const { lab, words, say } = setting;
  const report = (/** @type {string} */ sentence) => {
    write(status, sentence);
    say(sentence);
  };
  /**
   * Copies a text; where the browser forbids it, shows the text for copying by hand, or says what `byHand` has done for that.
   * @param {string} text
   * @param {() => string} [byHand]
   * @param {string} [done]
   */
  const copy = async (text, byHand = () => text, done = words.t('copied')) => {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    report(copied ? done : byHand());
  };
  /** @type {HTMLElement | null} */
  let opener = null;
  /** Shows an element below the buttons, or closes it again. @param {HTMLElement} content @param {HTMLElement} button */
  const toggle = (content, button) => {
    const closes = opener === button;
    if (opener) set(opener, { 'aria-expanded': 'false' });
    opener = closes ? null : button;
    slot.hidden = closes;
    slot.replaceChildren(content);
    if (!closes) set(button, { 'aria-expanded': 'true' });
  };
  const embedding = makeEmbed(setting, etaLab, copy, () => viewOf(lab, etaLab.display));
  const keys = makeKeyList(words);
  const code = makeTakeCode(setting, copy, report);

  return {
    update() {
      if (slot.hidden) return;
      embedding.update();
      if (code.element.isConnected) code.update();
    },
    /** @param {HTMLElement} button */
    embed(button) {
      embedding.update();
      toggle(embedding.element, button);
    },
    /** @param {HTMLElement} button */
    export(button) {
      code.update();
      toggle(code.element, button);
    },
    /** @param {HTMLElement} button */
    keys: (button) => toggle(keys, button),
    link() {
      if (!lab.run) return;
      const page = etaLab.getAttribute('full') ?? location.href.replace(/[?#].*$/, '');
      // A document within another page's text has no address.
      if (!/^(https?|file):/.test(page)) return report(words.t('link.none', { text: lab.run.text }));
      const keys = etaLab.hasAttribute('page') ? ownKeys : ['lang', 'theme', 'experiment'];
      const own = keys.flatMap((key) => {
        const value = key === 'lang' ? words.language : etaLab.getAttribute(key);
        return value ? [/** @type {[string, string]} */ ([key, value])] : [];
      });
      const text = `${page}#${writeAddress(lab.run.items, [...own, ...viewOf(lab, etaLab.display)], pageKeys)}`;
      return copy(text, undefined, words.t(page.startsWith('file:') ? 'copied.local' : 'copied'));
    },
    csv() {
      if (opener) set(opener, { 'aria-expanded': 'false' });
      opener = null;
      return saveCsv(setting, slot);
    },
  };
}
