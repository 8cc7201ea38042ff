// Fetches what most first visits do without (later.js), its words, and its styles.
import { make } from './controls/dom.js';
import { adopt } from './styles/adopt.js';

/**
 * @param {import('./words.js').Words} words
 * @param {HTMLElement} slot in the element's shadow root, where it is going to stand; a sentence stands there when it does not arrive
 * @returns {Promise<typeof import('./later.js') | null>} null: it did not arrive; it may be asked for again
 */
export async function fetchLater(words, slot) {
  try {
    const [parts] = await Promise.all([import('./later.js'), words.need('later')]);
    adopt(slot, parts.styles);
    return parts;
  } catch {
    slot.replaceChildren(make('p', { class: 'wrong', role: 'alert' }, words.say('failed.unreachable')));
    slot.hidden = false;
    return null;
  }
}
