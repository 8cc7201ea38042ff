// Items become a run's text, and a canonical call is split into its arguments.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCall } from '../../../web/src/lab/read-call.js';
import { compose, separator, withItem, withoutRacer } from '../../../web/src/lab/run-text.js';

const joined = (/** @type {string[]} */ ...items) => items.map((item) => separator + item).join('');
const items = [
  { key: 'lr', value: '0.5', racer: 0 },
  { key: 'schedule', value: 'warmup(5) then cosine', racer: 1 },
  { key: 'schedule', value: 'linear', racer: 2 },
  { key: 'lr', value: '0.2', racer: 2 },
];

test('items become a text with the place of each value', () => {
  const { text, places } = compose(withItem(items, { key: 'label', value: 'mine', racer: 1 }));
  assert.equal(text, joined('lr=0.5', 'schedule=warmup(5) then cosine', 'label=mine', 'schedule=linear', 'lr=0.2'));
  for (const { from, to, value } of places) assert.equal(text.slice(from, to), value);
  assert.equal(compose(withItem(items, { key: 'seed', value: '3', racer: 0 })).text.slice(0, 14), joined('lr=0.5', 'seed=3'));
  const without = compose(withItem(items, { key: 'lr', value: '', racer: 2 })).text;
  assert.equal(without, joined('lr=0.5', 'schedule=warmup(5) then cosine', 'schedule=linear'));
});

test('a racer that is left alone keeps its own keys in place of the shared ones', () => {
  assert.equal(compose(withoutRacer(items, 1)).text, joined('schedule=linear', 'lr=0.2'));
  assert.equal(compose(withoutRacer(items, 2)).text, joined('lr=0.5', 'schedule=warmup(5) then cosine'));
});

test('an emptied schedule stays, so that no other racer moves', () => {
  const { text } = compose(withItem(items, { key: 'schedule', value: '', racer: 1 }));
  assert.equal(text, joined('lr=0.5', 'schedule=', 'schedule=linear', 'lr=0.2'));
});

test('a canonical call is split at its outermost commas', () => {
  assert.deepEqual(readCall('f(max(1, 2), a=g(b=3), c=where(t == 2, 1, 0))').args, [
    { key: '', value: 'max(1, 2)' },
    { key: 'a', value: 'g(b=3)' },
    { key: 'c', value: 'where(t == 2, 1, 0)' },
  ]);
});
