// Experiments: each by its address and from the header, its words in both languages, its tasks judged by the run that is trained.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { figures } from '../../build-scripts/figures.mjs';
import { experiments, first } from '../../web/src/experiments/list.js';
import { eta, finished, root, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** @param {string} name @returns {Promise<any>} */
const json = async (name) => JSON.parse(await readFile(`${root}web/${name}`, 'utf8'));
const keys = Object.keys(experiments);
/** Those that stand in the laboratory; what has charts of its own is tested by itself. */
const modules = (await Promise.all(keys.map(async (key) => ({ key, ...(await experiments[key]()) })))).flatMap(({ key, experiment }) =>
  experiment ? [{ key, ...experiment }] : [],
);

test('the figures in the paragraphs are what sixteen seeds give', async () => {
  assert.deepEqual(await json('src/experiments/figures.json'), await figures());
});

test('words: the same in both languages, with the same places, each said by its experiment', async () => {
  const [en, zh, numbers] = await Promise.all(
    ['words/experiments.en.json', 'words/experiments.zh.json', 'src/experiments/figures.json'].map(json),
  );
  assert.deepEqual(Object.keys(zh), Object.keys(en));
  const places = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const key of Object.keys(en)) assert.deepEqual(places(zh[key]), places(en[key]), key);
  const names = await readdir(`${root}web/src/experiments`);
  const sources = await Promise.all(
    names.filter((name) => name.endsWith('.js')).map((name) => readFile(`${root}web/src/experiments/${name}`, 'utf8')),
  );
  const wanted = modules.flatMap(({ key, tasks }) => [
    ...['title', 'lead', 'text'].map((word) => `${key}.${word}`),
    ...tasks.flatMap(({ answers }, i) => ['question', 'said', ...answers].map((word) => `${key}.${i + 1}.${word}`)),
  ]);
  for (const key of wanted) assert(key in en, key);
  for (const key of Object.keys(en)) {
    const part = key.split('.')[1];
    assert(wanted.includes(key) || sources.some((text) => text.includes(`'${key}'`) || text.includes(`'${part}'`)), `nothing says ${key}`);
  }
  // What a paragraph counts on is there, and what is computed is said.
  for (const { key } of modules)
    assert.deepEqual(
      places(en[`${key}.text`]),
      Object.keys(numbers[key] ?? {})
        .map((name) => `{${name}}`)
        .sort(),
      key,
    );
});

test('every run and every task is a good run; two tasks each, but for the drawing, which is judged', async () => {
  for (const { key, run, tasks, draws } of modules) {
    assert.equal(tasks.length, draws ? 0 : 2, key);
    for (const text of [run, ...tasks.flatMap((task) => task.run ?? [])]) assert.match(await eta('check', text), /\S/);
  }
});

for (const { key, tasks } of modules)
  test(`${key}: from the header, by its address, in both languages; its tasks`, { timeout: 120_000 }, async () => {
    const words = { en: await json('words/experiments.en.json'), zh: await json('words/experiments.zh.json') };
    const { page, lab, close } = await site.open('');
    if (keys.indexOf(key) + 1 >= first) await lab.locator('.menu summary').click();
    await lab.locator(`.top a[href="#experiment=${key}"]`).filter({ visible: true }).click();
    await lab.getByRole('heading', { level: 1, name: words.en[`${key}.title`] }).waitFor();
    await page.waitForFunction((name) => location.hash === `#experiment=${name}`, key);
    assert.equal(new Set(await lab.locator('.top [aria-current="page"]').allTextContents()).size, 1);
    await finished(page);
    for (const [i, task] of tasks.entries()) {
      const card = lab.locator('.task').nth(i);
      const count = await card.locator('button').count();
      assert.equal(count, task.answers.length);
      const verdicts = [];
      for (let answer = 0; answer < count; answer++) {
        await card.locator('button').nth(answer).click();
        await card.locator('.verdict', { hasText: /^(Right|Not so)/ }).waitFor();
        assert.equal(await card.locator('[aria-pressed="true"]').count(), 1);
        verdicts.push((await card.locator('.verdict').textContent()) ?? '');
        assert.doesNotMatch(verdicts[answer], /\{|NaN/);
      }
      assert.equal(verdicts.filter((text) => text.startsWith('Right')).length, 1, verdicts.join('\n'));
    }
    await page.goBack();
    await lab.getByRole('heading', { level: 1, name: 'Why lower' }).waitFor();
    await close();
    const chinese = await site.open(`#lang=zh&experiment=${key}`, { width: 390, dark: true });
    await chinese.lab.getByRole('heading', { level: 1, name: words.zh[`${key}.title`] }).waitFor();
    await chinese.lab.locator('.experiment .paragraph').waitFor();
    // On a phone all ways are behind one button.
    await chinese.lab.locator('.menu summary').click();
    assert.equal(await chinese.lab.locator('.menu a').filter({ visible: true }).count(), keys.length + 1);
    assert.doesNotMatch((await chinese.lab.locator('.experiment').textContent()) ?? '', /\{|NaN/);
    assert.equal(await chinese.page.evaluate(() => document.documentElement.scrollWidth), 390);
    await chinese.close();
  });

test('an address with a run beside its experiment keeps both; an unknown one is answered', async () => {
  const { page, lab, close } = await site.open('#experiment=plateau&steps=100&schedule=cosine');
  await lab.locator('.task').first().waitFor();
  assert.match(page.url(), /experiment=plateau.*steps=100|steps=100.*experiment=plateau/);
  await close();
  const unknown = await site.open('#experiment=nothing');
  await unknown.lab.locator('.experiment .wrong', { hasText: 'no experiment nothing' }).waitFor();
  await unknown.close();
});

test('the first visit fetches nothing of them', async () => {
  /** @type {string[]} */
  const asked = [];
  const { page, close } = await site.open('');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await finished(page);
  assert(asked.length > 2);
  const names = [...keys, 'show', 'experiments.en', 'experiments.zh'].map((key) => key.replace('_', '-'));
  assert.deepEqual(
    asked.filter((path) => names.some((name) => path.startsWith(`/parts/${name}-`))),
    [],
  );
  await close();
});
