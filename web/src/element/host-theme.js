// The theme of the page around an element: sites switch by a class, by an attribute, by `color-scheme`, or by their ground's colour alone.

/** Attributes that sites set to `dark` or `light`, on their document as a rule. */
const attributes = ['class', 'data-theme', 'data-bs-theme', 'data-color-mode', 'data-color-scheme'];
/** A word of such an attribute that names a theme: dark, dark-mode, theme-dark. Others, as `has-dark-header`, do not. */
const named = /^(?:(?:theme|mode)-)?(dark|light)(?:-(?:theme|mode))?$/;

/**
 * @param {Element} element in the page around it
 * @returns {'light' | 'dark' | 'auto'} auto: the page leaves it to the reader's system
 */
export function hostTheme(element) {
  const around = [];
  for (let at = parentOf(element); at; at = parentOf(at)) around.push(at);
  const words = around.flatMap((at) => attributes.flatMap((name) => (at.getAttribute(name) ?? '').split(/\s+/)));
  const theme = words.map((word) => named.exec(word)?.[1]).find((found) => found) ?? schemeOf(element) ?? groundOf(around);
  return /** @type {'light' | 'dark' | undefined} */ (theme) ?? 'auto';
}

/** Gives what is around an element, also out of the shadow root of another. @param {Element} element @returns {Element | null} */
function parentOf(element) {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** @param {Element} element `color-scheme` is inherited; with both schemes it is the reader's */
function schemeOf(element) {
  return /^(?:only )?(dark|light)(?: only)?$/.exec(getComputedStyle(element).colorScheme)?.[1];
}

/** Judges by the nearest opaque ground. @param {Element[]} around */
function groundOf(around) {
  for (const at of around) {
    const [red, green, blue, opacity = 1] = (getComputedStyle(at).backgroundColor.match(/^rgba?\((.*)\)$/)?.[1] ?? '0,0,0,0')
      .split(',')
      .map(Number);
    if (opacity > 0.5) return 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? 'dark' : 'light';
  }
  return undefined;
}

/**
 * Reports the theme now and whenever it changes: the document's attributes, its ground (perhaps slowly), or the reader's system did.
 * @param {Element} element
 * @param {(theme: 'light' | 'dark' | 'auto') => void} report
 * @returns {() => void} ends it
 */
export function followHost(element, report) {
  /** @type {string | null} */
  let reported = null;
  const look = () => {
    const theme = hostTheme(element);
    if (theme === reported) return;
    reported = theme;
    report(theme);
  };
  const documents = [document.documentElement, document.body];
  const observer = new MutationObserver(look);
  for (const each of documents) observer.observe(each, { attributeFilter: [...attributes, 'style'] });
  const onTransition = (/** @type {TransitionEvent} */ { target }) => documents.includes(/** @type {HTMLElement} */ (target)) && look();
  const ends = new AbortController();
  document.addEventListener('transitionend', onTransition, { signal: ends.signal });
  addEventListener('load', look, { signal: ends.signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal: ends.signal });
  look();
  return () => {
    observer.disconnect();
    ends.abort();
  };
}
