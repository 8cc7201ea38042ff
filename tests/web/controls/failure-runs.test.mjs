// The racers of these runs fail as their sentences say, beside one that does not.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { failures } from '../../../web/src/controls/failure-runs.js';
import { openEngine } from '../../../web/src/engine/engine.js';
import { lastShare, median, spread } from '../../../web/src/lib/statistics.js';
import { assetBytes, realEta } from '../real-eta.mjs';

/** @type {import('../../../web/src/engine/trainer.js').Engine} */
let engine;
before(async () => {
  engine = await openEngine(realEta());
  engine.provide('digits', assetBytes('digits'));
});

/** Gives median and spread of the last 20 % of each racer's accuracies. @param {string} key @param {number} [seed] */
function train(key, seed = 1) {
  const { run: text } = failures.find((failure) => failure.key === key) ?? assert.fail(key);
  const { run } = engine.read(text);
  if (!run) assert.fail(`${key} has problems`);
  assert.equal(run.text, text, 'written as it is printed');
  return run.racers.map((_, i) => {
    const trainer = engine.trainer(`seed=${seed} ${text}`, i + 1);
    const last = lastShare(trainer.advance(run.steps).evaluations.validation_accuracy);
    trainer.delete();
    return { median: median(last), spread: spread(last) };
  });
}

for (const { key, min, max } of [
  { key: 'failure.hot', max: 0.15, min: 0.9 },
  { key: 'failure.early', max: 0.85, min: 0.9 },
  { key: 'failure.fast', max: 0.75, min: 0.9 },
  { key: 'failure.gamma', max: 0.4, min: 0.9 },
]) {
  test(`${key}: at most ${max}, the other at least ${min}`, () => {
    const [wrong, right] = train(key);
    assert(wrong.median <= max, `${wrong.median}`);
    assert(right.median >= min, `${right.median}`);
  });
}

test('failure.late: its accuracy varies to the end, the other does not', () => {
  const [wrong, right] = train('failure.late');
  assert(wrong.spread > 4 * right.spread, `${wrong.spread} and ${right.spread}`);
});

test('failure.adam: with each of five seeds warm-up gains at least five percentage points', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const [wrong, right] = train('failure.adam', seed);
    assert(right.median > wrong.median + 0.05, `seed ${seed}: ${wrong.median} and ${right.median}`);
  }
});
