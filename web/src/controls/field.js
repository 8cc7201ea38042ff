// A labelled text field for one number, length or list. It acts while one types; what is wrong stays in it, with the sentence nearby.
import { freshId, make, set } from '../ui/dom.js';
import { nudged } from './number-keys.js';

/** @typedef {import('../lab/edits.js').LocalProblem} LocalProblem */

/**
 * @typedef {object} FieldOptions
 * @property {(Node | string)[]} label
 * @property {string} help
 * @property {import('./number-keys.js').Steps | null} steps how the arrow keys move it; null: they do not
 * @property {boolean} [wide]
 * @property {string} [placeholder]
 * @property {string} [name] for tests and styles
 * @property {(value: string) => Promise<LocalProblem[] | null>} commit
 * @property {(problems: LocalProblem[]) => void} tell shows problems in words
 * @property {string} [describedBy] the id of what `tell` writes to
 */

/** Milliseconds without a key press until something half written is called wrong. */
const patience = 500;
/** How often what was overtaken by another edit is handed in again. */
const maxTries = 8;

/** @param {FieldOptions} options */
export function makeField({ label, help, steps, wide, placeholder, name, commit, tell, describedBy }) {
  const id = freshId('field');
  const input = make('input', {
    id,
    type: 'text',
    inputmode: steps ? 'decimal' : null,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    title: help,
    class: wide ? 'wide' : null,
    placeholder,
    'data-key': name,
    'aria-describedby': describedBy,
  });
  let settled = '';
  let wrong = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {LocalProblem[]} problems */
  const mark = (problems) => {
    wrong = problems.length > 0;
    set(input, { 'aria-invalid': wrong ? 'true' : null });
    tell(problems);
  };
  const act = async (tries = 0) => {
    clearTimeout(timer);
    const value = input.value.trim();
    const problems = await commit(value);
    if (input.value.trim() !== value) return;
    if (!problems) {
      // Another edit overtook this one; what stands in the field has not been heard yet.
      if (tries < maxTries && input.value !== settled) timer = setTimeout(() => act(tries + 1), patience);
    } else if (problems.length === 0) {
      settled = input.value;
      mark([]);
    } else if (wrong || document.activeElement === null || !input.matches(':focus')) mark(problems);
    else timer = setTimeout(() => mark(problems), patience);
  };
  input.addEventListener('input', () => act());
  input.addEventListener('change', () => act());
  input.addEventListener('keydown', (event) => {
    const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const next = up && steps && nudged(input.value || (placeholder ?? ''), up * (event.shiftKey ? 10 : 1), steps);
    if (next) {
      event.preventDefault();
      input.value = next;
      act();
    }
    if (event.key === 'Escape' && wrong) {
      input.value = settled;
      act();
    }
  });

  return {
    element: make('span', { class: 'field' }, make('label', { for: id, title: help }, ...label), input),
    input,
    /** Shows the run's value, unless someone is writing or what was written is wrong. @param {string} value */
    show(value) {
      if (input.matches(':focus') || wrong) return;
      settled = value;
      if (input.value !== value) input.value = value;
    },
  };
}
