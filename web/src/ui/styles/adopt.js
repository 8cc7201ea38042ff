// Styles of a part that is fetched when it is opened, given to the element that opens it; one sheet for all elements.

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** @param {Node} inside anything that stands in the element's shadow root @param {string} text */
export function adopt(inside, text) {
  const root = inside.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const sheet = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) sheet.replaceSync(text);
  sheets.set(text, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
