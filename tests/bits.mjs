// Published runs have their committed hashes natively, as WebAssembly and with every compiler.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readAddress, writeAddress } from '../web/src/lib/address.js';
import { fillList, readList } from './bits/list.mjs';
import { assertSame, hashes, native, root, rows, run, sameAnswer, wasm } from './program/programs.mjs';

const path = `${root}tests/bits/list.txt`;
const list = readList(path);
const concurrency = 2;
/** Prints few rows: the evaluations, the first update and the last. */
const sparse = ['--every', '10000000'];

/** @type {Map<string, ReturnType<typeof run>>} The native answers, with which every other build is compared. */
const answers = new Map();
/** @param {...string} words */
function nativeAnswer(...words) {
  const key = words.join('\n');
  const answer = answers.get(key) ?? run(native, ...words);
  answers.set(key, answer);
  return answer;
}
/** @param {string[]} program @param {...string} words */
async function sameAsNative(program, ...words) {
  const answer = await run(program, ...words);
  assertSame(await nativeAnswer(...words), answer, words.join(' '));
  return answer;
}

/** @param {string} text */
const checked = async (text) => JSON.parse((await run(native, 'check', '--json', text)).stdout);

describe('the list', () => {
  test('has at least 40 hashes, none twice', () => {
    const all = list.flatMap((entry) => entry.hashes);
    assert.ok(
      list.every((entry) => entry.hashes.length > 0),
      'a line without hashes: node tests/bits/write.mjs fills it in',
    );
    assert.ok(all.length >= 40);
    assert.equal(new Set(all).size, all.length);
  });

  test('names everything that is registered, with all its parameters', async () => {
    const registry = JSON.parse((await run(native, 'describe')).stdout);
    const words = new Set(list.flatMap((entry) => entry.text.match(/[a-z][a-z0-9_]*/gi) ?? []));
    /** @type {string[]} */
    const missing = [];
    /** @param {{ key: string, type?: string, choices?: string[] }} thing */
    const need = ({ key, type, choices = [] }) => {
      // A list has no name in the text, and an absent flag is false.
      const names = type === 'points' ? choices : [key, ...choices.filter((choice) => choice !== 'false')];
      missing.push(...names.filter((name) => !words.has(name)));
    };
    for (const entry of Object.values(registry.kinds).flat()) [entry, ...entry.params].forEach(need);
    for (const thing of [...registry.keys, ...registry.functions]) need(thing);
    missing.push(...registry.names.filter((/** @type {string} */ name) => !words.has(name)));
    assert.deepEqual(missing, []);
  });

  test('covers odd widths and batches, and depths 0 to 4', async () => {
    const racers = (await Promise.all(list.map((entry) => checked(entry.text)))).flatMap((run) => run.racers);
    const batches = new Set(racers.map((racer) => racer.batch));
    const widths = new Set(racers.flatMap((racer) => racer.widths.slice(1, -1)));
    const depths = new Set(racers.map((racer) => racer.widths.length - 2));
    for (const batch of [1, 5, 13, 33]) assert.ok(batches.has(batch), `no batch of ${batch}`);
    for (const width of [1, 3, 37, 61]) assert.ok(widths.has(width), `no hidden width of ${width}`);
    for (const depth of [0, 1, 2, 3, 4]) assert.ok(depths.has(depth), `no network with ${depth} hidden layers`);
  });

  test('survives an address', () => {
    for (const { text } of list) assert.equal(readAddress(writeAddress(text, [], []), []).text, text);
  });
});

