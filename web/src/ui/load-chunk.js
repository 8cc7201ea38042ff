// Loads a module that most first visits do without, with all words and the styles of such modules. A bundle has those of one laboratory in
// one file (build-scripts/lib/site/bundle.mjs).

import { make } from './dom.js';
import { adopt } from './styles/adopt.js';

/**
 * @template Module
 * @param {import('../lib/words.js').Words} words
 * @param {HTMLElement} slot in the element's shadow root, where it is going to stand; a sentence stands there when it does not arrive
 * @param {() => Promise<Module>} load
 * @returns {Promise<Module | null>} null when it did not arrive; it may be asked for again
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
