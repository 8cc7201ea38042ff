// Lazy modules are loaded when they are wanted. One that does not come is said where it was wanted, and is asked for again by a button and
// when the network is back. A bundle has the lazy modules of the element in one file (build-scripts/lib/site/bundle.mjs).

import { attempt, whole } from '../lib/attempt.js';
import { makeFailure } from './load-failure.js';
import { adopt } from './styles/adopt.js';

/** The newest thing that each slot waits for; an older one is given up. @type {WeakMap<HTMLElement, object>} */
const newest = new WeakMap();

/**
 * Loads a lazy module.
 * @template Module
 * @param {import('../lib/words.js').Words} words
 * @param {HTMLElement} slot the module's place in the shadow root; after a failure it shows a sentence
 * @param {() => Promise<Module>} load
 * @returns {Promise<Module>} does not settle before the module has come
 */
export async function loadPart(words, slot, load) {
  newest.set(slot, load);
  for (let again = false; ; again = true) {
    try {
      const module = await attempt(async () => whole(/** @type {any} */ (await load())), again);
      slot.querySelector(':scope > .wrong')?.remove();
      return module;
    } catch (error) {
      console.warn(error);
      if (newest.get(slot) === load) await new Promise((retry) => showFailure(words, slot, error, () => retry(null)));
      // Whoever wanted this has pressed something else, or the same again.
      if (newest.get(slot) !== load) return new Promise(() => {});
    }
  }
}

/** What tries again everything that has failed: one button is for all. @type {Set<() => void>} */
const waiting = new Set();
const retryAll = () => {
  const all = [...waiting];
  waiting.clear();
  for (const retry of all) retry();
};
globalThis.addEventListener?.('online', retryAll);

/** @param {import('../lib/words.js').Words} words @param {HTMLElement} slot @param {any} error @param {() => void} retry */
function showFailure(words, slot, error, retry) {
  slot.replaceChildren(makeFailure(words, error, retryAll));
  slot.hidden = false;
  waiting.add(retry);
}

/**
 * Loads a lazy module with all words and the styles of lazy modules.
 * @template Module
 * @param {import('../lib/words.js').Words} words
 * @param {HTMLElement} slot as for loadPart
 * @param {() => Promise<Module>} load
 * @returns {Promise<Module>}
 */
export function loadChunk(words, slot, load) {
  return loadPart(words, slot, async () => {
    const [module, styles] = await Promise.all([load(), import('./styles/lazy.css'), words.loadAll()]);
    adopt(slot, whole(styles).default);
    return module;
  });
}
