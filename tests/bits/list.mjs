// Reads tests/bits/list.txt and fills in the hashes of new lines; it never changes an existing hash.
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ line: number, hashes: string[], learns: boolean, text: string }} Entry; hashes are empty in a new line */

/** @param {string} path @returns {Entry[]} */
export function readList(path) {
  const entries = [];
  for (const [line, text] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (text === '' || text.startsWith('#')) continue;
    const parts = /^(\?|[0-9a-f]{16}(?:\+[0-9a-f]{16})*) (learns|runs) (\S.*)$/.exec(text);
    if (!parts) throw new Error(`${path}:${line + 1}: no entry: ${text}`);
    entries.push({ line, hashes: parts[1] === '?' ? [] : parts[1].split('+'), learns: parts[2] === 'learns', text: parts[3] });
  }
  return entries;
}

/** Fills in the hashes of lines that have none; if those of any other line are not reproduced, nothing is written.
 * @param {string} path @param {(text: string) => Promise<string[]>} hashesOf
 * @returns {Promise<{ added: number, broken: string[] }>} broken: sentences about lines that are not reproduced */
export async function fillList(path, hashesOf) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const broken = [];
  let added = 0;
  for (const entry of readList(path)) {
    const found = await hashesOf(entry.text);
    if (entry.hashes.length > 0) {
      if (found.join('+') === entry.hashes.join('+')) continue;
      broken.push(`line ${entry.line + 1} gave ${entry.hashes.join('+')}, now ${found.join('+') || 'nothing'}: ${entry.text}`);
    } else if (found.length === 0) {
      broken.push(`line ${entry.line + 1} gives no hashes: ${entry.text}`);
    } else {
      lines[entry.line] = lines[entry.line].replace('?', found.join('+'));
      added++;
    }
  }
  if (broken.length > 0) return { added: 0, broken };
  if (added > 0) writeFileSync(path, lines.join('\n'));
  return { added, broken };
}
