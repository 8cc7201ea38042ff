// Any bytes are a run, whose canonical text is its own canonical text, or have problems, and never crash. Both programs answer alike.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { readList } from '../bits/list.mjs';
import { realEta } from '../web/real-eta.mjs';
import { native, root, run, sameAnswer, wasm } from './programs.mjs';

/** The texts are the same at every start, so that a failure can be repeated. */
const fixed = { seed: 1 };
const good = readList(`${root}tests/bits/list.txt`).map((entry) => entry.text);

/** @type {import('../../web/src/engine/eta-module.js').EtaModule} */
let module;
before(async () => {
  const { createEta, wasm } = realEta();
  module = await createEta({ instantiate: async (imports) => (await WebAssembly.instantiate(wasm, imports)).instance });
});

/** Splits a text into numbers with their unit, names (of a key with its sign), spaces and signs. */
const tokens = (/** @type {string} */ text) => text.match(/\d[\d.]*(?:%|ep)?|[a-z_]\w*=?|\s+|./giu) ?? [];
const kind = (/** @type {string} */ token) =>
  ['\\d', '[a-z_]\\w*=', '[a-z_]', '\\s', ''].findIndex((start) => new RegExp(`^${start}`, 'iu').test(token));
const words = [...new Set(good.flatMap(tokens)), ' then ', ' for ', '1e9', '1e-300', '0', 'nan', '学', '\n', '\u001b'];
const word = fc.constantFrom(...words);
/** Words of valid texts in any order. */
const soup = fc.array(word, { maxLength: 25 }).map((all) => all.join(''));
/** A valid text in which words are replaced, mostly by words of their kind, or removed. */
const mutated = fc
  .tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(9)), { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) => {
    const all = tokens(text);
    for (const [at, pick, how] of edits) {
      const numbers = [...all.keys()].filter((i) => /^\d/.test(all[i]));
      const place = how > 4 ? numbers[at % numbers.length] : at % all.length;
      const others = how > 1 ? words.filter((other) => kind(other) === kind(all[place])) : words;
      all[place] = how > 0 ? others[pick % others.length] : '';
    }
    return all.join('');
  });
/** A zero byte ends an argument, so no program ever receives one. */
const bytes = fc.uint8Array({ min: 1, max: 255, maxLength: 80 });

const warnings = /^(?:warning: [\w.]+(?:, .+)?: .+[.?]\n)*$/u;

/** @param {string | Uint8Array} text @returns {Promise<boolean>} whether it is a run */
async function answered(text) {
  const { status, stdout, stderr, seconds } = await run(native, 'check', text);
  assert.ok(seconds < 1, `${seconds} s`);
  if (status === 0) {
    assert.match(stderr, warnings);
    const again = await run(native, 'check', stdout.slice(0, -1));
    assert.deepEqual([again.status, again.stdout], [0, stdout]);
    assert.match(again.stderr, warnings);
    return true;
  }
  assert.deepEqual([status, stdout], [2, '']);
  for (const line of stderr.slice(0, -1).split('\n')) assert.match(line, /^[\w.]+(, .+)?: .+[.?]$/u);
  return false;
}

test('any bytes', () =>
  fc.assert(
    fc.asyncProperty(bytes, async (text) => void (await answered(text))),
    { ...fixed, numRuns: 100 },
  ));

test('words in any order', () =>
  fc.assert(
    fc.asyncProperty(soup, async (text) => {
      await answered(text);
    }),
    { ...fixed, numRuns: 100 },
  ));

test('changed valid texts, of which enough are still valid', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      runs += Number(await answered(text));
    }),
    { ...fixed, numRuns: 200 },
  );
  assert.ok(runs > 30 && runs < 170, `${runs} of 200`);
});

test('the module answers like the native program, except for English sentences, which the page has', async () => {
  const bare = (/** @type {string} */ json) => json.replace(/"sentence":"(?:[^"\\]|\\.)+"/g, '"sentence":""');
  // The page allows fewer updates; where neither mentions its limit, they agree.
  const limit = /"code":"too_many_updates"|"steps":\d{7}/;
  await fc.assert(
    fc.asyncProperty(fc.oneof(soup, mutated, mutated), async (text) => {
      const here = module.read(text);
      const { stdout } = await run(native, 'check', '--json', text);
      if (limit.test(here) || limit.test(stdout)) return;
      // The page asks for warnings by themselves, once the run is shown.
      const { warnings, ...rest } = JSON.parse(bare(stdout));
      assert.equal(here, JSON.stringify(rest));
      assert.deepEqual(JSON.parse(module.warnings(text)), warnings ?? []);
    }),
    { ...fixed, numRuns: 200 },
  );
});

test('the WebAssembly program answers like the native one', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(soup, mutated, bytes), async (text) => {
      await sameAnswer(native, wasm, 'check', text);
    }),
    { ...fixed, numRuns: 30 },
  ));
