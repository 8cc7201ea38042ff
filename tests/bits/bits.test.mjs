// The bits are the same everywhere: published runs give their committed hashes, natively, as WebAssembly and from every compiler.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { assertSame, hashes, native, root, rows, run, sameAnswer, wasm } from '../program/programs.mjs';
import { readList } from './list.mjs';

const path = `${root}tests/bits/list.txt`;
const list = readList(path);
const concurrency = 2;
/** Few rows are printed: the evaluations, the first update and the last. */
const sparse = ['--every', '10000000'];

/** The native answers, which every other build is compared with. @type {Map<string, ReturnType<typeof run>>} */
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

describe('natively', { concurrency }, () => {
  for (const { text, hashes: published, learns } of list)
    test(text, async () => {
      const answer = await nativeAnswer('train', text, ...sparse);
      assert.equal(answer.status, 0, answer.stderr);
      assert.deepEqual(hashes(answer), published);
      if (!learns) return;
      const { classes, validation } = (await checked(text)).data;
      // A racer has learned at five standard deviations above guessing on as many samples.
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
});
