// This function loads a lazy module with all words and the styles of lazy modules. A bundle has the lazy modules of the element in one file
// (build-scripts/lib/site/bundle.mjs).

import { make } from './dom.js';
import { adopt } from './styles/adopt.js';

/**
 * @template Module
 * @param {import('../lib/words.js').Words} words
 * @param {HTMLElement} slot the module's place in the shadow root; after a failure it shows a sentence
 * @param {() => Promise<Module>} load
 * @returns {Promise<Module | null>} null when it did not arrive; the caller may try again
 */
export async function loadChunk(words, slot, load) {
  try {
    const [module, { default: styles }] = await Promise.all([load(), import('./styles/lazy.css'), words.loadAll()]);
    adopt(slot, styles);
    return module;
  } catch {
    slot.replaceChildren(make('p', { class: 'wrong', role: 'alert' }, words.t('failed.unreachable')));
    slot.hidden = false;
    return null;
  }
}
