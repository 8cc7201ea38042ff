// Creates elements in one expression. It sets attributes only: the page's content security policy allows no inline style.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes] a function listens to the event of that name; true sets an empty attribute; null, undefined, false: none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children.filter(isThere));
  return element;
}

/**
 * Sets or removes attributes, and adds listeners.
 * @param {Element} element
 * @param {Attributes} attributes
 */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * Writes a text only where it differs, so that a screen reader does not announce it again.
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Writes a sentence that appears by itself, and says it to those who do not see it.
 * @param {import('../lab/setting.js').Setting} setting
 * @param {Node} node
 * @param {string} sentence
 */
export function announce({ say }, node, sentence) {
  if (node.textContent !== sentence && sentence) say(sentence);
  write(node, sentence);
}

/** Typesets a symbol of a formula; the text after an underscore is its subscript. @param {string} text */
export function symbol(text) {
  const [letter, index] = text.split('_');
  return make('span', { class: 'symbol' }, letter, index && make('sub', {}, index));
}

let ids = 0;
/** Gives an id that no other element of the page has. @param {string} stem */
export function freshId(stem) {
  ids += 1;
  return `${stem}-${ids}`;
}

/** @type {(child: Child) => child is Node | string} */
const isThere = (child) => child !== null && child !== undefined && child !== false;
