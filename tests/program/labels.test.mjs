// Any label can be written on the command line, and what `check` prints reads as the same run; alike natively and as WebAssembly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readList } from '../bits/list.mjs';
import { native, root, run, sameAnswer, wasm } from './programs.mjs';

const texts = readList(`${root}tests/bits/list.txt`).map((entry) => entry.text);
const signs = ['"', '\\', '(', ')', '=', ' lr=0.1', ' schedule=linear', '：', '＝', '\u00a0', '\u3000', '\u200b', '\u202e', '👩‍💻', '学'];
/** One line of text, without half a surrogate pair, which no command line holds. */
const label = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'binary', maxLength: 5 })), { minLength: 1, maxLength: 10 })
  .map((parts) => parts.join('').replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]/gu, ''));
/** Labels of plain words are printed bare. */
const plain = fc.stringMatching(/^[a-zA-Z0-9é学率,.!?'/+-]+( [a-zA-Z0-9é学率,.!?'/+-]+)*$/).filter((text) => text.length <= 80);

test('a label written as a JSON string is the label, and is printed so that it is read again', () =>
  fc.assert(
    fc.asyncProperty(label, fc.constantFrom(...texts), async (written, text) => {
      const whole = `${text} schedule=linear label=${JSON.stringify(written)}`;
      const { status, stdout } = await sameAnswer(native, wasm, 'check', whole);
      // Some published runs have six racers, or no room for a second batch.
      if (status !== 0) return;
      const { racers } = JSON.parse((await run(native, 'check', '--json', whole)).stdout);
      assert.equal(racers.at(-1).label, written);
      const again = await run(native, 'check', stdout.slice(0, -1));
      assert.deepEqual([again.status, again.stdout], [0, stdout]);
      assert.equal(JSON.parse((await run(native, 'check', '--json', stdout.slice(0, -1))).stdout).racers.at(-1).label, written);
    }),
    { seed: 1, numRuns: 60 },
  ));

test('plain words are printed as they stand', () =>
  fc.assert(
    fc.asyncProperty(plain, async (written) => {
      assert.equal((await run(native, 'check', `schedule=cosine label=${written}`)).stdout, `label=${written} schedule=cosine\n`);
    }),
    { seed: 1, numRuns: 60 },
  ));

test('no published run has a label that begins and ends with a quotation mark, whose meaning is now that of a JSON string', () => {
  assert(texts.some((text) => text.includes('label=')));
  for (const text of texts) assert.doesNotMatch(text, /label="/);
});

test('bytes that begin no character of UTF-8 are replaced, also F5 to F7', async () => {
  for (const lead of [0xf5, 0xf6, 0xf7, 0xf8, 0xff]) {
    const bytes = Uint8Array.of(...new TextEncoder().encode('label=a'), lead, 0x80, 0x80, 0x80);
    const { status, stdout } = await sameAnswer(native, wasm, 'check', bytes);
    assert.deepEqual([status, stdout], [0, `label=a${'\ufffd'.repeat(4)}\n`]);
  }
});

test('a warning is a line of its own kind, and no mistake', async () => {
  const { status, stdout, stderr } = await sameAnswer(native, wasm, 'check', 'schedule=warmup(2000) then cosine label=学 evaluate=0.2');
  assert.deepEqual([status, stdout], [0, 'evaluate=0.2 label=学 schedule=warmup(2000) then cosine\n']);
  assert.match(
    stderr,
    /^warning: evaluate, characters 52-54, “0.2”: .* 20% .*\nwarning: schedule, characters 10-21, “warmup\(2000\)”: .*\.\n$/,
  );
  const { warnings } = JSON.parse((await sameAnswer(native, wasm, 'check', '--json', 'evaluate=0.2')).stdout);
  assert.deepEqual(
    warnings.map((/** @type {any} */ { sentence, ...data }) => data),
    [{ code: 'part_meant', key: 'evaluate', from: 9, to: 12, values: ['evaluate', '0.2', '20%'] }],
  );
});
