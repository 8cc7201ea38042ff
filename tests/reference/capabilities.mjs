// What a learning-rate library can be asked for, a row each, with the command that shows it here.
//
//   node tests/reference/capabilities.mjs     runs all commands and rewrites capabilities.md
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { native, root, run } from '../program/programs.mjs';
import { curves } from './capabilities/curves.mjs';
import { uses } from './capabilities/uses.mjs';

export const file = `${root}tests/reference/capabilities.md`;
export const capabilities = [...curves, ...uses].sort((a, b) => a.number - b.number);

/** Runs a row's commands, one after the other, in a folder of its own. @param {import('./capabilities/kinds.mjs').Capability} row */
async function holds({ commands, holds, test }) {
  const folder = mkdtempSync(join(tmpdir(), 'eta-'));
  const answers = [];
  for (const words of commands) answers.push(await run(native, ...words.map((word) => word.replace(/^FILE$/, join(folder, 'saved')))));
  rmSync(folder, { recursive: true });
  return holds(answers) && (!test || readFileSync(root + test[0], 'utf8').includes(test[1]));
}

/** @param {string} text for a cell of a table */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {string[]} words */
const command = (words) => `\`eta ${words.map((word) => (/^[\w./-]+$/.test(word) ? word : `"${word}"`)).join(' ')}\``;

/** @param {import('./capabilities/kinds.mjs').Capability} row @param {boolean} shown */
function line({ number, what, commands, shows, test, lacks, absent = false }, shown) {
  const ways = [...commands.map(command), ...(test ? [`${test[0]}: “${test[1]}”`] : [])].join('<br>');
  const verdict = !shown || absent ? 'no' : lacks ? 'partly' : 'yes';
  return `| ${[String(number), what, ways, shows, verdict + (lacks ? `: ${lacks}` : '')].map(cell).join(' | ')} |`;
}

/** Runs everything. @returns {Promise<{ text: string, failed: number[] }>} the page, and the rows of which their commands show nothing */
export async function tell() {
  /** @type {boolean[]} */
  const shown = [];
  for (const row of capabilities) shown.push(await holds(row));
  const count = (/** @type {(row: typeof capabilities[number]) => boolean} */ such) =>
    capabilities.filter((row, i) => shown[i] && such(row)).length;
  const yes = count(({ lacks, absent }) => !lacks && !absent);
  const partly = count(({ lacks, absent }) => !!lacks && !absent);
  const text = [
    '# What a learning-rate library can be asked for',
    '',
    `Made by \`capabilities.mjs\`, which runs every command; \`tests/program/capabilities.test.mjs\` does it again. Of ${capabilities.length} rows`,
    `${yes} hold, ${partly} partly, ${capabilities.length - yes - partly} not. A framework in brackets is where the rates were taken from, not from here.`,
    '\`eta\` is \`build/native/eta\`.',
    '',
    '| | what | command, test | what it shows | holds |',
    '|---|---|---|---|---|',
    ...capabilities.map((row, i) => line(row, shown[i])),
    '',
  ].join('\n');
  return { text, failed: capabilities.filter((_, i) => !shown[i]).map(({ number }) => number) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, failed } = await tell();
  writeFileSync(file, text);
  for (const number of failed) process.stderr.write(`Row ${number} does not hold.\n`);
  process.exitCode = failed.length ? 1 : 0;
}
