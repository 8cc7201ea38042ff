// Every language has every word of the page and of the registry, no word is unused, and the first words suffice for a first visit.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { test } from 'node:test';
import { partOf } from '../../build-scripts/lib/bundle-words.mjs';
import { englishOf } from '../../build-scripts/lib/registry.mjs';
import { eta, root } from './page.mjs';

/** @param {string} language @returns {Promise<Record<string, string>>} */
const words = async (language) => JSON.parse(await readFile(`${root}web/words/${language}.json`, 'utf8'));

/** The core's English words. */
const core = async () => englishOf(JSON.parse(await eta('describe')));

/** @type {Map<string, string>} The page's modules by their paths in web/src. */
const modules = new Map();
for (const name of (await readdir(`${root}web/src`, { recursive: true })).filter((path) => path.endsWith('.js')))
  modules.set(name, await readFile(`${root}web/src/${name}`, 'utf8'));

/** Lists a module and all that it imports statically. @param {string} path @param {Set<string>} [found] */
function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, imported] of (modules.get(path) ?? '').matchAll(/^(?:import|export) (?:.*? from )?'(\.[^']+\.js)'/gm))
    withImports(posix.join(posix.dirname(path), imported), found);
  return found;
}

test('Chinese has exactly the words of the page and of the core', async () => {
  const wanted = [...Object.keys(await words('en')), ...Object.keys(await core())];
  assert.deepEqual(Object.keys(await words('zh')).sort(), wanted.sort());
});

test('every sentence has the same placeholders in both languages', async () => {
  const [en, zh] = [{ ...(await words('en')), ...(await core()) }, await words('zh')];
  const places = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const [key, text] of Object.entries(en)) assert.deepEqual(places(zh[key]), places(text), key);
});

test('every word of the page is used, and every word used is there', async () => {
  const text = [...modules.values()].join('\n');
  const en = await words('en');
  // These keys are composed: the end of a run, a failure, a key of the keyboard. The experiments' words have their own test.
  const families = [
    ...['ended.', 'experiment.', 'failed.', 'keys.', 'editor.before', 'editor.after', 'validation_loss.', 'batch_loss.', 'experiments.'],
    ...['articles.run.', 'articles.accuracy.', 'articles.loss.', 'articles.rate.', 'articles.racer.'],
  ];
  const says = (/** @type {string} */ key) => text.includes(`'${key}'`);
  for (const key of Object.keys(en)) {
    const family = families.some((stem) => key.startsWith(stem));
    const button = key.endsWith('.help') && says(key.slice(0, -5));
    // Some keys are used by their last component, or without `all`.
    const own = /^(articles|values)\.(.*?)(\.all)?$/.exec(key);
    const short = own && (says(own[2]) || (/^(head|table)\./.test(own[2]) && says(own[2].replace(/.*\./, ''))));
    assert(family || button || short || says(key), `nothing says ${key}`);
  }
  const all = { ...en, ...(await core()) };
  for (const [, key] of text.matchAll(/words\.t\('([\w.]+)'/g)) assert(key in all, `${key} has no words`);
});

test('the first words contain what a first visit shows, and every lazy chunk loads its words', () => {
  const first = withImports('page.js');
  assert(first.has('element/panel.js') && !first.has('element/lazy-chunk.js') && !first.has('controls/editor.js'));
  const late = withImports('element/lazy-chunk.js');
  for (const [path, text] of modules)
    for (const [, key] of text.matchAll(/words\.t\('([\w.]+)'/g)) {
      if (first.has(path)) assert.equal(partOf(key), 'first', `${path} says ${key}`);
      else if (late.has(path)) assert(['first', 'later'].includes(partOf(key)), `${path} says ${key}`);
    }
});
