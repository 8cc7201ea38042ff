// Every limit that describe lists is allowed, and one past it is a problem at its place; alike natively and as WebAssembly.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { hashes, native, run, sameAnswer, wasm } from './programs.mjs';

/** @typedef {{ key: string, type: string, min?: number, max?: number, initial: string }} Param */
/** @typedef {{ key: string, params: Param[], role?: string, needs?: string }} Entry */
/** @type {{ kinds: Record<string, Entry[]>, keys: Param[], limits: Record<string, number> }} */
let registry;
before(async () => {
  registry = JSON.parse((await run(native, 'describe')).stdout);
});

/** Gives the next double above x (or below). @param {number} x @param {1 | -1} way */
function beside(x, way) {
  const number = new Float64Array([x]);
  const bits = new BigInt64Array(number.buffer);
  if (x === 0) return way * Number.MIN_VALUE;
  bits[0] += BigInt(x > 0 ? way : -way);
  return number[0];
}

/** @param {string} text */
async function good(text) {
  const { status, stderr } = await sameAnswer(native, wasm, 'check', text);
  // A number that is allowed may be more than this run can come to.
  assert.deepEqual([status, stderr.replace(/^warning: .*\n/gm, '')], [0, ''], text.slice(0, 200));
}

/** Checks that a text has one problem, at the first place of `value`. @param {string} text @param {string} key @param {string} value */
async function bad(text, key, value) {
  const { status, stderr } = await sameAnswer(native, wasm, 'check', text);
  const from = [...text.slice(0, text.indexOf(value))].length + 1;
  const to = from + [...value].length - 1;
  assert.equal(status, 2, text.slice(0, 200));
  const about = `${key}, character${to > from ? `s ${from}-${to}` : ` ${from}`}, “`;
  assert.ok(stderr.startsWith(about) && stderr.trimEnd().split('\n').length === 1, `${about}\n${stderr}`);
}

/** How a number of something registered is written. @param {string} kind @param {Entry} entry @param {string} argument */
function textOf(kind, { key: name, role, needs }, argument) {
  const key = { optimizer: 'opt', schedule: 'schedule' }[kind] ?? kind;
  if (needs === 'next') return `schedule=${name}(${argument}) then constant`;
  if (needs === 'previous') return `schedule=constant then ${name}(${argument})`;
  if (needs === 'schedule') return `schedule=${name}(cosine, ${argument})`;
  if (role === 'listener') return `schedule=constant * ${name}(${argument})`;
  // So few digits that none would be left to train when 500 are set aside.
  if (name === 'digits') return `data=digits(${argument}) validation=20%`;
  return `${key}=${name}(${argument})`;
}

test('numbers of data sets, optimizers and schedules', async () => {
  let count = 0;
  for (const [kind, entries] of Object.entries(registry.kinds))
    for (const entry of entries)
      for (const { key, type, min, max } of entry.params) {
        if (min === undefined || max === undefined || type === 'points') continue;
        const whole = type !== 'number';
        // An integer past the largest is written without conversion to a double.
        const past = whole ? [String(min - 1), String(BigInt(max) + 1n)] : [String(beside(min, -1)), String(beside(max, 1))];
        for (const value of [min, max].map(String)) await good(textOf(kind, entry, `${key}=${value}`));
        for (const value of past) await bad(textOf(kind, entry, `${key}=${value}`), kind === 'optimizer' ? 'opt' : kind, value);
        count += 1;
      }
  assert.ok(count > 25);
});

describe('numbers of a run', { concurrency: 2 }, () => {
  for (const [at, past] of [
    ['lr=1000', 'lr=1000.0000000000001'],
    ['lr=0', 'lr=-5e-324'],
    ['lr=5e-324', 'lr=-1e-300'],
    ['batch=1', 'batch=0'],
    ['batch=1297', 'batch=1298'],
    ['steps=1', 'steps=0'],
    ['steps=10000000', 'steps=10000001'],
    ['epochs=1', 'epochs=0'],
    ['epochs=61728', 'epochs=61729'],
    ['evaluate=10000000', 'evaluate=10000001'],
    ['evaluate=5e-324', 'evaluate=0'],
    ['evaluate=0.001%', 'evaluate=0%'],
    ['seed=0', 'seed=-1'],
    ['seed=9007199254740991', 'seed=9007199254740992'],
    ['validation=1', 'validation=0'],
    ['batch=1 validation=1796', 'validation=1797'],
    ['batch=1 validation=99.97%', 'validation=99.98%'],
    ['hidden=1', 'hidden=0'],
    ['label_noise=0', 'label_noise=-5e-324'],
    ['label_noise=1', 'label_noise=1.0000000000000002'],
  ])
    test(`${at}, but not ${past}`, async () => {
      const [key, value] = past.split('=');
      await good(at);
      await bad(past, key, value);
    });
});

