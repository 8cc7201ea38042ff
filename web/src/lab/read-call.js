// Reads a canonical call: its name and its arguments.

/**
 * Splits a canonical `name(a, key=b)` at its outermost commas.
 * @param {string} text
 * @returns {{ name: string, args: { key: string, value: string }[] }} `key` is '' for a positional argument
 */
export function readCall(text) {
  const open = text.indexOf('(');
  if (open < 0) return { name: text, args: [] };
  const args = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open + 1; i < text.length; i++) {
    const letter = text[i];
    if ((letter === ',' && depth === 0) || i === text.length - 1) {
      args.push(argument(text.slice(start, i).trim()));
      start = i + 1;
    }
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
  }
  return { name: text.slice(0, open), args: args.filter((arg) => arg.value !== '') };
}

/** Splits `key=value`. @param {string} text */
function argument(text) {
  const named = /^([a-z_]\w*)\s*=(?!=)\s*(.*)$/s.exec(text);
  return named ? { key: named[1], value: named[2] } : { key: '', value: text };
}
