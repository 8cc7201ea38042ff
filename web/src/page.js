// The page: defines the element, and binds the one that is the page to the address, to the document's look and to the keyboard.
import { readAddress, writeAddress } from './address.js';
import { EtaLab } from './element.js';
import { handleKey } from './keys.js';
import { Words } from './words.js';

const ownKeys = ['lang', 'theme'];

customElements.define('eta-lab', EtaLab);
const element = document.querySelector('eta-lab[page]');
if (element instanceof EtaLab) bind(element);

/** @param {EtaLab} element */
function bind(element) {
  /** @type {string | null} what this page wrote last: its own change is no news */
  let written = null;
  /** @type {import('./types.js').Run | null} the run that stayed when an address was refused; that address stays, to be mended */
  let kept = null;

  const read = () => {
    const { text, own } = readAddress(location.hash, ownKeys);
    for (const key of ownKeys) {
      const value = own.get(key);
      if (value !== undefined) element.setAttribute(key, value);
    }
    return text;
  };
  /** What an empty address opens, and so needs no address. @type {string | undefined} */
  let unwritten;
  const write = () => {
    const { run } = element.lab ?? {};
    if (!run || run === kept) return;
    const own = ownKeys.flatMap(
      (key) => /** @type {[string, string][]} */ (element.hasAttribute(key) ? [[key, element.getAttribute(key)]] : []),
    );
    const hash = writeAddress(run.text === unwritten ? [] : run.items, own, ownKeys);
    if (hash === written) return;
    written = hash;
    // Nothing but the default run has an empty address; a page within a page may not be allowed to write.
    try {
      history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      written = null;
    }
  };
  const dress = () => {
    document.documentElement.lang = element.language;
    document.documentElement.dataset.theme = element.theme;
    document.title = new Words(element.language).say('title');
  };

  const first = read();
  dress();
  const open = async (/** @type {string} */ text) => {
    const problems = await element.load(text);
    kept = problems.length > 0 ? (element.lab?.run ?? null) : null;
    write();
  };
  const start = async () => {
    unwritten = (await element.lab?.scout.check(''))?.run?.text;
    await open(first);
    element.lab?.watch((changes) => changes.has('run') && !element.lab?.grip && write());
  };
  start();
  addEventListener('hashchange', () => {
    if (location.hash.slice(1) !== written) open(read());
  });
  new MutationObserver(() => {
    dress();
    written = null;
    write();
  }).observe(element, { attributeFilter: ownKeys });
  // Keys pressed outside every control are the page's.
  document.addEventListener('keydown', (event) => {
    if (element.lab && event.target === document.body) handleKey(event, element.lab);
  });
}
