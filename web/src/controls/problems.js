// Shows problems as a list of sentences below the control that they concern.
import { attempt } from '../lib/attempt.js';
import { make } from '../ui/dom.js';
import { makeFailure } from '../ui/load-failure.js';

/** @typedef {import('../lib/run.js').Problem} Problem */

/** No more problems than this are listed, so that a text full of mistakes does not fill the page. */
const maxShown = 3;

/** @type {WeakMap<HTMLElement, object>} The problems that each slot shows once the sentences have loaded. */
const newest = new WeakMap();

/**
 * Makes one list of what several fields report: what one reports does not replace what the others did.
 * @param {HTMLElement} slot
 * @param {import('../lib/words.js').Words} words
 */
export function makeReports(slot, words) {
  /** @type {Map<string, Parameters<typeof showProblems>[1]>} */
  const reports = new Map();
  const show = () => showProblems(slot, [...reports.values()].flat(), words);
  return {
    /** @param {string} field */
    of: (field) => (/** @type {Parameters<typeof showProblems>[1]} */ found) => {
      reports.set(field, found);
      show();
    },
    clear() {
      reports.clear();
      show();
    },
  };
}

/**
 * Shows the problems in `slot`, in the reader's language; with none, the slot is hidden.
 * @param {HTMLElement} slot an element with the role alert or status
 * @param {(Problem & { inside?: boolean, quote?: string })[]} problems
 * @param {import('../lib/words.js').Words} words
 * @param {boolean} [isAgain] whether their sentences have failed to load
 */
export async function showProblems(slot, problems, words, isAgain = false) {
  newest.set(slot, problems);
  /** @type {HTMLParagraphElement | undefined} */
  let missing;
  if (problems.length > 0) {
    await attempt(() => words.loadAll(), isAgain).catch((error) => {
      missing = makeFailure(words, error, () => showProblems(slot, problems, words, true));
    });
  }
  if (newest.get(slot) !== problems) return;
  const lines = problems.slice(0, maxShown).map((problem) => {
    const quote = problem.inside === false && problem.quote ? shortened(problem.quote) : '';
    return make(
      'p',
      { class: problem.warning ? 'warned' : 'wrong', 'data-code': problem.code },
      quote && make('span', { class: 'place' }, quote),
      quote && ' – ',
      words.problem(problem),
    );
  });
  if (problems.length > maxShown)
    lines.push(make('p', { class: 'wrong' }, words.t('problems.more', { count: problems.length - maxShown })));
  if (missing) lines.push(missing);
  slot.replaceChildren(...lines);
  slot.hidden = lines.length === 0;
}

/** @param {string} text */
function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
