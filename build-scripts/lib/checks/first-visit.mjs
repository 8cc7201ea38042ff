// Lists the files of the site that a first visit fetches: the page's first ones, and all that these import.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A first visit may fetch this many bytes, gzipped; scripts, words, the module and the digits all count. */
export const budget = 160_000;

/** The page fetches these at once, and also the words of the reader's language and the model's view. */
const begun = ['index.html', 'page.css', 'page.js', 'eta.wasm', 'assets/digits.bin'];

/** @param {string} site the folder, ending in a slash @param {string} language the reader's @returns {string[]} ascending */
export function firstVisit(site, language) {
  const parts = readdirSync(`${site}parts`).map((name) => `parts/${name}`);
  const stems = [language, 'view', 'digits'].map((name) => `parts/${name}-`);
  const names = new Set([...begun, ...parts.filter((name) => stems.some((stem) => name.startsWith(stem)))]);
  for (const name of names) {
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(site + name, 'utf8');
    // A static import is fetched at once; import(…) is lazy.
    for (const [, path] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)) {
      const imported = posix.join(posix.dirname(name), path);
      if (existsSync(site + imported)) names.add(imported);
    }
  }
  return [...names].sort();
}

/** @param {string} site the folder, ending in a slash @param {string} language the reader's */
export function sizes(site, language) {
  return firstVisit(site, language).map((name) => {
    const plain = readFileSync(site + name);
    // A file that gzip does not make smaller is sent as it is.
    return { name, plain: plain.length, bytes: Math.min(gzipSync(plain, { level: 9 }).length, plain.length) };
  });
}
