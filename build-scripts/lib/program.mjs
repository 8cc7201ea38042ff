// Runs the native program, and parses the tables that it prints.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './paths.mjs';

/** @param {...string} args @returns {Promise<string>} what it prints; rejects with its error message */
export async function eta(...args) {
  const program = process.env.ETA ?? `${root}build/native/eta`;
  try {
    const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 64e6 });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {string} csv @returns {Record<string, string>[]} the rows, by the names of the columns; lines that begin with # are left out */
export function rowsOf(csv) {
  const [header, ...lines] = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}
