// Turns a tree of elements into text, for the build, or into elements, for the browser.

/** @typedef {string | [string, Record<string, string | number>, ...Node[]]} Node text, or an element's name, attributes and children */

/** @param {string} text */
const safe = (text) => text.replace(/[&<>"]/g, (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter]};`);

/** Writes a tree as HTML. @param {Node} node @returns {string} */
export function markup(node) {
  if (typeof node === 'string') return safe(node);
  const [name, attributes, ...children] = node;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(String(value))}"`);
  return `<${name}${written.join('')}>${children.map(markup).join('')}</${name}>`;
}

/** Creates the elements of a tree. @param {Node} node @param {boolean} [inSvg] @returns {globalThis.Node} */
export function grow(node, inSvg = false) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const svg = inSvg || name === 'svg';
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children.map((child) => grow(child, svg)));
  return element;
}
