// A field per parameter of a registered thing, made from `describe`; what they hold is written back as `name(arguments)`.
import { readCall } from '../lab/run-text.js';
import { make, symbol } from '../ui/dom.js';
import { makeField } from './field.js';
import { stepsOf } from './number-keys.js';

/** @typedef {import('../lib/registry.js').Entry} Entry */
/** @typedef {import('../lib/registry.js').Param} Param */

/** @param {Param} param */
const isList = ({ type }) => type === 'points' || type === 'numbers' || type === 'lengths';

/**
 * The text of each parameter that is given in a canonical `name(…)`; a list's entries joined by commas.
 * @param {Entry} entry
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function givenOf(entry, text) {
  /** @type {Map<string, string>} */
  const given = new Map();
  const list = entry.params.find(isList);
  let place = 0;
  for (const { key, value } of readCall(text).args) {
    // A list takes all arguments that are given by place.
    const target = key || (list ? list.key : entry.params[place++]?.key);
    if (!target) continue;
    const before = given.get(target);
    given.set(target, before === undefined ? value : `${before}, ${value}`);
  }
  return given;
}

/**
 * @param {Entry} entry
 * @param {Map<string, string>} given
 */
export function writeCall(entry, given) {
  const args = [];
  for (const param of entry.params) {
    const value = (given.get(param.key) ?? '').trim();
    if (value === '') continue;
    args.push(isList(param) ? value : `${param.key}=${value}`);
  }
  return args.length ? `${entry.key}(${args.join(', ')})` : entry.key;
}

/**
 * @param {object} options
 * @param {string} options.kind registry: its words stand under `KIND.NAME.PARAM.help`
 * @param {Entry} options.entry
 * @param {string} options.text the canonical text of the thing
 * @param {import('../lib/words.js').Words} options.words
 * @param {(text: string) => Promise<import('../lab/edits.js').LocalProblem[] | null>} options.commit takes the new text of the thing
 * @param {(problems: import('../lab/edits.js').LocalProblem[]) => void} options.tell
 */
export function makeArguments({ kind, entry, text, words, commit, tell }) {
  const given = givenOf(entry, text);
  /** @param {string} key @param {string} value */
  const change = (key, value) => {
    given.set(key, value);
    return commit(writeCall(entry, given));
  };
  const fields = entry.params.map((param) => {
    const help = words.t(`${kind}.${entry.key}.${param.key}.help`);
    // A parameter is called as it is written, in every language; what it means stands in the help.
    const written = make('code', {}, param.key);
    const label = param.symbol ? [symbol(param.symbol), ' ', written] : [written];
    const value = given.get(param.key);
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
      tell,
      commit: (wanted) => change(param.key, wanted),
    });
    field.show(value ?? '');
    return { element: field.element, show: (/** @type {string | undefined} */ now) => field.show(now ?? '') };
  });
  return {
    elements: fields.map(({ element }) => element),
    /** @param {string} now the canonical text again, after an edit */
    show(now) {
      const fresh = givenOf(entry, now);
      given.clear();
      for (const [key, value] of fresh) given.set(key, value);
      entry.params.forEach((param, i) => {
        fields[i].show(fresh.get(param.key));
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
  const show = (/** @type {string | undefined} */ now) => {
    input.checked = (now ?? param.initial) === 'true';
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
  const show = (/** @type {string | undefined} */ now) => {
    select.value = now ?? param.initial;
  };
  show(value);
  return { element: make('label', { class: 'field' }, make('span', { class: 'soft' }, ...label), select), show };
}
