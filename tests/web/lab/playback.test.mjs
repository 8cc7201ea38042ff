// The playhead moves with the speed of the playback.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advance } from '../../../web/src/lab/playback.js';

test('the playhead goes through a run in six seconds and never overtakes the training', () => {
  const at = { playhead: 0, passed: 100, speed: 1, updates: 600, trained: 600 };
  assert.equal(advance(at), 10);
  assert.equal(advance({ ...at, trained: 4 }), 4);
  assert.equal(advance({ ...at, playhead: 599 }), 600);
  assert.equal(advance({ ...at, passed: 60_000 }), 25);
});
