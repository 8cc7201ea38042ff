// The element's style sheets. All elements of a page share them; each has only its own theme.

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
  const styleSheet = new CSSStyleSheet(options);
  styleSheet.replaceSync(text);
  return styleSheet;
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
