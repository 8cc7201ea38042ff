// Branch here and Extend ×2: what has run keeps its bits, in the rates and in the training, and only the rest is new.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openEngine } from '../../../web/src/engine/engine.js';
import { boundToLength, extended, maxRacers, withBranch } from '../../../web/src/lab/branch-edits.js';
import { compose } from '../../../web/src/lab/run-text.js';
import { eta, realEta } from '../real-eta.mjs';

const engine = await openEngine(realEta());
const registry = JSON.parse(eta('describe').join('\n')).kinds;
const listeners = registry.schedule.flatMap((/** @type {any} */ { key, role }) => (role === 'listener' ? [key] : []));
const entries = { opt: registry.optimizer, stop: registry.stop, average: registry.average };

/** @param {string} text */
function read(text) {
  const { run, problems } = engine.read(text);
  assert(run, `${text}: ${problems[0]?.code}`);
  return run;
}
/** @param {import('../../../web/src/lib/run.js').Run} run @param {number} racer @param {number} count of updates */
const rates = (run, racer, count) => engine.rates({ text: run.text, racer, updates: Array.from({ length: count }, (_, t) => t) });
/** @param {{ items: import('../../../web/src/lib/run.js').Item[] }} edit */
const opened = ({ items }) => read(compose(items).text);

const schedules = [
  '0.3',
  'constant',
  'cosine',
  'step(factor=0.5, every=30%)',
  'warmup(5%) then cosine',
  'constant for 37.5% then cooldown(10%)',
  'wsd(shape=sqrt)',
  'one_cycle',
  'exponential(rate=0.9, every=0.5ep)',
  'repeat(cosine, every=1ep)',
  'noise(linear)',
  'points(0:0.5, 33%:0.2, 100%:0)',
  'lr*(1 - t/T)^2 + 0.001*U/T',
  'multistep(30%, 70%, factor=0.3)',
  'within(wsd, 500) for 99 then cooldown(60)',
  '3 * cosine * plateau(0.5, patience=2)',
  'plateau(0.5, patience=2) * (warmup(5%) then cosine) * linear',
  'cosine * plateau(0.5, patience=2) * 0.7',
  '(warmup(10%) then step(0.7, every=7%)) * greedy',
];

for (const schedule of schedules) {
  test(`branched anywhere it is the old one before, and falls to 0 from there: ${schedule}`, () => {
    const run = read(`steps=600 schedule=constant(0.1) schedule=${schedule} lr=0.3 label=old`);
    const before = rates(run, 2, 600);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 599 }), (update) => {
        const edit = withBranch(run, 2, update, listeners);
        const now = opened(edit);
        assert.deepEqual([edit.racer, now.racers.length, now.racers[2].lr, now.racers[2].label], [3, 3, 0.3, '']);
        assert.deepEqual(rates(now, 2, 600), before);
        const branch = rates(now, 3, 600);
        assert.deepEqual(branch.slice(0, update), before.slice(0, update));
        // The cool-down begins at what the old one had, or would have, there; its last step would be to 0 at the run's end.
        const falls = branch.slice(update);
        const step = falls[0] / (600 - update);
        const isStraight = falls.every((rate, k) => Math.abs(rate - (falls[0] - k * step)) <= 1e-12);
        assert(isStraight || schedule.endsWith('* linear'), `${update}`);
      }),
      { numRuns: 25 },
    );
  });

  test(`in a run of twice as many updates the old one is what it was, and one is planned for all: ${schedule}`, () => {
    const run = read(`steps=600 schedule=${schedule} schedule=linear(0.2)`);
    const edit = extended(run, 1, listeners);
    const now = opened(edit);
    assert.deepEqual([now.steps, now.racers.length, edit.racer], [1200, 3, 3]);
    for (const racer of [1, 2]) {
      const found = rates(now, racer, 1200);
      assert.deepEqual(found.slice(0, 600), rates(run, racer, 600));
      // It holds its last value, but for what stands outside: a listener.
      assert.deepEqual(new Set(found.slice(600)).size, 1);
    }
    assert.deepEqual(rates(now, 3, 1200), rates(read(`steps=1200 schedule=${schedule}`), 1, 1200));
  });
}

