// Each file of this folder is a language, under its name. Node reads the folder; a bundle contains the same table, made from the same files
// (build-scripts/lib/site/bundle-words.mjs), so that a browser fetches a language when it needs it.
import { readdirSync, readFileSync } from 'node:fs';

/** @typedef {Record<string, string>} Table words and sentences by their keys; `language` is its own name for itself */
/**
 * @typedef {{ default: Table, rest?: () => Promise<{ default: Table }> }} WordsFile all words, or the first ones and a loader of the rest
 */

const folder = new URL('./', import.meta.url);
/** @param {string} file @returns {Table} */
const read = (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

/** @type {Record<string, { name: string, file: () => Promise<WordsFile> }>} */
export const languages = Object.fromEntries(
  files.sort().map((file) => [file.replace('.json', ''), { name: read(file).language, file: async () => ({ default: read(file) }) }]),
);
