// Experiments say words in every language, of which none is left over, and have good runs and two tasks each.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { failures } from '../../../web/src/controls/failure-runs.js';
import { presets } from '../../../web/src/experiments/conventions.js';
import { experiments } from '../../../web/src/experiments/experiment-list.js';
import { experiment as race } from '../../../web/src/experiments/race-tasks.js';
import { winsNeeded } from '../../../web/src/lib/paired-seeds.js';
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
  // What a paragraph counts on is there, and what is computed is said, by the paragraph or the table under it.
  for (const { key, rows = [] } of all) {
    const listed = rows.flatMap((row) => [`{${row}}`, `{${row}_spread}`]);
    const computed = Object.keys(numbers[key] ?? {}).map((name) => `{${name}}`);
    assert.deepEqual([...new Set([...places(en[`${key}.text`]), ...listed])].sort(), computed.sort(), key);
    for (const row of rows) assert(`${key}.1.${row}` in en, `${key}: nothing calls ${row}`);
  }
});

test('every task is graded by 16 seeds under the rule, and its sentence has its figures', async () => {
  const [en, numbers] = [await said('en'), await json('src/experiments/figures.json')];
  for (const { key, tasks } of all)
    for (const [i, task] of tasks.entries()) {
      const name = `${key}.${i + 1}`;
      const found = numbers[name] ?? assert.fail(`${name} has no figures: build-scripts/build figures`);
      const { seeds, right, agree, wins, losses, ties } = found;
      assert.equal(seeds, 16);
      assert.equal(wins + losses + ties, seeds, name);
      assert(right === 'even' || task.answers.includes(right), name);
      assert.equal(right !== 'even', wins >= winsNeeded(wins + losses), name);
      if (right !== 'even') assert(agree > seeds / 2 && agree <= wins, name);
      for (const [place] of en[`${name}.said`].matchAll(/\{\w+\}/g)) assert(place.slice(1, -1) in found, `${name} says ${place}`);
    }
});

test('what the sentences of the tasks claim is what 16 seeds say', async () => {
  const numbers = await json('src/experiments/figures.json');
  // Each sentence was written for this answer; another needs another sentence.
  const claims = {
    'race.1': 'constant',
    'race.2': 'high',
    'draw.1': 'b',
    'draw.2': 'worse',
    'noise_floor.1': 'quarter',
    'noise_floor.2': 'same',
    'plateau.1': 'worse',
    'plateau.2': 'worse',
    'adaptive.1': 'adam',
    'adaptive.2': 'no',
    'generalise.1': 'larger',
    'generalise.2': 'no',
    'cut.1': 'planned',
    'cut.2': 'branch',
  };
  for (const [name, right] of Object.entries(claims)) assert.equal(numbers[name].right, right, name);
  // “beat”, “was better” in the paragraphs are the rule's words too.
  for (const [wins, what] of [
    [numbers.race.wins, 'the cosine beat the constant rate'],
    [numbers.adaptive.adam_wins, 'decay was better for Adam'],
    [numbers.plateau.wins, 'the plateau rule was better'],
  ])
    assert(wins >= winsNeeded(16), what);
  // Where the rate jumps up again the accuracy falls, and a branch is as good as its cosine, as the paragraph says.
  const { before, lowest, planned, branch } = numbers.cut;
  assert(Number(before) - Number(lowest) > 5 && Number(branch) >= Number(planned));
});

test('what goes wrong is worse by the rule, or jitters, as its sentence says', async () => {
  const [numbers, words] = [await json('src/experiments/figures.json'), await json('words/en.json')];
  const share = (/** @type {string} */ key) => Number(numbers[key].wrong);
  for (const { key } of failures) assert.equal(numbers[key].better, 1, key);
  assert(Math.abs(share('failure.hot') - 10) < 1, 'chance is one in ten');
  assert(Number(numbers['failure.hot'].right) > 90 && Number(numbers['failure.gamma'].right) > 90);
  assert(share('failure.gamma') < 40 && share('failure.fast') < 75 && share('failure.early') < 85);
  assert(Number(numbers['failure.late'].wrong_spread) > 4 * Number(numbers['failure.late'].right_spread));
  assert.match(words['failure.adam.seen'], new RegExp(`on ${numbers['failure.adam'].wins} of 16 seeds`));
});

test('what a task asks is not shown before: its run is not the experiment’s', () => {
  for (const { key, run, tasks } of all) for (const task of tasks) assert.notEqual(task.run ?? run, run, key);
});

test('every run and every task is a good run; two tasks each', async () => {
  for (const { key, run, tasks } of all) {
    assert.equal(tasks.length, 2, key);
    for (const text of [run, ...tasks.flatMap((task) => task.run ?? [])]) assert.match(eta('check', text).join('\n'), /\S/);
  }
});

test('conventions: a preset stands as the core prints it, so that its button is found again', async () => {
  for (const { key, run } of presets) assert.equal(eta('check', run)[0], run, key);
});
