// Fields for keys of the run; `describe` gives their labels, help, defaults and scales.
import { itemOf } from '../lab/item-of.js';
import { freshId, make, symbol } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';
import { makeField } from './field.js';
import { stepsOf } from './number-steps.js';
import { makeReports } from './problems.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** Typesets a name that begins with a Greek letter as a symbol. @param {string} name */
export function asLabel(name) {
  const letter = /^(\p{Script=Greek})(.*)$/u.exec(name);
  return letter ? [symbol(name)] : [name];
}

/**
 * Makes fields for some of a run's keys.
 * @param {Setting} setting
 * @param {string[]} keys
 * @param {{ racer?: number, wide?: string[] }} [options]
 */
export function makeSettings({ lab, words, describe }, keys, { racer = 0, wide = [] } = {}) {
  const id = freshId('problems');
  const problems = make('div', { id, role: 'alert', hidden: true });
  const slot = make('div', { hidden: true });
  const reports = makeReports(problems, words);
  const fields = keys.flatMap((name) => {
    const key = describe.keys.find((candidate) => candidate.key === name);
    if (!key) return [];
    const field = makeField({
      label: asLabel(words.t(`key.${name}.name`)),
      help: words.t(`key.${name}.help`),
      steps: stepsOf(key),
      wide: wide.includes(name),
      name,
      describedBy: id,
      commit: async (value) => (await loadPart(words, slot, () => import('../lab/edits.js'))).setItem(lab, racer, name, value),
      report: reports.of(name),
    });
    return [{ name, field, initial: key.initial }];
  });
  return {
    elements: fields.map(({ field }) => field.element),
    // Each stands for itself, as an empty box around them would take a gap of the row.
    problems: [slot, problems],
    update() {
      for (const { name, field, initial } of fields) {
        const value = itemOf(lab, racer, name);
        field.show(value ?? (racer === 0 || lab.run?.racers.length === 1 ? initial : ''));
        // The default number of validation samples is the data set's, not the key's.
        if (name === 'validation') field.input.placeholder = String(lab.run?.data.validation ?? '');
        // Steps and epochs set the same length, so only the one in use is shown.
        const alternative = { steps: 'epochs', epochs: 'steps' }[name];
        if (alternative && racer === 0)
          field.element.hidden = value === undefined && (name === 'epochs' || itemOf(lab, 0, alternative) !== undefined);
      }
    },
  };
}
