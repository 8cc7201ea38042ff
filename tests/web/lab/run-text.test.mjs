// Items become a run's text, and a canonical call is split into its arguments.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCall } from '../../../web/src/lab/read-call.js';
import { compose, withItem, withoutRacer } from '../../../web/src/lab/run-text.js';

test('items become a text with the place of each value', () => {
  const items = [
    { key: 'lr', value: '0.5', racer: 0 },
    { key: 'schedule', value: 'warmup(5) then cosine', racer: 1 },
    { key: 'schedule', value: 'linear', racer: 2 },
    { key: 'lr', value: '0.2', racer: 2 },
  ];
  const { text, places } = compose(withItem(items, { key: 'label', value: 'mine', racer: 1 }));
  assert.equal(text, 'lr=0.5 schedule=warmup(5) then cosine label=mine schedule=linear lr=0.2');
  for (const { from, to, value } of places) assert.equal(text.slice(from, to), value);
  assert.equal(compose(withItem(items, { key: 'seed', value: '3', racer: 0 })).text.slice(0, 13), 'lr=0.5 seed=3');
  assert.equal(compose(withItem(items, { key: 'lr', value: '', racer: 2 })).text, 'lr=0.5 schedule=warmup(5) then cosine schedule=linear');
  assert.equal(compose(withoutRacer(items, 1)).text, 'lr=0.5 schedule=linear lr=0.2');
});

test('a canonical call is split at its outermost commas', () => {
  assert.deepEqual(readCall('f(max(1, 2), a=g(b=3), c=where(t == 2, 1, 0))').args, [
    { key: '', value: 'max(1, 2)' },
    { key: 'a', value: 'g(b=3)' },
    { key: 'c', value: 'where(t == 2, 1, 0)' },
  ]);
});
