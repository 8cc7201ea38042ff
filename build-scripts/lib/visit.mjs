// Which files of the site a first visit fetches: those that the page begins with, and all that these import.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that a first visit fetches at most, gzipped. */
export const most = 160_000;

/** What is there from the first: besides it the words of the reader's language and the picture of the model are asked for at once. */
const begun = ['index.html', 'page.css', 'page.js', 'eta.wasm', 'assets/digits.bin'];

/** @param {string} site the folder, ending in a slash @param {string} language the reader's @returns {string[]} ascending */
export function firstVisit(site, language) {
  const parts = readdirSync(`${site}parts`).map((name) => `parts/${name}`);
  const asked = [language, 'view', 'digits'].map((name) => `parts/${name}-`);
  const names = new Set([...begun, ...parts.filter((name) => asked.some((stem) => name.startsWith(stem)))]);
  for (const name of names) {
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(site + name, 'utf8');
    // Static imports only: import(…) is for later.
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
    // What does not get smaller is sent as it is.
    return { name, plain: plain.length, bytes: Math.min(gzipSync(plain, { level: 9 }).length, plain.length) };
  });
}
