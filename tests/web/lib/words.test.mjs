// Every language has every word: of the page, and of whatever the core describes; no word is left over, and what a first visit says is there.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { test } from 'node:test';
import { words as bundled } from '../../../build-scripts/lib/site/bundle-words.mjs';
import { englishOf } from '../../../build-scripts/lib/site/registry.mjs';
import { base, fill, loadWords, pickLanguage, Words } from '../../../web/src/lib/words.js';
import { languages } from '../../../web/words/index.js';
import { eta, root } from '../real-eta.mjs';

/** @param {string} language @returns {Promise<Record<string, string>>} */
const words = async (language) => JSON.parse(await readFile(`${root}web/words/${language}.json`, 'utf8'));

const describe = eta('describe').join('\n');
/** The core's own English. */
const core = englishOf(JSON.parse(describe));

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

test('the languages are the files of web/words, each with a name of its own', async () => {
  const files = (await readdir(`${root}web/words`)).filter((file) => file.endsWith('.json'));
  assert.deepEqual(Object.keys(languages).sort(), files.map((file) => file.replace('.json', '')).sort());
  assert(base in languages);
  const names = Object.values(languages).map(({ name }) => name);
  assert(names.every((name) => name.length > 0));
  assert.equal(new Set(names).size, files.length);
});

for (const language of Object.keys(languages).filter((key) => key !== base)) {
  test(`${language} has exactly the words of the page and of the core`, async () => {
    const expected = [...new Set([...Object.keys(await words(base)), ...Object.keys(core)])];
    assert.deepEqual(Object.keys(await words(language)).sort(), expected.sort());
  });

  test(`every sentence has the same places in ${language} as in English`, async () => {
    const [en, other] = [{ ...core, ...(await words(base)) }, await words(language)];
    const places = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(en)) assert.deepEqual(places(other[key]), places(text), key);
  });
}

test('what every object has is no language, no word and no value of a sentence', async () => {
  await loadWords(base);
  const words = new Words(base);
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
    assert.equal(pickLanguage(name), base);
    assert.equal(pickLanguage(name, 'zh-CN'), 'zh');
    assert.equal(words.t(name), name);
    assert.equal(words.t(`experiment.${name}`), `experiment.${name}`);
    assert.equal(words.problem({ code: name, key: '', sentence: '', from: 0, to: 0, values: [] }), name);
    assert.equal(fill(`There is no {${name}}.`, { name: 'x' }), `There is no {${name}}.`);
    assert.equal(fill('There is no {0}.', [name]), `There is no ${name}.`);
  }
});

test('every word of the page is used, and every word used is there', async () => {
  const text = [...modules.values()].join('\n');
  const en = await words(base);
  // Words picked by what happens: an end of a run, a failure, a key of the keyboard. Those of experiments are tested with them.
  const families = [
    ...[
      'ended.',
      'gesture.',
      'theme.',
      'experiment.',
      'failed.',
      'keys.',
      'parameter.',
      'editor.before',
      'editor.after',
      'editor.around',
      'validation_loss.',
      'batch_loss.',
      'experiments.',
    ],
    ...['articles.run.', 'articles.accuracy.', 'articles.loss.', 'articles.rate.', 'articles.racer.'],
  ];
  const says = (/** @type {string} */ key) => text.includes(`'${key}'`);
  // What a button's help says, or what is seen after it, is said with it. A language's own name is read by the table of languages.
  for (const key of Object.keys(en).filter((key) => key !== 'language')) {
    const family = families.some((stem) => key.startsWith(stem));
    const button = /\.(help|seen)$/.test(key) && says(key.slice(0, -5));
    // Said by their last part, or without `all`.
    const own = /^(articles|values)\.(.*?)(\.all)?$/.exec(key);
    const short = own && (says(own[2]) || (/^(head|table)\./.test(own[2]) && says(own[2].replace(/.*\./, ''))));
    assert(family || button || short || says(key), `nothing says ${key}`);
  }
  const all = { ...core, ...en };
  for (const [, key] of text.matchAll(/words\.t\('([\w.]+)'/g)) assert(key in all, `${key} has no words`);
});

test('a parameter is named by its key in English, unless a word says more; no such word is of another', async () => {
  const named = Object.keys(core).filter((key) => key.startsWith('parameter.'));
  assert(named.length > 40 && core['parameter.weight_decay'] === 'weight decay');
  for (const key of Object.keys(await words(base)).filter((each) => each.startsWith('parameter.'))) assert(named.includes(key), key);
});

test('what a first visit says is among the first words of a bundle, what it does not say is not, and together they are all', async () => {
  const first = new Set([...withImports('page.js'), ...withImports('model/view.js')]);
  assert(first.has('element/panel.js') && !first.has('controls/editor.js') && !first.has('experiments/show.js'));
  const { load } = /** @type {{ load: (id: string) => Promise<string> }} */ (/** @type {unknown} */ (bundled(describe)));
  for (const language of Object.keys(languages)) {
    /** @param {string} id @returns {Promise<Record<string, string>>} */
    const table = async (id) => JSON.parse(/^export default (\{.*\});$/m.exec(await load(id))?.[1] ?? '');
    const now = await table(`${root}web/words/${language}.json`);
    const rest = await table(`eta:words/rest-${language}`);
    for (const path of first)
      for (const [, key] of (modules.get(path) ?? '').matchAll(/\bt\(\s*'([\w.]+)'/g)) assert(key in now, `${path} says ${key}`);
    for (const key of [
      'lead',
      'schedule.cosine.name',
      'schedule.cosine.power.help',
      'schedule.linear.name',
      'key.lr.name',
      'key.seed.help',
      'ended.loss',
      'failed.lost',
      'play.help',
    ])
      assert(key in now, key);
    for (const key of [
      'experiments.race.text',
      'problem.unknown_key',
      'editor.text',
      'optimizer.adam.name',
      'schedule.linear.to.help',
      'key.opt.help',
    ])
      assert(key in rest, key);
    assert.deepEqual({ ...now, ...rest }, { ...(language === base ? core : {}), ...(await words(language)) });
    assert.equal(Object.keys(now).length + Object.keys(rest).length, Object.keys({ ...now, ...rest }).length);
  }
});

test('a word that is not among the first ones is nothing until it has come, and whoever asked hears of that once', async () => {
  /** @type {string[]} */
  const heard = [];
  const words = new Words('en', () => heard.push(words.t('belated')));
  words.loadAll = async () => {
    await null;
    words.table = { ...words.table, belated: 'It has come.' };
  };
  assert.equal(words.t('belated'), '');
  assert.equal(words.t('never'), '');
  await new Promise((done) => setTimeout(done));
  assert.deepEqual(heard, ['It has come.']);
  assert.equal(words.t('never'), 'never');
});
