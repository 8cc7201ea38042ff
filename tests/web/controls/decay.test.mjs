// Decay now: from the update on the rate is a tenth, before it is what it was, and every drop has a handle at its update.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lowered } from '../../../web/src/controls/decay.js';
import { openEngine } from '../../../web/src/engine/engine.js';
import { realEta } from '../real-eta.mjs';

const engine = await openEngine(realEta());

/** @param {string} schedule */
function read(schedule) {
  const { run, problems } = engine.read(`steps=600 schedule=${schedule}`);
  assert(run, `${schedule}: ${problems[0]?.code}`);
  return run;
}
/** @param {string} text */
const rates = (text) => engine.rates({ text, racer: 1, updates: Array.from({ length: 600 }, (_, t) => t) });

const schedules = [
  'constant',
  'constant(0.3)',
  'constant(lr/2)',
  'cosine',
  'step(factor=0.5, every=150)',
  'warmup(50) then cosine',
  '0.1 * 0.9^floor(t/100)',
  'cosine + 0.01',
  'points(0:0.5, 100%:0.01)',
  'points(0:0.5, 300:0.2, shape=step)',
  '(warmup(50) then linear) * plateau(factor=0.5)',
];

for (const schedule of schedules) {
  test(`pressed once and more: ${schedule}`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 599 }), { minLength: 1, maxLength: 4 }), (updates) => {
        let run = read(schedule);
        let expected = rates(run.text);
        for (const at of updates) {
          run = read(lowered(run.racers[0], at));
          const now = rates(run.text);
          expected = expected.map((rate, t) => (t < at ? rate : rate / 10));
          now.forEach((rate, t) => {
            assert(Math.abs(rate - expected[t]) <= 1e-9 * Math.abs(expected[t]), `${run.text}: ${rate} at ${t}, not ${expected[t]}`);
          });
        }
        const places = run.handles.filter(({ path, moves_t, moves_eta }) => /schedule\.at/.test(path) && moves_t && moves_eta);
        for (const at of updates) {
          assert(
            places.some(({ t, eta }) => t === at && Math.abs(eta - expected[at]) <= 1e-9 * eta),
            `${run.text}: no handle at ${at}`,
          );
        }
      }),
      { numRuns: 20 },
    );
  });
}

test('the steps are few words, and a constant rate still follows η₀', () => {
  const once = read(lowered(read('constant').racers[0], 353));
  assert.equal(once.racers[0].schedule, 'constant * points(0:1, 353:0.1, shape=step)');
  assert.equal(read(lowered(once.racers[0], 568)).racers[0].schedule, 'constant * points(0:1, 353:0.1, 568:0.01, shape=step)');
  assert.deepEqual(
    once.handles.map(({ path, t }) => [path, t]),
    [
      ['lr', 0],
      ['schedule.at.2', 353],
    ],
  );
});
