// The arguments of a canonical call are read and written back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argumentsOf, strayAt, writeCall } from '../../../web/src/controls/arguments.js';

test('the arguments of a canonical call are read and written back unchanged', () => {
  const param = { symbol: '', unit: /** @type {const} */ ('none'), initial: '', scale: /** @type {const} */ ('linear'), help: '' };
  const entry = {
    key: 'p',
    name: '',
    summary: '',
    source: '',
    params: [
      { ...param, key: 'at', type: /** @type {const} */ ('points') },
      { ...param, key: 'shape', type: /** @type {const} */ ('choice') },
    ],
  };
  for (const text of ['p(0:0.5, 25%:0.1, shape=log)', 'p', 'p(shape=log)']) assert.equal(writeCall(entry, argumentsOf(entry, text)), text);
});

test('a value that would end its argument is found where it would', () => {
  for (const [value, at] of /** @type {[string, number][]} */ ([
    ['0.5', -1],
    ['max(1, 2)', -1],
    ['where(t <= 3, 1, 2)', -1],
    ['0.5, every=3', 3],
    ['every=3', 5],
    ['0.5) * plateau(0.1', 3],
    ['😀）', 2],
    ['(0.5', 0],
  ]))
    assert.equal(strayAt(value, false), at, value);
  assert.equal(strayAt('0:0.5, 100:0.1', true), -1);
  assert.equal(strayAt('0:0.5, shape=log', true), 12);
});
