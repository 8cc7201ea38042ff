// The bits are the same at every width of the vectors, and on a processor without the wider ones; only functions that are meant for a
// width have its instructions.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { hashes, native, root, run } from '../program/programs.mjs';
import { readList } from './list.mjs';

const list = readList(`${root}tests/bits/list.txt`);
const sparse = ['--every', '10000000'];
const concurrency = 2;
const x86 = process.arch === 'x64';

/** Gives the program with this width asked for. @param {string} width @param {string[]} [before] */
const at = (width, before = []) => ['env', `ETA_WIDTH=${width}`, ...before, ...native];
/** A processor of 2008, which has no vectors of 256 bits. */
const old = ['qemu-x86_64', '-cpu', 'Nehalem'];

/** @param {string[]} program @returns {Promise<{ used: number, widest: number }>} */
async function versionOf(program) {
  const { stdout, status } = await run(program, '--version');
  const words = /^eta \d+\.\d+\.\d+, vectors of (\d+) bits; this processor has (\d+)\n$/.exec(stdout);
  assert.ok(words && status === 0, stdout);
  return { used: Number(words[1]), widest: Number(words[2]) };
}

const { widest } = await versionOf(native);

for (const width of [128, 256, 512].filter((each) => each <= widest))
  describe(`at ${width} bits`, { concurrency }, () => {
    const program = at(String(width));
    test('the program says so', async () => assert.deepEqual(await versionOf(program), { used: width, widest }));
    for (const { text, hashes: published } of list)
      test(text, async () => assert.deepEqual(hashes(await run(program, 'train', text, ...sparse)), published));
  });

test('a width that is none, or that the processor lacks, is refused', async () => {
  for (const [program, complaint] of /** @type {[string[], RegExp][]} */ ([
    [at('1024'), /ETA_WIDTH is “1024”; 128, 256 or 512 is expected\./],
    [at('wide'), /ETA_WIDTH is “wide”; 128, 256 or 512 is expected\./],
    ...(x86 ? [[at('512', old), /ETA_WIDTH is 512; this processor's vectors have 128 bits at most\./]] : []),
  ]))
    for (const words of [['--version'], ['train', 'steps=1']]) {
      const answer = await run(program, ...words);
      assert.equal(answer.status, 2);
      assert.match(answer.stderr, complaint);
      assert.equal(answer.stdout, '');
    }
});

// It is slow there, so a third of the runs must do, without the articles' long ones.
describe('on a processor with 128 bits', { skip: !x86, concurrency }, () => {
  const program = [...old, ...native];
  test('the program chooses these', async () => assert.deepEqual(await versionOf(program), { used: 128, widest: 128 }));
  for (const { text, hashes: published } of list.filter(({ text }, i) => i % 3 === 0 && !text.startsWith('preset=article')))
    test(text, async () => assert.deepEqual(hashes(await run(program, 'train', text, ...sparse)), published));
});

test('only functions for a width have its instructions', { skip: !x86 }, () => {
  const code = execFileSync('objdump', ['-d', '--no-show-raw-insn', native[0]], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  /** The widest instructions of each function: 256 or 512. @type {Map<string, number>} */
  const wide = new Map();
  let name = '';
  for (const line of code.split('\n')) {
    name = /^[0-9a-f]+ <(.*)>:$/.exec(line)?.[1] ?? name;
    const bits = /%zmm|%k[1-7]/.test(line) ? 512 : /%ymm|\tv[a-z]/.test(line) ? 256 : 0;
    if (bits > (wide.get(name) ?? 0)) wide.set(name, bits);
    assert.doesNotMatch(line, /\tvf(n?m(add|sub))/, `${name} multiplies and adds at once`);
  }
  const meant = [...wide].filter(([each]) => /_(256|512)/.test(each));
  assert.deepEqual(
    [...wide.keys()].filter((each) => !/_(256|512)/.test(each)),
    [],
  );
  for (const [each, bits] of meant) assert.ok(bits <= (/_512/.test(each) ? 512 : 256), each);
  for (const bits of [256, 512])
    assert.ok(
      meant.some(([, found]) => found === bits),
      `nothing works with ${bits} bits`,
    );
});
