// Fetches what most first visits do without (later.js), its words, and its styles.
import { adopt } from './styles/adopt.js';

/**
 * @param {import('./words.js').Words} words
 * @param {Node} inside anything that stands in the element's shadow root
 * @returns {Promise<typeof import('./later.js')>}
 */
export async function fetchLater(words, inside) {
  const [parts] = await Promise.all([import('./later.js'), words.need('later')]);
  adopt(inside, parts.styles);
  return parts;
}
