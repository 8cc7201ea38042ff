// Experiments say words in every language, of which none is left over, and have good runs and two tasks each.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { experiments } from '../../../web/src/experiments/experiment-list.js';
import { experiment as race } from '../../../web/src/experiments/race-tasks.js';
import { languages } from '../../../web/words/index.js';
import { eta, root } from '../real-eta.mjs';

/** @param {string} name @returns {Promise<any>} */
const json = async (name) => JSON.parse(await readFile(`${root}web/${name}`, 'utf8'));
/** @param {string} language @returns {Promise<Record<string, string>>} the words of experiments without their stem */
async function said(language) {
  const stem = 'experiments.';
  const entries = Object.entries(/** @type {Record<string, string>} */ (await json(`words/${language}.json`)));
  return Object.fromEntries(entries.filter(([key]) => key.startsWith(stem)).map(([key, text]) => [key.slice(stem.length), text]));
}
/** These stand in the laboratory; an experiment that has charts of its own is tested by itself. */
const modules = (await Promise.all(Object.entries(experiments).map(async ([key, load]) => ({ key, ...(await load()) })))).flatMap(
  ({ key, experiment }) => (experiment ? [{ key, ...experiment }] : []),
);
/** The race has tasks too. */
const all = [{ key: 'race', ...race }, ...modules];

test('words: the same in every language, with the same places, each said by its experiment', async () => {
  const [en, numbers] = [await said('en'), await json('src/experiments/figures.json')];
  const places = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const language of Object.keys(languages)) {
    const other = await said(language);
    assert.deepEqual(Object.keys(other), Object.keys(en));
    for (const key of Object.keys(en)) assert.deepEqual(places(other[key]), places(en[key]), key);
  }
  const names = await readdir(`${root}web/src/experiments`);
  const sources = await Promise.all(
    names.filter((name) => name.endsWith('.js')).map((name) => readFile(`${root}web/src/experiments/${name}`, 'utf8')),
  );
  const wanted = all.flatMap(({ key, tasks }) => [
    // The race has the page's own title.
    ...(key === 'race' ? ['text'] : ['title', 'lead', 'text']).map((word) => `${key}.${word}`),
    ...tasks.flatMap(({ answers }, i) => ['question', 'said', ...answers].map((word) => `${key}.${i + 1}.${word}`)),
  ]);
  for (const key of wanted) assert(key in en, `experiments.${key} has no words`);
  const menu = Object.keys(await json('words/en.json')).filter((key) => key.startsWith('experiment.'));
  assert.deepEqual(menu.sort(), ['race', 'more', 'unknown', ...Object.keys(experiments)].map((key) => `experiment.${key}`).sort());
  for (const key of Object.keys(en)) {
    const part = key.split('.')[1];
    assert(wanted.includes(key) || sources.some((text) => text.includes(`'${key}'`) || text.includes(`'${part}'`)), `nothing says ${key}`);
  }
  // What a paragraph counts on is there, and what is computed is said.
  for (const { key } of all)
    assert.deepEqual(
      places(en[`${key}.text`]),
      Object.keys(numbers[key] ?? {})
        .map((name) => `{${name}}`)
        .sort(),
      key,
    );
});

test('every run and every task is a good run; two tasks each', async () => {
  for (const { key, run, tasks } of all) {
    assert.equal(tasks.length, 2, key);
    for (const text of [run, ...tasks.flatMap((task) => task.run ?? [])]) assert.match(eta('check', text).join('\n'), /\S/);
  }
});
