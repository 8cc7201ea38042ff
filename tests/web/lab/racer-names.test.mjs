// The names of racers are put together once for a run and a language, however often a frame asks for them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf } from '../../../web/src/lab/racer-names.js';

test('a long schedule is walked once, and again only with other words', () => {
  let asked = 0;
  const words = /** @type {any} */ ({
    table: {},
    t: (/** @type {string} */ key) => {
      asked += 1;
      return key.split('.')[1];
    },
  });
  const describe = /** @type {any} */ ({ kinds: { schedule: [{ key: 'constant' }, { key: 'linear' }] } });
  const segment = { op: 'duration', text: '', children: [{ op: 'name', text: 'constant', children: [] }] };
  const tree = { op: 'then', text: '', children: [...Array(200).fill(segment), { op: 'name', text: 'linear', children: [] }] };
  const schedule = `${'constant for 1 then '.repeat(200)}linear`;
  const run = /** @type {any} */ ({ racers: [1, 2].map(() => ({ label: '', schedule, own: [], tree })) });
  for (let frame = 0; frame < 60; frame += 1) assert.equal(nameOf(run, 2, words, describe), `${'constant → '.repeat(200)}linear`);
  assert.equal(asked, 402);
  words.table = {};
  nameOf(run, 1, words, describe);
  assert.equal(asked, 804);
});