describe('natively', { concurrency }, () => {
  for (const { text, hashes: published, learns } of list)
    test(text, async () => {
      const answer = await nativeAnswer('train', text, ...sparse);
      assert.equal(answer.status, 0, answer.stderr);
      assert.deepEqual(hashes(answer), published);
      if (!learns) return;
      const { classes, validation } = (await checked(text)).data;
      // The bound is five standard deviations above guessing on as many samples.
      const chance = 1 / classes;
      const least = chance + 5 * Math.sqrt((chance * (1 - chance)) / validation);
      const last = new Map(rows(answer).map((row) => [row[0], Number(row[6])]));
      assert.equal(last.size, published.length);
      for (const [racer, accuracy] of last) assert.ok(accuracy > least, `racer ${racer}: ${accuracy} is not above ${least}`);
    });

  test('the canonical text of a run is the same run', async () => {
    for (const { text, hashes: published } of list) {
      const { stdout } = await nativeAnswer('check', text);
      assert.deepEqual(hashes(await run(native, 'train', stdout.trimEnd(), ...sparse)), published, stdout);
    }
  });
});

describe('as WebAssembly', { concurrency }, () => {
  test('describe', async () => void (await sameAsNative(wasm, 'describe')));
  for (const { text, hashes: published } of list)
    test(text, async () => {
      assert.deepEqual(hashes(await sameAsNative(wasm, 'train', text, '--every', '7')), published);
      await sameAsNative(wasm, 'curve', text);
      await sameAsNative(wasm, 'check', text);
    });
});

for (const compiler of ['g++', 'clang++'])
  for (const level of ['O0', 'O3'])
    describe(`by ${compiler} -${level}`, { concurrency }, () => {
      const program = `${root}build/bits/${compiler}-${level}/eta`;
      test('is built', () => assert.ok(existsSync(program), 'build-scripts/build bits makes it'));
      for (const { text, hashes: published } of existsSync(program) ? list : [])
        test(text, async () => {
          assert.deepEqual(hashes(await sameAsNative([program], 'train', text, ...sparse)), published);
          await sameAsNative([program], 'curve', text);
        });
    });

describe('these tests themselves', () => {
  const text = 'data=moons hidden=3 steps=20';
  /** @param {string} change a shell filter of what is written @param {string} [end] */
  const twin = (change, end = '') => ['bash', '-c', `"$0" "$@" ${change}; ${end || `exit \${PIPESTATUS[0]}`}`, ...native];

  test('a twin that answers the same passes', async () => void (await sameAnswer(native, twin('| cat'), 'train', text)));
  for (const [what, other, words] of /** @type {[string, string[], string[]][]} */ ([
    ['one digit', twin("| sed '$ s/[0-7]$/8/; $ s/[9a-f]$/0/'"), ['train', text]],
    ['a lost last line', twin("| sed '$ d'"), ['train', text]],
    ['a line more', twin('; echo more'), ['train', text]],
    ['a last line without its end', twin('| head -c -1'), ['curve', text]],
    ['another status', twin('', 'exit 1'), ['check', text]],
    ['another complaint', twin('2> >(sed s/lr/LR/ >&2) | cat'), ['check', 'lr=-1']],
  ]))
    test(`a twin that differs in ${what} is found`, () => assert.rejects(sameAnswer(native, other, ...words), assert.AssertionError));

  test('the list is filled in, and never changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eta-list-'));
    const file = join(folder, 'list.txt');
    const hashesOf = async (/** @type {string} */ run) => (run === 'bad' ? [] : ['0123456789abcdef', 'fedcba9876543210']);
    const filled = '# why\n\n0123456789abcdef+fedcba9876543210 learns a=? b\n';
    try {
      writeFileSync(file, '# why\n\n? learns a=? b\n');
      assert.deepEqual(await fillList(file, hashesOf), { added: 1, broken: [] });
      assert.equal(readFileSync(file, 'utf8'), filled);
      for (const planted of ['0123456789abcdef+fedcba9876543211 learns a', '0123456789abcdef learns a', '? runs bad']) {
        writeFileSync(file, `${filled}? runs new\n${planted}\n`);
        const { added, broken } = await fillList(file, hashesOf);
        assert.deepEqual([added, broken.length], [0, 1]);
        assert.equal(readFileSync(file, 'utf8'), `${filled}? runs new\n${planted}\n`);
      }
      writeFileSync(file, '0123456789abcde learns a\n');
      assert.throws(() => readList(file), /list\.txt:1/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