describe('sizes', { concurrency: 2 }, () => {
  test('updates, as describe lists them', async () => {
    await good(`steps=${registry.limits.updates}`);
    await bad(`steps=${registry.limits.updates + 1}`, 'steps', String(registry.limits.updates + 1));
  });

  test('weights: exactly a million trains, one more is refused', async () => {
    // With 2 inputs and 1 output, a and b hidden units have (a + 2)(b + 3) − 5 weights, and n alone 4n + 1.
    const largest = 'data=moons loss=binary_cross_entropy batch=1 steps=1 hidden=813-1224';
    assert.equal(JSON.parse((await run(native, 'check', '--json', largest)).stdout).racers[0].weights, registry.limits.weights);
    assert.equal(hashes(await sameAnswer(native, wasm, 'train', largest)).length, 1);
    await bad('data=moons loss=binary_cross_entropy hidden=250000', 'hidden', '250000');
  });

  test('the text in bytes', async () => {
    const label = 'label=学习率';
    const rest = registry.limits.text - new TextEncoder().encode(label).length;
    await good(label + ' '.repeat(rest));
    const { status, stderr } = await sameAnswer(native, wasm, 'check', `${label + ' '.repeat(rest)} `);
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`^run, .*longer than ${registry.limits.text} bytes`));
  });

  test('nesting', async () => {
    const { nesting } = registry.limits;
    for (const [open, close] of [
      ['(', ')'],
      ['abs(', ')'],
      ['-', ''],
    ]) {
      const nested = (/** @type {number} */ depth) => `schedule=${open.repeat(depth)}0.1${close.repeat(depth)}`;
      if (open !== '-') await good(nested(nesting));
      else await good(nested(nesting).replace('0.1', '0'));
      const { status, stderr } = await sameAnswer(native, wasm, 'check', nested(nesting + 1));
      assert.equal(status, 2, open);
      assert.match(stderr, new RegExp(`^schedule, character.*at most ${nesting} deep`));
    }
  });

  test('racers', async () => {
    await good('schedule=linear '.repeat(registry.limits.racers));
    const { stderr } = await sameAnswer(native, wasm, 'check', 'schedule=linear '.repeat(registry.limits.racers + 1));
    const last = 16 * registry.limits.racers;
    assert.match(stderr, new RegExp(`^schedule, characters ${last + 1}-${last + 15}, .*at most ${registry.limits.racers} schedules`));
  });

  test('hidden layers', async () => {
    const layers = (/** @type {number} */ count) => Array(count).fill(1).join('-');
    await good(`hidden=${layers(registry.limits.hidden_layers)}`);
    await bad(`hidden=${layers(registry.limits.hidden_layers + 1)}`, 'hidden', layers(registry.limits.hidden_layers + 1));
  });

  test('a label in characters', async () => {
    const longest = `${'学😀'.repeat(39)}ab`;
    assert.equal([...longest].length, registry.limits.label);
    await good(`label=${longest}`);
    await bad(`label=${longest}c`, 'label', `${longest}c`);
  });

  test('points', async () => {
    const points = (/** @type {number} */ count) => `points(${Array.from({ length: count }, (_, i) => `${i}:0.1`).join(', ')})`;
    await good(`schedule=${points(registry.limits.list)}`);
    const { status, stderr } = await sameAnswer(native, wasm, 'check', `schedule=${points(registry.limits.list + 1)}`);
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`^schedule, character.*at most ${registry.limits.list} entries`));
  });

  test('the largest data sets and batches train', async () => {
    for (const data of ['moons(samples=10000)', 'blobs(samples=10000, classes=10)', 'spirals(samples=10000, classes=10)']) {
      const answer = await sameAnswer(native, wasm, 'train', `data=${data} validation=1 batch=9999 hidden=3 steps=2 lr=0.1`);
      assert.equal(answer.status, 0);
    }
    for (const data of ['moons(samples=10)', 'blobs(samples=10, classes=10)', 'spirals(samples=10, classes=10)']) {
      const answer = await sameAnswer(native, wasm, 'train', `data=${data} validation=9 batch=1 hidden=3 steps=2 lr=0.1`);
      assert.equal(answer.status, 0);
    }
  });
});
