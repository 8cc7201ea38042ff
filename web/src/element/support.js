// What an element says before it has words, in two languages.
import { make } from '../ui/dom.js';

/**
 * Whether the element can work here. README states the browsers: `findLast` is the newest thing that all parts use, and old versions of
 * Prototype.js replace Array.from by one that takes no function.
 */
export const isSupported = () => !!Array.prototype.findLast && Array.from([1], (value) => value + 1)[0] === 2;

export const unsupported = 'EtaLab needs Chrome 97, Firefox 104 or Safari 16.4, and no script that replaces Array.from. · 无法在这里运行。';
export const wordless = 'EtaLab: the words failed to load. · 文字未能载入。';

/** @param {string} text @param {(() => void) | null} retry */
export function plainFailure(text, retry) {
  const button = retry && make('button', { type: 'button', click: retry }, 'Try again · 再试一次');
  return make('p', { class: 'wrong', role: 'alert' }, `${text} `, button);
}
