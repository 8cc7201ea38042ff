// The sentence that says what failed to load or to run, with a button that tries again.
import { make } from './dom.js';

/**
 * @param {import('../lib/words.js').Words} words
 * @param {{ code?: unknown, values?: Record<string, string | number> }} error with the code of its sentence; one without failed to load
 * @param {(() => void) | null} retry
 */
export function makeFailure(words, { code, values }, retry) {
  const text = make('span');
  const show = () => {
    const key = `failed.${code}`;
    text.textContent = words.t(key in words.table ? key : 'failed.lost', { file: words.t('failed.file'), ...values });
  };
  show();
  // The reasons are not among the first words, and perhaps cannot be had.
  words.loadAll().then(show, () => {});
  const button = retry && make('button', { type: 'button', class: 'again', click: retry }, words.t('failed.again'));
  return make('p', { class: 'wrong', role: 'alert' }, text, ' ', button);
}
