// Searches in an ascending column find the last value that is not beyond a limit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastUpTo } from '../../../web/src/lib/search.js';

test('the last value up to a limit is found, or none', () => {
  assert.deepEqual([lastUpTo([8, 16, 24], 7), lastUpTo([8, 16, 24], 8), lastUpTo([8, 16, 24], 99)], [-1, 0, 2]);
});
