// Finds what is registered and stands in no run of a list: names, each thing's own parameters, and each choice of a parameter.

/** @typedef {{ key: string, type: string, initial?: string, choices?: string[] }} Param */
/** @typedef {{ key: string, type: string, kind?: string, choices?: string[] }} Key */
/**
 * @typedef {object} Registry as `eta describe` prints it
 * @property {Record<string, { key: string, params: Param[] }[]>} kinds
 * @property {Key[]} keys
 * @property {{ key: string }[]} functions
 * @property {string[]} names
 */

/** @param {string} text from just after a bracket that opens @returns {string[]} the arguments up to its end */
function argumentsAt(text) {
  const found = [''];
  let depth = 1;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) break;
    if (character === ',' && depth === 1) found.push('');
    else found[found.length - 1] += character;
  }
  return found.map((argument) => argument.trim());
}

/**
 * @param {string} text
 * @param {RegExp} before what stands before the name
 * @param {string} name
 * @returns {string[][]} the arguments of each place where the name is written; none where it is bare
 */
function calls(text, before, name) {
  const found = text.matchAll(new RegExp(`${before.source}${name}\\b(?!=)(\\()?`, 'g'));
  return [...found].map((match) => (match[1] ? argumentsAt(text.slice(match.index + match[0].length)) : []));
}

/** @param {string[]} written arguments @param {Param[]} params @returns {Map<string, string>} values by parameter; a list has those without a name */
function valuesOf(written, params) {
  const values = new Map();
  const list = params.find(({ type }) => ['points', 'lengths', 'numbers'].includes(type));
  for (const [i, argument] of written.entries()) {
    const [, key, value] = /^(\w+)\s*=(.*)$/s.exec(argument) ?? [];
    values.set(key ?? list?.key ?? params[i]?.key, (value ?? argument).trim());
  }
  return values;
}

/** @param {Registry} registry @param {string[]} texts of runs @returns {string[]} what no text has */
export function uncovered({ kinds, keys, functions, names }, texts) {
  const text = texts.join('\n');
  /** @type {string[]} */
  const missing = [];
  const need = (/** @type {boolean} */ there, /** @type {string} */ what) => void (there || missing.push(what));
  for (const { key, kind, choices = [] } of keys) {
    // A schedule is written anywhere in an expression; any other thing follows its key.
    const before = kind === 'schedule' ? /(?<![\w.]|(?<!schedule(?:\.\d+)?)=)/ : new RegExp(`(?<![\\w.])${key}=`);
    need(new RegExp(`(?<![\\w.])${key}=`).test(text), `${key}=`);
    for (const choice of choices) need(new RegExp(`(?<![\\w.])${key}=${choice}\\b`).test(text), `${key}=${choice}`);
    for (const thing of kinds[kind ?? ''] ?? []) {
      const found = calls(text, before, thing.key);
      const written = found.map((each) => valuesOf(each, thing.params));
      need(found.length > 0, `${key}=${thing.key}`);
      for (const param of thing.params) {
        const values = written.map((each) => each.get(param.key));
        need(
          values.some((value) => value),
          `${key}=${thing.key}(${param.key}=)`,
        );
        // The first choice that is not written is what it is by default.
        for (const choice of (param.choices ?? []).filter((each) => each !== param.initial))
          need(values.includes(choice), `${key}=${thing.key}(${param.key}=${choice})`);
      }
    }
  }
  for (const name of [...names, ...functions.map(({ key }) => key)]) need(new RegExp(`(?<![\\w.])${name}\\b(?!=)`).test(text), name);
  return missing;
}
