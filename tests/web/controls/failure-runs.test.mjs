// The runs that go wrong do go wrong, as their sentences say, beside a racer that does not.
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

/** Accuracies of the last 20 % of each racer's evaluations. @param {string} key @param {number} [seed] */
function train(key, seed = 1) {
  const { run: text } = failures.find((failure) => failure.key === key) ?? assert.fail(key);
  const { run } = engine.check(text);
  if (!run) assert.fail(`${key} has problems`);
  assert.equal(run.text, text, 'written as it is printed');
  return run.racers.map((_, i) => {
    const trainer = engine.trainer(`seed=${seed} ${text}`, i + 1);
    const last = lastShare(trainer.advance(run.steps).evaluations.accuracy);
    trainer.delete();
    return { median: median(last), spread: spread(last) };
  });
}

for (const { key, least, most } of [
  { key: 'failure.hot', most: 0.15, least: 0.9 },
  { key: 'failure.early', most: 0.85, least: 0.9 },
  { key: 'failure.fast', most: 0.75, least: 0.9 },
  { key: 'failure.gamma', most: 0.4, least: 0.9 },
]) {
  test(`${key}: at most ${most}, the other at least ${least}`, () => {
    const [wrong, right] = train(key);
    assert(wrong.median <= most, `${wrong.median}`);
    assert(right.median >= least, `${right.median}`);
  });
}

test('failure.late: it jitters to the end, the other is quiet', () => {
  const [wrong, right] = train('failure.late');
  assert(wrong.spread > 4 * right.spread, `${wrong.spread} and ${right.spread}`);
});

test('failure.adam: with each of five seeds it ends better when warmed up, by five points at least', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const [wrong, right] = train('failure.adam', seed);
    assert(right.median > wrong.median + 0.05, `seed ${seed}: ${wrong.median} and ${right.median}`);
  }
});
