// Byte offsets become UTF-16 offsets, for any text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBytes, wellFormed } from '../../../web/src/engine/utf8-offsets.js';

test('the bytes before a character lead to that character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const bytes = new TextEncoder().encode(before).length;
      assert.equal(fromBytes(before + after)(bytes), before.length);
    }),
  );
});

test('within a character its beginning, beyond the end the end, a lone surrogate is three bytes', () => {
  const place = fromBytes('a余😀z');
  assert.deepEqual(
    Array.from({ length: 12 }, (_, i) => place(i)),
    [0, 1, 1, 1, 2, 2, 2, 2, 4, 5, 5, 5],
  );
  assert.equal(fromBytes('\ud800x')(3), 1);
  assert.equal(fromBytes('')(7), 0);
  assert.equal(wellFormed('a\ud800b\udc00😀'), 'a\ufffdb\ufffd😀');
});
