// HTML knows no <eta-lab/>: such an element stays open and takes in the rest of what is around it, which is then not seen. The console says
// so, because nothing on the page could.

/** What an author may put inside for as long as nothing is trained. */
const pictures = 'img, picture, figure, svg, video, table, noscript, template, style';

/** @type {WeakSet<Element>} */
const warned = new WeakSet();

/**
 * Warns once if an element seems not to be closed: nothing stands after it in what is around it, and inside is more than a picture.
 * @param {HTMLElement} element
 * @param {import('../lib/words.js').Words} words
 */
export async function warnIfUnclosed(element, words) {
  if (document.readyState === 'loading') await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed));
  const inside = Array.from(element.children).find((child) => !child.matches(pictures));
  if (!inside || element.nextSibling || warned.has(element)) return;
  warned.add(element);
  await words.loadAll();
  console.warn(words.t('element.unclosed', { tag: inside.localName, text: (inside.textContent ?? '').trim().slice(0, 60) }));
}
