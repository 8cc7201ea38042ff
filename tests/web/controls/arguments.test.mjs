// The arguments of a canonical call are read and written back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argumentsOf, writeCall } from '../../../web/src/controls/arguments.js';

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
