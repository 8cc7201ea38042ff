// Keys pressed inside the element are for its shortcuts, which are fetched when the focus comes into it; a key before that is not lost.

/** @typedef {typeof import('../controls/shortcuts.js')} Shortcuts */

/** @type {Shortcuts | undefined} */
let shortcuts;
/** @type {Promise<Shortcuts> | undefined} One for all keys, so that they act in their order. */
let loading;
const load = async () => {
  loading ??= import('../controls/shortcuts.js');
  try {
    shortcuts = await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
  return shortcuts;
};

/**
 * @param {HTMLElement} element
 * @param {() => { shownLab: () => import('../lab/lab.js').Lab, travel: (by: number) => unknown } | null} panelOf
 */
export function listenToKeys(element, panelOf) {
  element.addEventListener('focusin', () => load().catch(() => {}), { once: true });
  element.addEventListener('keydown', (event) => {
    const panel = panelOf();
    if (!panel || event.defaultPrevented) return;
    // It is not known any more when the event is over.
    const [target] = event.composedPath();
    const handle = (/** @type {Shortcuts} */ { handleShortcut }) => handleShortcut(event, target, panel.shownLab(), panel.travel);
    if (shortcuts) return handle(shortcuts);
    // The space bar plays and does not scroll.
    if (event.key === ' ' && target instanceof Element && target.matches('[role=slider]')) event.preventDefault();
    load().then(handle, () => {});
  });
}