/** The rows that a racer trains, up to an update. @param {string} text @param {number} racer @param {number} count */
const rows = (text, racer, count) =>
  eta('train', text)
    .filter((line) => line.startsWith(`${racer},`))
    .map((line) => line.split(',').slice(1))
    .filter(([update]) => Number(update) < count);

for (const [what, own] of [
  ['a plain schedule', 'warmup(5%) then cosine'],
  ['what listens', '(warmup(5%) then cosine) * plateau(0.5, patience=1, threshold=0.1)'],
  ['layers with a schedule of their own', 'cosine schedule.1=linear'],
]) {
  test(`training has the same bits before the branch, and in the longer run: ${what}`, () => {
    const text = `data=moons hidden=8 steps=300 schedule=constant schedule=${own}`;
    const run = read(text);
    const before = rows(text, 2, 300);
    assert.equal(before.length, 300);
    const branch = opened(withBranch(run, 2, 120, listeners));
    assert.deepEqual(rows(branch.text, 3, 120), before.slice(0, 120));
    assert.notDeepEqual(rows(branch.text, 3, 125), before.slice(0, 125));
    if (boundToLength(run, entries).length === 0) assert.deepEqual(rows(opened(extended(run, 2, listeners)).text, 2, 300), before);
  });
}

test('epochs are doubled as such, a lone racer keeps what it shares, and the evaluations stay where they were', () => {
  const run = read('data=moons hidden=8 epochs=3 lr=0.2 evaluate=4% schedule=cosine');
  const now = opened(extended(run, 1, listeners));
  assert.deepEqual(
    now.racers.map(({ updates, lr, evaluate }) => [updates / run.racers[0].updates, lr, evaluate]),
    [
      [2, 0.2, run.racers[0].evaluate],
      [2, 0.2, run.racers[0].evaluate],
    ],
  );
  assert.deepEqual(
    opened(extended(read(''), 1, listeners)).racers.map(({ evaluate }) => evaluate),
    [8, 8, 8, 8],
  );
});

test('in a full race the racer itself branches, or is planned anew', () => {
  const text = `steps=100 ${'schedule=cosine '.repeat(maxRacers)}`;
  assert(engine.read(`${text}schedule=cosine`).problems.length > 0, 'no room for one more');
  const run = read(text);
  for (const edit of [withBranch(run, 3, 40, listeners), extended(run, 3, listeners)]) {
    assert.equal(edit.racer, 3);
    assert.equal(opened(edit).racers.length, maxRacers);
  }
  assert.deepEqual(
    opened(extended(run, 3, listeners)).racers.map(({ schedule }) => schedule),
    run.racers.map((_, i) => (i === 2 ? 'cosine' : 'within(cosine, over=100)')),
  );
});

test('what else counts on the length of the run is named', () => {
  for (const [items, bound] of /** @type {[string, string[]][]} */ ([
    ['schedule=cosine', []],
    ['stop=updates(400) schedule=cosine schedule=linear stop=early(patience=3)', []],
    ['stop=updates schedule=cosine', ['stop']],
    ['schedule=cosine schedule=cosine average=swa', ['average']],
    ['average=swa(400) schedule=cosine', []],
    ['average=swa(25%) schedule=cosine', ['average']],
    ['opt=sgd(one_cycle(0.85)) schedule=cosine', ['opt.momentum']],
    ['batch=points(0:8, 50%:16, shape=step) schedule=cosine', ['batch']],
    ['schedule.2=cosine schedule=linear', ['schedule.2']],
  ]))
    assert.deepEqual(boundToLength(read(items), entries), bound, items);
});
