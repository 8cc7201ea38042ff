// Finds the modules that a first visit loads by their import lines: the words and code that they use must be in the first files.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../../web/src/', import.meta.url));

/** A first visit loads the page, and the view of the model, which is fetched as soon as it is visible. */
const begun = ['page.js', ...readdirSync(`${source}model`).map((name) => `model/${name}`)];

/** @returns {Map<string, string>} texts by paths from web/src: the first modules, and all their static imports */
export function firstModules() {
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @param {string} path */
  const add = (path) => {
    if (found.has(path)) return;
    const text = readFileSync(source + path, 'utf8');
    found.set(path, text);
    for (const [, imported] of text.matchAll(/^(?:import|export)\b(?:[^;'(]* from)? '(\.[^']+)'/gm)) {
      const target = posix.join(posix.dirname(path), imported);
      if (!target.startsWith('..')) add(target);
    }
  };
  for (const path of begun) add(path);
  return found;
}
