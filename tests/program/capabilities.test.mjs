// What tests/reference/capabilities.md says holds, and it says all that there is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { capabilities, file, tell } from '../reference/capabilities.mjs';

test('the rows are 1 to 54, each once', () => {
  const numbers = capabilities.map(({ number }) => number);
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
  );
  assert.equal(numbers.length, 54);
});

test('every row’s commands show what it says, and the page is what they make', async () => {
  const { text, failed } = await tell();
  assert.deepEqual(failed, []);
  assert.equal(readFileSync(file, 'utf8'), text, 'node tests/reference/capabilities.mjs writes it again');
});
