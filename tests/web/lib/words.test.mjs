// Every language has every word: of the page, and of whatever the core describes; no word is left over, and what is said at first is there.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { test } from 'node:test';
import { partOf } from '../../../build-scripts/lib/site/bundle-words.mjs';
import { englishOf } from '../../../build-scripts/lib/site/registry.mjs';
import { languages } from '../../../web/src/lib/words.js';
import { eta, root } from '../real-eta.mjs';

/** @param {string} language @returns {Promise<Record<string, string>>} */
const words = async (language) => JSON.parse(await readFile(`${root}web/words/${language}.json`, 'utf8'));

/** The core's own English. */
const core = englishOf(JSON.parse(eta('describe').join('\n')));

/** The page's modules by their paths in web/src. @type {Map<string, string>} */
const modules = new Map();
for (const name of (await readdir(`${root}web/src`, { recursive: true })).filter((path) => path.endsWith('.js')))
  modules.set(name, await readFile(`${root}web/src/${name}`, 'utf8'));

/** A module and all that it imports at once. @param {string} path @param {Set<string>} [found] */
function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, imported] of (modules.get(path) ?? '').matchAll(/^(?:import|export) (?:.*? from )?'(\.[^']+\.js)'/gm))
    withImports(posix.join(posix.dirname(path), imported), found);
  return found;
}

test('the languages are the files of web/words, each with its own name', async () => {
  const files = await readdir(`${root}web/words`);
  assert.deepEqual(Object.keys(languages).sort(), files.map((file) => file.replace('.json', '')).sort());
  assert.equal(new Set(Object.values(languages).map(({ name }) => name)).size, files.length);
});

for (const language of Object.keys(languages).filter((key) => key !== 'en')) {
  test(`${language} has exactly the words of the page and of the core`, async () => {
    const wanted = [...Object.keys(await words('en')), ...Object.keys(core)];
    assert.deepEqual(Object.keys(await words(language)).sort(), wanted.sort());
  });

  test(`every sentence has the same places in ${language} as in English`, async () => {
    const [en, other] = [{ ...(await words('en')), ...core }, await words(language)];
    const places = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(en)) assert.deepEqual(places(other[key]), places(text), key);
  });
}

test('every word of the page is used, and every word used is there', async () => {
  const text = [...modules.values()].join('\n');
  const en = await words('en');
  // Words picked by what happens: an end of a run, a failure, a key of the keyboard. Those of experiments are tested with them.
  const families = [
    ...['ended.', 'experiment.', 'failed.', 'keys.', 'editor.before', 'editor.after', 'validation_loss.', 'batch_loss.', 'experiments.'],
    ...['articles.run.', 'articles.accuracy.', 'articles.loss.', 'articles.rate.', 'articles.racer.'],
  ];
  const says = (/** @type {string} */ key) => text.includes(`'${key}'`);
  for (const key of Object.keys(en)) {
    const family = families.some((stem) => key.startsWith(stem));
    const button = key.endsWith('.help') && says(key.slice(0, -5));
    // Said by their last part, or without `all`.
    const own = /^(articles|values)\.(.*?)(\.all)?$/.exec(key);
    const short = own && (says(own[2]) || (/^(head|table)\./.test(own[2]) && says(own[2].replace(/.*\./, ''))));
    assert(family || button || short || says(key), `nothing says ${key}`);
  }
  const all = { ...en, ...core };
  for (const [, key] of text.matchAll(/words\.t\('([\w.]+)'/g)) assert(key in all, `${key} has no words`);
});

test('what is said at first is among the first words, and what is said later is fetched with what says it', () => {
  const first = withImports('page.js');
  assert(first.has('element/panel.js') && !first.has('element/lazy-chunk.js') && !first.has('controls/editor.js'));
  const late = withImports('element/lazy-chunk.js');
  for (const [path, text] of modules)
    for (const [, key] of text.matchAll(/words\.t\('([\w.]+)'/g)) {
      if (first.has(path)) assert.equal(partOf(key), 'first', `${path} says ${key}`);
      else if (late.has(path)) assert(['first', 'later'].includes(partOf(key)), `${path} says ${key}`);
    }
});
