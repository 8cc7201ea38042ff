// The element's style sheets. One set serves all elements of a page; only which colours count is each element's own.

import article from './article.css';
import base from './base.css';
import charts from './charts.css';
import controls from './controls.css';
import dark from './dark.css';
import hand from './hand.css';
import light from './light.css';
import picture from './picture.css';
import table from './table.css';

/** @type {CSSStyleSheet[]} */
let shared = [];

/** @param {string} text @param {CSSStyleSheetInit} [options] */
function sheet(text, options) {
  const made = new CSSStyleSheet(options);
  made.replaceSync(text);
  return made;
}

/** @typedef {'auto' | 'light' | 'dark'} Theme */

/** Paper is light. */
const darkMedia = { auto: 'screen and (prefers-color-scheme: dark)', light: 'not all', dark: 'screen' };

/**
 * @param {ShadowRoot} root
 * @returns {(theme: Theme) => void} switches the colours
 */
export function adoptStyles(root) {
  if (shared.length === 0) shared = [sheet(light), sheet(base + controls + charts + picture + table + hand + article)];
  const [colours, rest] = shared;
  const own = sheet(dark, { media: darkMedia.auto });
  root.adoptedStyleSheets = [colours, own, rest];
  return (theme) => {
    own.media.mediaText = darkMedia[theme];
  };
}
