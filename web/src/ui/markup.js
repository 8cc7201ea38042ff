// A tree of elements as text, for the build, and as elements, for the browser.
/** Text, or a name, its attributes and what is inside. @typedef {string | [string, Record<string, string | number>, ...Node[]]} Node */

/** @param {string} text */
const safe = (text) => text.replace(/[&<>"]/g, (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter]};`);

/** @param {Node} node @returns {string} */
export function markup(node) {
  if (typeof node === 'string') return safe(node);
  const [name, attributes, ...children] = node;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(String(value))}"`);
  return `<${name}${written.join('')}>${children.map(markup).join('')}</${name}>`;
}

/** @param {Node} node @param {boolean} [inSvg] @returns {globalThis.Node} */
export function grow(node, inSvg = false) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const svg = inSvg || name === 'svg';
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children.map((child) => grow(child, svg)));
  return element;
}
