// Adds the styles of a lazy chunk to the element that has loaded it. All elements share one sheet for each text.

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** Adds a style sheet to a shadow root, once. @param {Node} inside any node in that root @param {string} text */
export function adopt(inside, text) {
  const root = inside.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const sheet = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) sheet.replaceSync(text);
  sheets.set(text, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
