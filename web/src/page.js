// The page defines the element, and binds the page's own element to the address and to the document's theme.
// With ?embed in its address (or ?embed=ID) it shows the element alone, and reports its height to the page around it.

import { EtaLab } from './element/element.js';
import { reportHeight } from './element/frame-height.js';
import { readAddress, writeAddress } from './lib/address.js';
import { loadWords, Words } from './lib/words.js';

const ownKeys = ['lang', 'theme', 'show', 'hide', 'experiment'];

// The script may be anywhere in the page, also twice: it binds the element that it finds; later elements work by themselves.
if (!customElements.get('eta-lab')) {
  const element = document.querySelector('eta-lab[page]');
  const read = () => {
    const { text, own } = readAddress(location.hash, ownKeys);
    for (const key of ownKeys) {
      const value = own.get(key);
      if (value !== undefined) element?.setAttribute(key, value);
      // An address without an experiment shows the race.
      else if (key === 'experiment') element?.removeAttribute(key);
    }
    return text;
  };
  const first = element ? read() : '';
  if (first) element?.setAttribute('run', first);
  const embed = new URLSearchParams(location.search).get('embed');
  if (element && embed !== null) {
    element.removeAttribute('page');
    element.setAttribute('full', location.href.replace(/[?#].*$/, ''));
    document.documentElement.dataset.embed = embed;
    reportHeight(element, embed);
  }
  customElements.define('eta-lab', EtaLab);
  if (element instanceof EtaLab) bind(element, read);
}

/** @param {EtaLab} element @param {() => string} read applies the page's own keys of the address and returns the rest */
function bind(element, read) {
  /** @type {string | null} the address that this page wrote last, to ignore its own change */
  let written = null;
  /** @type {import('./lib/run.js').Run | null} the run that stayed after an address had problems; that address is not overwritten */
  let stayedRun = null;

  /** @type {Map<string | null, string>} The run that an address without one opens, for each experiment; it is not written. */
  const unwritten = new Map([[null, EtaLab.defaultRun]]);
  const write = () => {
    const { run } = element.lab ?? {};
    if (!run || run === stayedRun) return;
    const own = ownKeys.flatMap(
      (key) => /** @type {[string, string][]} */ (element.hasAttribute(key) ? [[key, element.getAttribute(key)]] : []),
    );
    const hash = writeAddress(run.text === unwritten.get(element.getAttribute('experiment')) ? [] : run.items, own, ownKeys);
    if (hash === written) return;
    written = hash;
    // Only the default run has an empty address. An embedded page may not be allowed to write.
    try {
      history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      written = null;
    }
  };
  const applyAttributes = async () => {
    const { language } = element;
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = element.theme;
    const loaded = await loadWords(language).then(
      () => true,
      () => false,
    );
    if (loaded && language === element.language) document.title = new Words(language).t('title');
  };

  applyAttributes();
  const open = async (/** @type {Promise<unknown[]>} */ opening, /** @type {string} */ text) => {
    const problems = await opening;
    if (text === '' && problems.length === 0 && element.lab?.run) unwritten.set(element.getAttribute('experiment'), element.lab.run.text);
    stayedRun = problems.length > 0 ? (element.lab?.run ?? null) : null;
    write();
  };
  const start = async () => {
    await open(element.opened, element.getAttribute('run') ?? '');
    element.lab?.subscribe((changes) => changes.has('run') && !element.lab?.dragSession && write());
  };
  start();
  addEventListener('hashchange', () => {
    if (location.hash.slice(1) === written) return;
    const text = read();
    open(element.load(text), text);
  });
  new MutationObserver(() => {
    applyAttributes();
    written = null;
    write();
  }).observe(element, { attributeFilter: ownKeys });
}
