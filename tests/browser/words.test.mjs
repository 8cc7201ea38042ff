// Every language has every word: of the page, and of whatever the core describes; and no word is left over.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { englishOf } from '../../build-scripts/lib/registry.mjs';
import { eta, root } from './page.mjs';

/** @param {string} language @returns {Promise<Record<string, string>>} */
const words = async (language) => JSON.parse(await readFile(`${root}web/words/${language}.json`, 'utf8'));

/** The core's own English. */
const core = async () => englishOf(JSON.parse(await eta('describe')));

/** The page's source, all of it. */
async function source() {
  const names = await readdir(`${root}web/src`, { recursive: true });
  const texts = await Promise.all(names.filter((name) => name.endsWith('.js')).map((name) => readFile(`${root}web/src/${name}`, 'utf8')));
  return texts.join('\n');
}

test('Chinese has exactly the words of the page and of the core', async () => {
  const wanted = [...Object.keys(await words('en')), ...Object.keys(await core())];
  assert.deepEqual(Object.keys(await words('zh')).sort(), wanted.sort());
});

test('every sentence has the same places in both languages', async () => {
  const [en, zh] = [{ ...(await words('en')), ...(await core()) }, await words('zh')];
  const places = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const [key, text] of Object.entries(en)) assert.deepEqual(places(zh[key]), places(text), key);
});

test('every word of the page is used, and every word used is there', async () => {
  const text = await source();
  const en = await words('en');
  // Words picked by what happens: an end of a run, a failure, a key of the keyboard.
  const families = ['ended.', 'experiment.', 'failed.', 'keys.', 'editor.before', 'editor.after', 'validation_loss.', 'batch_loss.'];
  for (const key of Object.keys(en)) {
    const family = families.some((stem) => key.startsWith(stem));
    const button = key.endsWith('.help') && text.includes(`'${key.slice(0, -5)}'`);
    assert(family || button || text.includes(`'${key}'`), `nothing says ${key}`);
  }
  for (const [, key] of text.matchAll(/\.say\('([\w.]+)'/g)) assert(key in en, `${key} has no words`);
});
