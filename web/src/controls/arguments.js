// Each parameter of a registered thing has a field, built from `describe`; their values are written back as `name(arguments)`.
import { readCall } from '../lab/read-call.js';
import { make, symbol } from '../ui/dom.js';
import { makeField } from './field.js';
import { stepsOf } from './number-steps.js';

/** @typedef {import('../lib/registry.js').Entry} Entry */
/** @typedef {import('../lib/registry.js').Param} Param */
/** @typedef {import('../lab/edits.js').LocalProblem} LocalProblem */

/** @param {Param} param */
const isList = ({ type }) => type === 'points' || type === 'numbers' || type === 'lengths';

/**
 * Reads the arguments of a canonical `name(…)`, by parameter; the entries of a list are joined by commas.
 * @param {Entry} entry
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function argumentsOf(entry, text) {
  /** @type {Map<string, string>} */
  const values = new Map();
  const list = entry.params.find(isList);
  let position = 0;
  for (const { key, value } of readCall(text).args) {
    // A list collects all positional arguments.
    const target = key || (list ? list.key : entry.params[position++]?.key);
    if (!target) continue;
    const before = values.get(target);
    values.set(target, before === undefined ? value : `${before}, ${value}`);
  }
  return values;
}

/**
 * Writes the call with these arguments; parameters without a value are left out.
 * @param {Entry} entry
 * @param {Map<string, string>} values
 */
export function writeCall(entry, values) {
  const args = [];
  for (const param of entry.params) {
    const value = (values.get(param.key) ?? '').trim();
    if (value === '') continue;
    args.push(isList(param) ? value : `${param.key}=${value}`);
  }
  return args.length ? `${entry.key}(${args.join(', ')})` : entry.key;
}

/**
 * Finds where a value would end its argument and become another's, or never ends it.
 * @param {string} value
 * @param {boolean} list whose entries are separated by commas
 * @returns {number} −1 when it is all one argument
 */
export function strayAt(value, list) {
  const open = [];
  for (const [place, sign] of [...value].entries()) {
    if (/[(（]/.test(sign)) open.push(place);
    else if (/[)）]/.test(sign) ? open.pop() === undefined : open.length === 0 && endsArgument(sign, list)) return offsetOf(value, place);
  }
  return open.length > 0 ? offsetOf(value, open[0]) : -1;
}

/** @param {string} sign @param {boolean} list */
const endsArgument = (sign, list) => /[=＝]/.test(sign) || (!list && /[,，、､]/.test(sign));
/** @param {string} value @param {number} place counted in characters */
const offsetOf = (value, place) => [...value].slice(0, place).join('').length;

/** @param {string} key @param {string} value @param {number} from @returns {LocalProblem} */
function strayProblem(key, value, from) {
  const sign = value[from];
  const code = /[(（]/.test(sign) ? 'bracket_open' : 'unexpected';
  return { code, key, from, to: from + 1, values: [sign], sentence: '', inside: true, quote: sign };
}

/**
 * @param {object} options
 * @param {string} options.kind the registry, whose words are under `KIND.NAME.PARAM.help`
 * @param {Entry} options.entry
 * @param {string} options.text the call's canonical text
 * @param {import('../lib/words.js').Words} options.words
 * @param {(text: string) => Promise<LocalProblem[] | null>} options.commit edits the call's text
 * @param {(field: string) => (problems: LocalProblem[]) => void} options.report
 */
export function makeArguments({ kind, entry, text, words, commit, report }) {
  const values = argumentsOf(entry, text);
  /** The others keep what the run has, so that a wrong one keeps none of them from changing. @param {string} key @param {string} value */
  const change = async (key, value) => {
    const stray = strayAt(value, isList(/** @type {Param} */ (entry.params.find((param) => param.key === key))));
    if (stray >= 0) return [strayProblem(entry.key, value, stray)];
    return commit(writeCall(entry, new Map(values).set(key, value)));
  };
  const fields = entry.params.map((param) => {
    const help = words.t(`${kind}.${entry.key}.${param.key}.help`);
    // A parameter's name in the reader's language stands before the one that it has in a run's text; the help explains it.
    const word = words.t(`parameter.${param.key}`);
    const named = [param.key, param.symbol].includes(word.replaceAll(' ', '_')) ? [] : [word, ' '];
    const label = [...(param.symbol ? [symbol(param.symbol), ' '] : []), ...named, make('code', {}, param.key)];
    const value = values.get(param.key);
    if (param.type === 'flag') return flag(param, label, help, value, change);
    if (param.type === 'choice') return choice(param, label, help, value, change);
    const wide = isList(param) || param.type === 'schedule';
    const field = makeField({
      label,
      help,
      steps: stepsOf(param),
      wide,
      placeholder: param.initial,
      name: `${entry.key}.${param.key}`,
      report: report(param.key),
      commit: (text) => change(param.key, text),
    });
    field.show(value ?? '');
    return { element: field.element, show: (/** @type {string | undefined} */ shown) => field.show(shown ?? '') };
  });
  return {
    elements: fields.map(({ element }) => element),
    /** @param {string} edited the call's canonical text after an edit */
    show(edited) {
      const current = argumentsOf(entry, edited);
      values.clear();
      for (const [key, value] of current) values.set(key, value);
      entry.params.forEach((param, i) => {
        fields[i].show(current.get(param.key));
      });
    },
  };
}

/**
 * @param {Param} param @param {(Node | string)[]} label @param {string} help @param {string | undefined} value
 * @param {(key: string, value: string) => unknown} change
 */
function flag(param, label, help, value, change) {
  const input = make('input', { type: 'checkbox', title: help, change: (event) => change(param.key, String(event.target.checked)) });
  const show = (/** @type {string | undefined} */ shown) => {
    input.checked = (shown ?? param.initial) === 'true';
  };
  show(value);
  return { element: make('label', { class: 'switch', title: help }, input, ...label), show };
}

/**
 * @param {Param} param @param {(Node | string)[]} label @param {string} help @param {string | undefined} value
 * @param {(key: string, value: string) => unknown} change
 */
function choice(param, label, help, value, change) {
  const select = make(
    'select',
    { title: help, change: (event) => change(param.key, event.target.value) },
    ...(param.choices ?? []).map((word) => make('option', { value: word }, word)),
  );
  const show = (/** @type {string | undefined} */ shown) => {
    select.value = shown ?? param.initial;
  };
  show(value);
  return { element: make('label', { class: 'field' }, make('span', { class: 'soft' }, ...label), select), show };
}
