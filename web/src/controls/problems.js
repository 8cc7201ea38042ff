// Problems in words, as a list under what they are about.
import { make } from '../ui/dom.js';

/** @typedef {import('../lib/run.js').Problem} Problem */

/** The first few; a text of nothing but mistakes would bury the page. */
const most = 3;

/** What each host is to show, once the sentences are there. @type {WeakMap<HTMLElement, object>} */
const wanted = new WeakMap();

/**
 * Shows the problems in `host`, in the reader's language; nothing when there are none.
 * @param {HTMLElement} host with role alert or status
 * @param {(Problem & { inside?: boolean, quote?: string })[]} problems
 * @param {import('../lib/words.js').Words} words
 */
export async function showProblems(host, problems, words) {
  wanted.set(host, problems);
  if (problems.length > 0) await words.load('problems').catch(() => {});
  if (wanted.get(host) !== problems) return;
  const lines = problems.slice(0, most).map((problem) => {
    const quote = problem.inside === false && problem.quote ? shortened(problem.quote) : '';
    return make(
      'p',
      { class: 'wrong', 'data-code': problem.code },
      quote && make('span', { class: 'place' }, quote),
      quote && ' – ',
      words.problem(problem),
    );
  });
  if (problems.length > most) lines.push(make('p', { class: 'wrong' }, words.t('problems.more', { count: problems.length - most })));
  host.replaceChildren(...lines);
  host.hidden = lines.length === 0;
}

/** @param {string} text */
function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
