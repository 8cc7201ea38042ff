// What the script needs of the page around it, checked before it builds anything.
import { make } from '../ui/dom.js';

/**
 * Gives why the element cannot work here: '', or a sentence for the console.
 * README states the browsers; `findLast` is the newest thing that every part uses.
 */
export function unsupported() {
  if (!Array.prototype.findLast) return 'EtaLab needs a newer browser (Chrome 97, Firefox 104, Safari 16.4).';
  if (Array.from([1], (value) => value + 1)[0] !== 2) return 'EtaLab cannot work here: another script has replaced Array.from.';
  return '';
}

/**
 * The sentence where there are no words yet, in both languages.
 * @param {string} text
 * @param {(() => void) | null} retry
 */
export function plainFailure(text, retry) {
  return make(
    'p',
    { class: 'wrong', role: 'alert' },
    `${text} `,
    retry && make('button', { type: 'button', class: 'again', click: retry }, 'Try again · 再试一次'),
  );
}
