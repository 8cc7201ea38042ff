// A text in the language of runs, with its wrong places underlined: a native text area over a mirror that carries the marks.
import { make, set } from '../ui/dom.js';
import { showProblems } from './problems.js';

/** @typedef {import('../lab/edits.js').LocalProblem} LocalProblem */

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

  /** @param {{ from: number, to: number, inside: boolean }[]} places */
  const reflect = (places) => {
    const parts = [];
    let at = 0;
    for (const { from, to } of places.filter((place) => place.inside).sort((a, b) => a.from - b.from)) {
      if (from < at) continue;
      // An empty place, such as something missing at the end, is marked by a space of its own.
      parts.push(area.value.slice(at, from), make('mark', {}, from === to ? '\u00a0\u00a0' : area.value.slice(from, to)));
      at = to;
    }
    mirror.replaceChildren(...parts, area.value.slice(at), '\u200b');
  };
  /** @param {LocalProblem[]} found */
  const mark = (found) => {
    wrong = found.length > 0;
    set(area, { 'aria-invalid': wrong ? 'true' : null });
    reflect(found);
    showProblems(problems, found, words);
  };
  const act = async (/** @type {boolean} */ now) => {
    clearTimeout(timer);
    reflect([]);
    const text = area.value;
    const found = await commit(text.trim());
    if (!found || area.value !== text) return;
    const indent = text.length - text.trimStart().length;
    const moved = found.map((problem) => (problem.inside ? { ...problem, from: problem.from + indent, to: problem.to + indent } : problem));
    if (found.length === 0) {
      settled = text;
      mark([]);
    } else if (now || wrong) mark(moved);
    else timer = setTimeout(() => mark(moved), patience);
  };
  area.addEventListener('input', () => act(false));
  area.addEventListener('change', () => act(true));
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      act(true);
    }
    if (event.key === 'Escape' && wrong) {
      event.stopPropagation();
      area.value = settled;
      act(true);
    }
  });

  return {
    element: make('div', {}, make('div', { class: 'source' }, mirror, area), problems),
    area,
    /** Shows the run's text, unless someone is writing or what was written is wrong. @param {string} text */
    show(text) {
      if (area.matches(':focus') || wrong) return;
      settled = text;
      if (area.value === text && mirror.textContent !== '') return;
      area.value = text;
      reflect([]);
    },
    /** Another text, as if it had been written. @param {string} text */
    put(text) {
      area.value = text;
      return act(true);
    },
    /** A text that was refused elsewhere (the address), with what is wrong. @param {string} text @param {LocalProblem[]} found */
    refuse(text, found) {
      area.value = text;
      mark(found);
    },
  };
}
