// What `eta export` writes: the same bytes from both programs, proven in the frameworks for all that is registered.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { native, root, run, sameAnswer, wasm } from './programs.mjs';

const race =
  'steps=60 schedule=(warmup(5%) then repeat(cosine, every=10, stretch=2)) * plateau opt=sgd(momentum=linear(0.9, to=0.5)) schedule=compound lr=0.3';
const targets = ['torch', 'keras', 'optax', 'numpy', 'csv', 'ipynb'];

/** @param {string} framework @returns {string[][]} the rows of its table, in words */
const proof = (framework) =>
  readFileSync(`${root}tests/reference/data/exports-${framework}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' '));

for (const to of targets) {
  test(`both programs export a racer to ${to} alike, and each racer differently`, async () => {
    const first = await sameAnswer(native, wasm, 'export', race, '--to', to);
    const second = await run(native, 'export', race, '--to', to, '--racer', '2');
    assert.deepEqual([first.status, first.stderr, second.status], [0, '', 0]);
    assert.notEqual(first.stdout, second.stdout);
    assert.doesNotMatch(first.stdout, /\$[a-z{]/i, 'a place in a text was not filled');
  });
}

test('what is exported as CSV is the curve', async () => {
  const text = 'steps=50 schedule=warmup(5) then cosine';
  const { stdout } = await run(native, 'export', text, '--to', 'csv');
  assert.equal(stdout.replace('t,eta', 't,eta_1'), (await run(native, 'curve', text)).stdout);
});

test('the notebook has cells of format 4, titles and code in turn', async () => {
  const notebook = JSON.parse((await run(native, 'export', race, '--to', 'ipynb')).stdout);
  assert.equal(notebook.nbformat, 4);
  const kinds = notebook.cells.map((/** @type {any} */ cell) => cell.cell_type);
  assert.ok(kinds.includes('markdown') && kinds.includes('code'));
  for (const cell of notebook.cells) {
    assert.ok(cell.source.length > 0 && cell.id);
    assert.equal('outputs' in cell, cell.cell_type === 'code');
  }
});

for (const [words, pattern] of /** @type {[string[], RegExp][]} */ ([
  [['export', 'steps=5'], /torch, keras, optax/],
  [['export', 'steps=5', '--to', 'julia'], /torch, keras, optax/],
  [['export', 'steps=5', '--to', 'csv', '--racer', '2'], /no racer 2/],
  [['export', 'steps=5', '--to', 'csv', '--racer', '0'], /1 to 6/],
  [['export', 'steps=x', '--to', 'csv'], /whole number/],
])) {
  test(`eta ${words.join(' ')} is explained`, async () => {
    const { status, stdout, stderr } = await sameAnswer(native, wasm, ...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, pattern);
  });
}

test('every schedule and every optimizer has been run in the frameworks as it is exported', async () => {
  const { kinds } = JSON.parse((await run(native, 'describe')).stdout);
  for (const framework of ['torch', 'keras', 'optax', 'numpy']) {
    const texts = proof(framework)
      .filter(([kind]) => kind === 'schedule')
      .map((words) => words.slice(4).join(' '));
    const missing = kinds.schedule.filter((/** @type {any} */ each) => !texts.some((text) => new RegExp(`\\b${each.key}\\(`).test(text)));
    assert.deepEqual(
      missing.map((/** @type {any} */ each) => each.key),
      [],
      `build-scripts/build native; tests/reference/make ${framework}`,
    );
  }
  const runs = ['torch', 'keras', 'optax'].flatMap(proof).filter(([kind]) => kind === 'optimizer');
  for (const { key } of kinds.optimizer) {
    assert.ok(
      runs.some((words) => words.includes(`opt=${key}`) || words.some((word) => word.startsWith(`opt=${key}(`))),
      key,
    );
  }
});

test('what is exported as CSV has the rates of layers, as the curve has', async () => {
  const text = 'steps=50 hidden=8-8 layer_decay=0.5 schedule.2=linear schedule=cosine';
  const { stdout } = await run(native, 'export', text, '--to', 'csv');
  const names = stdout.split('\n')[0].split(',');
  assert.deepEqual(names, ['t', 'eta', 'eta_2', 'eta_1']);
  const curve = (await run(native, 'curve', text)).stdout.trimEnd().split('\n').slice(1);
  assert.deepEqual(
    stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')),
    curve.map((line) => line.split(',')).map(([t, eta, first, second]) => [t, eta, second, first]),
  );
});

test('rates of layers have been run in the frameworks, or it is said that there is one rate', async () => {
  for (const [framework, allowed] of /** @type {[string, number][]} */ ([
    ['torch', 1e-14],
    ['numpy', 1e-14],
    ['optax', 4 * 2 ** -23],
  ])) {
    const rows = proof(framework).filter(([kind]) => kind === 'layers');
    for (const key of ['layer_decay=', 'schedule.2='])
      assert.ok(
        rows.some((words) => words.some((word) => word.startsWith(key))),
        framework,
      );
    for (const words of rows) assert.ok(Number(words[2]) <= allowed, `${framework}: ${words.join(' ')}`);
  }
  const { stdout } = await run(native, 'export', 'layer_decay=0.5', '--to', 'keras');
  assert.match(stdout, /# Not the same: Keras has one rate for all layers/);
});

test('a comment of an exported script says something', async () => {
  for (const to of ['torch', 'keras', 'optax', 'numpy'])
    for (const text of [
      'hidden=32 layer_decay=0.9 schedule=cosine',
      'hidden=32 schedule=cosine schedule.1=0.1',
      'schedule=noise(cosine) * plateau',
    ]) {
      const { stdout, status } = await run(native, 'export', text, '--to', to);
      assert.equal(status, 0);
      assert.doesNotMatch(stdout, /# *$/m);
    }
});

test('an exported listener has done what those of the frameworks did, over all their sequences', async () => {
  const rows = proof('numpy').filter(([kind]) => kind === 'listener');
  for (const text of ['convention=torch', 'convention=keras', 'convention=optax', 'plateau(', 'greedy(', 'eps='])
    assert.ok(
      rows.some((words) => words.join(' ').includes(text)),
      text,
    );
  for (const words of rows) assert.equal(words[3], 'same', words.join(' '));
  // The rate is asked for where it counts.
  for (const [eps, asks] of /** @type {[number, boolean][]} */ ([
    [0, false],
    [0.01, true],
  ])) {
    const { stdout } = await run(native, 'export', `schedule=cosine * plateau(eps=${eps})`, '--to', 'torch');
    assert.equal(stdout.includes('listener.on_evaluation(loss, accuracy, float(eta(t + 1)))'), asks);
  }
});

test('rates in double are those of the curve to 1e-14, and those in float32 to four of its steps', () => {
  for (const [framework, allowed] of /** @type {[string, number][]} */ ([
    ['torch', 1e-14],
    ['numpy', 1e-14],
    ['keras', 4 * 2 ** -23],
    ['optax', 4 * 2 ** -23],
  ])) {
    const rows = proof(framework).filter(([kind]) => kind === 'schedule');
    assert.ok(rows.length > 60, framework);
    for (const words of rows) assert.ok(Number(words[2]) <= allowed, `${framework}: ${words.join(' ')}`);
  }
});
