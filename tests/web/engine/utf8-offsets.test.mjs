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

test('characters take one to four bytes, the last and the first of each length too', () => {
  for (const [point, length] of [
    [0x7f, 1],
    [0x80, 2],
    [0x7ff, 2],
    [0x800, 3],
    [0xffff, 3],
    [0x10000, 4],
    [0x10ffff, 4],
  ]) {
    const character = String.fromCodePoint(point);
    const place = fromBytes(`${character}z`);
    assert.equal(new TextEncoder().encode(character).length, length);
    assert.deepEqual(
      [place(length - 1), place(length), place(length + 1)],
      [0, character.length, character.length + 1],
      point.toString(16),
    );
  }
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
