// The page defines the element, and binds the page's own element to the address and to the document's theme.
// With ?embed in its address (or ?embed=ID) it shows the element alone, and reports its height to the page around it.

import { EtaLab } from './element/element.js';
import { reportHeight } from './element/frame-height.js';
import { ownKeys, pageKeys, readAddress, viewKeys, writeAddress } from './lib/address.js';
import { loadWords, Words } from './lib/words.js';

// The script may be anywhere in the page, also twice: it binds the element that it finds; later elements work by themselves.
if (!customElements.get('eta-lab')) {
  const element = document.querySelector('eta-lab[page]');
  const read = (hash = location.hash) => {
    const address = readAddress(hash, pageKeys);
    const { own } = address;
    for (const key of ownKeys) {
      // A sentence's end may have come with the link.
      const value = own.get(key)?.replace(/[.,;。．，、；]+$/, '');
      if (value !== undefined) element?.setAttribute(key, value);
      // An address without an experiment shows the race.
      else if (key === 'experiment') element?.removeAttribute(key);
    }
    return address;
  };
  const first = element ? read() : null;
  if (first?.text) element?.setAttribute('run', first.text);
  const embed = new URLSearchParams(location.search).get('embed');
  if (element && embed !== null) {
    element.removeAttribute('page');
    element.setAttribute('full', location.href.replace(/[?#].*$/, ''));
    document.documentElement.dataset.embed = embed;
    reportHeight(element, embed);
  }
  customElements.define('eta-lab', EtaLab);
  // An entry of a frame in the browser's history would be one of the page around it.
  if (element instanceof EtaLab && first) bind(element, first, read, embed === null && parent === window);
}

/**
 * @param {EtaLab} element
 * @param {ReturnType<typeof readAddress>} first
 * @param {(hash?: string) => ReturnType<typeof readAddress>} read applies the page's own keys of the address and returns the rest
 * @param {boolean} isWhole whether this is the page itself, whose address and history are its own
 */
function bind(element, first, read, isWhole) {
  /** @type {import('./lib/run.js').Run | null} the run that stayed after an address had problems; that address is not overwritten */
  let stayedRun = null;
  /** Counts the addresses that are being opened. */
  let opening = 0;
  /** @type {Promise<import('./element/session-history.js').SessionHistory | null> | null} It is fetched at the first gesture. */
  let loading = null;
  /** @type {import('./element/session-history.js').SessionHistory | null} */
  let session = null;
  /** The address shows this entry of the lab's history. */
  let shown = 0;

  /** @type {Map<string | null, string>} The run that an address without one opens, for each experiment; it is not written. */
  const unwritten = new Map([[null, EtaLab.defaultRun]]);
  const address = (/** @type {import('./lib/run.js').Run} */ run) => {
    const own = ownKeys.flatMap(
      (key) => /** @type {[string, string][]} */ (element.hasAttribute(key) ? [[key, element.getAttribute(key)]] : []),
    );
    const hash = writeAddress(run.text === unwritten.get(element.getAttribute('experiment')) ? [] : run.items, own, pageKeys);
    // Only the default run has an empty address.
    return hash ? `#${hash}` : location.pathname + location.search;
  };
  const write = () => {
    const { lab } = element;
    if (!isWhole || opening > 0 || !lab?.run || lab.run === stayedRun || lab.dragSession) return;
    const { id } = lab.history;
    if (session) return session.follow(address(lab.run));
    if (shown > 0 && shown !== id && lab.history.has(-1)) {
      loading ??= import('./element/session-history.js').then(
        ({ SessionHistory }) => new SessionHistory(lab, shown),
        () => null,
      );
      loading.then((loaded) => {
        session = loaded;
        shown = session ? shown : id;
        write();
      });
      return;
    }
    shown = id;
    try {
      history.replaceState({ ...history.state }, '', address(lab.run));
    } catch {}
  };
  const applyAttributes = async () => {
    const { language } = element;
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = element.theme;
    const loaded = await loadWords(language).then(
      () => true,
      () => false,
    );
    if (!loaded || language !== element.language) return;
    const words = new Words(language);
    const name = words.t(`experiment.${element.getAttribute('experiment')}`);
    document.title = /^experiment\./.test(name) ? words.t('title') : `${name} – EtaLab`;
  };

  applyAttributes();
  const open = async (/** @type {Promise<unknown[]>} */ loaded, /** @type {ReturnType<typeof readAddress>} */ { text, all }) => {
    opening += 1;
    let problems = await loaded;
    if (problems.length > 0 || all.some(([key]) => viewKeys.includes(key))) {
      const chunk = await import('./element/arrival.js').catch(() => null);
      const mended = problems.length > 0 ? await chunk?.openMended(element, location.hash, read) : null;
      if (mended) problems = [];
      chunk?.applyView(element, mended?.all ?? all);
    }
    if (text === '' && problems.length === 0 && element.lab?.run) unwritten.set(element.getAttribute('experiment'), element.lab.run.text);
    stayedRun = problems.length > 0 ? (element.lab?.run ?? null) : null;
    opening -= 1;
    const { lab } = element;
    if (opening === 0 && session && lab?.run && lab.run !== stayedRun) session.adopt(address(lab.run));
    else {
      shown = lab?.history.id ?? 0;
      write();
    }
  };
  const start = async () => {
    const { pins } = (isWhole && history.state) || {};
    await open(element.opened, pins ? { ...first, all: [...first.all, ...pins.map((/** @type {string} */ pin) => ['pin', pin])] } : first);
    element.lab?.subscribe((changes) => {
      if (changes.has('run')) write();
      // A page that is loaded again has its pins from its entry in the history.
      const { lab } = element;
      if (changes.has('pins') && isWhole && lab)
        import('./element/arrival.js').then(({ keepPins }) => keepPins(lab, session)).catch(() => {});
    });
  };
  start();
  const arrive = () => {
    if (session?.arrived(history.state)) return;
    const now = read();
    open(element.load(now.text), now);
  };
  // What has a state is an entry that the page has written; a link that was followed has none.
  addEventListener('popstate', () => history.state && arrive());
  addEventListener('hashchange', () => history.state || arrive());
  new MutationObserver(() => {
    applyAttributes();
    write();
  }).observe(element, { attributeFilter: ownKeys });
}
