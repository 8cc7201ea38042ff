// A labelled text field for one number, length or list. It commits while the reader types; an invalid value stays and is reported.
import { freshId, make, set } from '../ui/dom.js';
import { withPoint } from './number-steps.js';

/** @typedef {import('../lab/edits.js').LocalProblem} LocalProblem */

/**
 * @typedef {object} FieldOptions
 * @property {(Node | string)[]} label
 * @property {string} help
 * @property {import('./number-steps.js').Steps | null} steps how the arrow keys change it; null when they do not
 * @property {boolean} [wide]
 * @property {string} [placeholder]
 * @property {string} [name] identifies the field in tests and styles
 * @property {(value: string) => Promise<LocalProblem[] | null>} commit
 * @property {(problems: LocalProblem[]) => void} report shows the problems
 * @property {string} [describedBy] the id of the element that `report` fills
 */

/** Problems of a half-written value are shown after this many milliseconds without a key press. */
const patience = 500;
/** A value whose edit was superseded is committed again this often at most. */
const maxTries = 8;

/** @type {typeof import('./number-keys.js').nudged | undefined} The code of the arrow keys is fetched with the first of them. */
let nudged;

/** @param {FieldOptions} options */
export function makeField({ label, help, steps, wide, placeholder, name, commit, report, describedBy }) {
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
    wrong = problems.some(({ warning }) => !warning);
    set(input, { 'aria-invalid': wrong ? 'true' : null });
    report(problems);
  };
  const act = async (tries = 0) => {
    clearTimeout(timer);
    const typed = input.value.trim();
    const problems = await commit(steps ? withPoint(typed, steps) : typed);
    if (input.value.trim() !== typed) return;
    if (!problems) {
      // Another edit superseded this one, so the value in the field has not been applied yet.
      if (tries < maxTries && input.value !== settled) timer = setTimeout(() => act(tries + 1), patience);
    } else if (problems.every(({ warning }) => warning)) {
      settled = input.value;
      mark(problems);
    } else if (wrong || document.activeElement === null || !input.matches(':focus')) mark(problems);
    else timer = setTimeout(() => mark(problems), patience);
  };
  /** @param {KeyboardEvent} event of an arrow key @param {number} by */
  const step = (event, by) => {
    const next = steps && nudged?.(input.value || (placeholder ?? ''), by, steps);
    if (!next) return;
    event.preventDefault();
    input.value = next;
    act();
  };
  // What is being composed, as in Chinese input, is not a value yet.
  input.addEventListener('input', (event) => event.isComposing || act());
  input.addEventListener('compositionend', () => act());
  // A field that is left as it was changes nothing.
  input.addEventListener('change', () => input.value !== settled && act());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return event.stopPropagation();
    const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const by = (up ?? 0) * (event.shiftKey ? 10 : 1);
    if (by && steps && !nudged) {
      event.preventDefault();
      import('./number-keys.js').then(
        (chunk) => {
          nudged = chunk.nudged;
          step(event, by);
        },
        () => {},
      );
    } else if (by) step(event, by);
    if (event.key === 'Escape' && wrong) {
      input.value = settled;
      act();
    }
  });

  return {
    element: make('span', { class: 'field' }, make('label', { for: id, title: help }, ...label), input),
    input,
    /** Shows the run's value, unless the field has the focus or holds an invalid value. @param {string} value */
    show(value) {
      if (input.matches(':focus') || wrong) return;
      settled = value;
      if (input.value !== value) input.value = value;
    },
  };
}
