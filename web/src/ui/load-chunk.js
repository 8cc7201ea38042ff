// Loads a chunk of the page that most first visits do without, with its words and its styles.

import { make } from './dom.js';
import { adopt } from './styles/adopt.js';

/**
 * @template {{ styles: string }} Chunk
 * @param {import('../lib/words.js').Words} words
 * @param {HTMLElement} slot in the element's shadow root, where it is going to stand; a sentence stands there when it does not arrive
 * @param {() => Promise<Chunk>} load
 * @returns {Promise<Chunk | null>} null when it did not arrive; it may be asked for again
 */
export async function loadChunk(words, slot, load) {
  try {
    const [chunk] = await Promise.all([load(), words.load('later')]);
    adopt(slot, chunk.styles);
    return chunk;
  } catch {
    slot.replaceChildren(make('p', { class: 'wrong', role: 'alert' }, words.t('failed.unreachable')));
    slot.hidden = false;
    return null;
  }
}
