// An editor of a run's text that underlines problems: a native text area above an element that mirrors the text with the marks.
import { make, set } from '../ui/dom.js';
import { showProblems } from './problems.js';

/** @typedef {import('../lab/edits.js').LocalProblem} LocalProblem */

/** Problems of a half-written text are shown after this many milliseconds without input. */
const patience = 500;

/**
 * @param {object} options
 * @param {string} options.label
 * @param {string} [options.name]
 * @param {import('../lib/words.js').Words} options.words
 * @param {(text: string) => Promise<LocalProblem[] | null>} options.commit
 */
export function makeSource({ label, name, words, commit }) {
  const mirror = make('div', { class: 'mirror code', 'aria-hidden': 'true' });
  const area = make('textarea', {
    class: 'code',
    rows: 1,
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-label': label,
    'data-key': name,
  });
  const problems = make('div', { role: 'alert', hidden: true });
  let settled = '';
  let wrong = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {{ from: number, to: number, inside: boolean, warning?: boolean }[]} places */
  const reflect = (places) => {
    const pieces = [];
    let at = 0;
    for (const { from, to, warning } of places.filter((place) => place.inside).sort((a, b) => a.from - b.from)) {
      if (from < at) continue;
      // An empty range, such as a missing argument at the end, is marked by spaces.
      pieces.push(
        area.value.slice(at, from),
        make('mark', { class: warning ? 'warned' : null }, from === to ? '\u00a0\u00a0' : area.value.slice(from, to)),
      );
      at = to;
    }
    mirror.replaceChildren(...pieces, area.value.slice(at), '\u200b');
  };
  /** @param {LocalProblem[]} found */
  const mark = (found) => {
    wrong = found.some(({ warning }) => !warning);
    set(area, { 'aria-invalid': wrong ? 'true' : null });
    reflect(found);
    showProblems(problems, found, words);
  };
  const apply = async (/** @type {boolean} */ immediately) => {
    clearTimeout(timer);
    reflect([]);
    const text = area.value;
    const found = await commit(text.trim());
    if (!found || area.value !== text) return;
    const indent = text.length - text.trimStart().length;
    const moved = found.map((problem) => (problem.inside ? { ...problem, from: problem.from + indent, to: problem.to + indent } : problem));
    if (found.every(({ warning }) => warning)) {
      settled = text;
      mark(moved);
    } else if (immediately || wrong) mark(moved);
    else timer = setTimeout(() => mark(moved), patience);
  };
  // What is being composed, as in Chinese input, is not a text yet.
  area.addEventListener('input', (event) => (event.isComposing ? reflect([]) : apply(false)));
  area.addEventListener('compositionend', () => apply(false));
  area.addEventListener('change', () => apply(true));
  area.addEventListener('keydown', (event) => {
    if (event.isComposing) return event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      apply(true);
    }
    if (event.key === 'Escape' && wrong) {
      event.stopPropagation();
      area.value = settled;
      apply(true);
    }
  });

  return {
    element: make('div', {}, make('div', { class: 'source' }, mirror, area), problems),
    area,
    /** Shows the run's text, unless the area has the focus or holds an invalid text. @param {string} text */
    show(text) {
      if (area.matches(':focus') || wrong) return;
      settled = text;
      if (area.value === text && mirror.textContent !== '') return;
      area.value = text;
      reflect([]);
    },
    /** Shows warnings about the text that stands there. @param {string} text @param {LocalProblem[]} found */
    warn(text, found) {
      if (!area.matches(':focus') && !wrong && area.value === text) mark(found);
    },
    /** Replaces the text, as if the reader had written it. @param {string} text */
    put(text) {
      area.value = text;
      return apply(true);
    },
    /** Shows a text that was refused elsewhere, as an address, with its problems. @param {string} text @param {LocalProblem[]} found */
    refuse(text, found) {
      area.value = text;
      mark(found);
    },
  };
}
