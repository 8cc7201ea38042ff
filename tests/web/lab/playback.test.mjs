// The playhead moves with the speed of the playback.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advance, isSmall, playTime, speeds } from '../../../web/src/lab/playback.js';

test('the playhead goes through a run in six seconds and never overtakes the training', () => {
  const at = { playhead: 0, passed: 100, speed: 1, updates: 600, trained: 600 };
  assert.equal(advance(at), 10);
  assert.equal(advance({ ...at, trained: 4 }), 4);
  assert.equal(advance({ ...at, playhead: 599 }), 600);
  assert.equal(advance({ ...at, playhead: 599, trained: 700 }), 600);
  assert.equal(advance({ ...at, passed: 60_000 }), 25);
});

test('a speed is a multiple, half of it takes twice as long', () => {
  const at = { playhead: 30, passed: 60, updates: 600, trained: 600 };
  assert.deepEqual(
    speeds.map((speed) => advance({ ...at, speed }) - 30),
    speeds.map((speed) => (600 * 60 * speed) / playTime),
  );
});

test('a pause of up to a quarter of a second is played, of a longer one only that', () => {
  const after = (/** @type {number} */ passed) => advance({ playhead: 0, passed, speed: 1, updates: 6000, trained: 6000 });
  assert.deepEqual([0, 249, 250, 251, 5000].map(after), [0, 249, 250, 250, 250]);
});

test('the playhead never goes back, though a racer trains anew from its checkpoint', () => {
  assert.equal(advance({ playhead: 300, passed: 16, speed: 1, updates: 600, trained: 120 }), 300);
  assert.equal(advance({ playhead: 600, passed: 16, speed: 4, updates: 600, trained: 600 }), 600);
});

test('a race is small by the work of all its racers together', () => {
  const racer = { weights: 1000, batch: 10, updates: 100_000 };
  const run = (/** @type {object[]} */ ...racers) =>
    /** @type {import('../../../web/src/lib/run.js').Run} */ (/** @type {any} */ ({ racers }));
  assert.ok(isSmall(run(racer)));
  assert.ok(isSmall(run(racer, racer)));
  assert.ok(!isSmall(run(racer, racer, { ...racer, updates: 1 })));
});
