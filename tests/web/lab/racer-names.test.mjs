// Every racer of a run has a name of its own: what differs tells those apart that would look alike.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { registryOf } from '../../../build-scripts/lib/site/registry.mjs';
import { openEngine } from '../../../web/src/engine/engine.js';
import { nameOf } from '../../../web/src/lab/racer-names.js';
import { loadWords, Words } from '../../../web/src/lib/words.js';
import { eta, realEta } from '../real-eta.mjs';

const { describe } = registryOf(JSON.parse(eta('describe').join('\n')));
const engine = await openEngine(realEta());
await Promise.all(['en', 'zh'].map(loadWords));

/** @param {string} text @param {string} [language] */
function names(text, language = 'zh') {
  const { run, problems } = engine.read(text);
  assert(run, JSON.stringify(problems));
  return run.racers.map((_, i) => nameOf(run, i + 1, new Words(language), describe));
}

test("a racer is named by its label, or in the reader's language", () => {
  assert.deepEqual(names('schedule=constant schedule=step schedule=cosine label=mine'), ['恒定', '阶梯衰减', 'mine']);
});

test('racers of one name are told apart by what differs between them', () => {
  assert.deepEqual(names('schedule=step(factor=0.1, every=20) schedule=step(factor=0.1, every=250)'), [
    '阶梯衰减 every=20',
    '阶梯衰减 every=250',
  ]);
  assert.deepEqual(names('schedule=constant schedule=constant opt=adam lr=0.02 schedule=cosine'), [
    '恒定',
    '恒定 opt=adam lr=0.02',
    '余弦',
  ]);
  assert.deepEqual(names('schedule=constant label=A lr=0.1 schedule=cosine label=A lr=0.1'), ['A constant', 'A cosine']);
});

test('what runs as in another run, and a branch of it, have the names of what runs', () => {
  assert.deepEqual(names('schedule=cosine schedule=within(cosine, 400) schedule=within(cosine, 400) for 400 then wsd'), [
    '余弦',
    '余弦 over=400',
    '余弦 → WSD',
  ]);
  assert.deepEqual(names('schedule=within(step(factor=0.1), 400) schedule=within(step(factor=0.2), 400)'), [
    '阶梯衰减 factor=0.1',
    '阶梯衰减 factor=0.2',
  ]);
  assert.deepEqual(names('schedule=within(warmup(9) then cosine, 400) schedule=within(lr/2, 400)'), [
    '预热 → 余弦',
    'within(lr/2, over=400)',
  ]);
});

test('racers that are the same, or whose difference is no name, are numbered', () => {
  assert.deepEqual(names('schedule=constant schedule=constant'), ['恒定 #1', '恒定 #2']);
  const drawn = (/** @type {number} */ top) => `schedule=points(${Array.from({ length: 9 }, (_, i) => `${i * 50}:${top + i}`).join(', ')})`;
  assert.deepEqual(names(`${drawn(1)} ${drawn(2)}`), ['折线 #1', '折线 #2']);
});

test('no two racers of a run have one name', () => {
  const schedule = fc.constantFrom(
    'constant',
    'cosine',
    'step',
    'step(factor=0.2)',
    'step(every=9)',
    'lr/(1 + t)',
    'warmup(9) then cosine',
  );
  const own = fc.constantFrom('', ' lr=0.1', ' opt=adam', ' opt=adam lr=0.1', ' label=A');
  const racer = fc.tuple(schedule, own).map(([text, items]) => `schedule=${text}${items}`);
  fc.assert(
    fc.property(fc.array(racer, { minLength: 2, maxLength: 6 }), fc.constantFrom('en', 'zh'), (racers, language) => {
      const found = names(racers.join(' '), language);
      assert.equal(new Set(found).size, found.length, found.join(' | '));
    }),
  );
});

test('a long schedule is walked once, and again only with other words', () => {
  let asked = 0;
  const words = /** @type {any} */ ({
    table: {},
    t: (/** @type {string} */ key) => {
      asked += 1;
      return key.split('.')[1];
    },
  });
  const describe = /** @type {any} */ ({ schedules: [{ key: 'constant' }, { key: 'linear' }] });
  const segment = { op: 'duration', text: '', children: [{ op: 'name', text: 'constant', children: [] }] };
  const tree = { op: 'then', text: '', children: [...Array(200).fill(segment), { op: 'name', text: 'linear', children: [] }] };
  const schedule = `${'constant for 1 then '.repeat(200)}linear`;
  const run = /** @type {any} */ ({ racers: [1, 2].map(() => ({ label: '', schedule, own: [], tree })) });
  for (let frame = 0; frame < 60; frame += 1) assert.equal(nameOf(run, 2, words, describe), `${'constant → '.repeat(200)}linear #2`);
  assert.equal(asked, 402);
  words.table = {};
  nameOf(run, 1, words, describe);
  assert.equal(asked, 804);
});
