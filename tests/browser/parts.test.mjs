// The page's small parts that need no browser: cut points, ticks, texts put together, arrow keys, labels that keep apart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineUntil } from '../../web/src/charts/clip-line.js';
import { spreadOut } from '../../web/src/charts/end-labels.js';
import { Smooth } from '../../web/src/charts/thinned-columns.js';
import { linearTicks, logRange, logTicks, topTicks, wholeTicks } from '../../web/src/charts/ticks.js';
import { givenOf, writeCall } from '../../web/src/controls/arguments.js';
import { nudged } from '../../web/src/controls/number-keys.js';
import { widen } from '../../web/src/lab/curve-summary.js';
import { advance } from '../../web/src/lab/playback.js';
import { compose, readCall, withItem, withoutRacer } from '../../web/src/lab/run-text.js';
import { lastUpTo } from '../../web/src/lib/search.js';

test('points are cut where the playhead stands', () => {
  assert.deepEqual(lineUntil({ x: [1, 2, 3], y: [4, 5, 6] }, 2), { x: [1, 2], y: [4, 5] });
});

test('ticks are round and lie inside', () => {
  assert.deepEqual(topTicks(0.5), [0, 0.25, 0.5]);
  assert.deepEqual(topTicks(5), [0, 2.5, 5]);
  assert.deepEqual(wholeTicks(800, 5), [0, 200, 400, 600, 800]);
  assert.deepEqual(wholeTicks(1200, 5), [0, 200, 400, 600, 800, 1000, 1200]);
  assert.deepEqual(wholeTicks(333, 5), [0, 100, 200, 300]);
  assert.deepEqual(wholeTicks(1, 5), [0, 1]);
  assert.deepEqual(
    logTicks(1e-6, 1, 4),
    [1e-6, 1e-4, 1e-2, 1].map((tick) => Number(tick.toPrecision(1))),
  );
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 8 }), (max, count) => {
      const ticks = linearTicks(0, max, count);
      assert(ticks.length >= 1 && ticks.length <= count + 1);
      assert(ticks.every((tick) => tick >= 0 && tick <= max * (1 + 1e-9)));
    }),
  );
});

/** @param {number[]} values */
function extent(values) {
  const found = { least: Number.POSITIVE_INFINITY, greatest: 0, zero: false };
  widen(found, values, 0, values.length);
  return found;
}

test('a zero has a floor below every positive rate', () => {
  const { min, max, floor } = logRange(extent([0.5, 0, 1e-4, Number.NaN, Number.POSITIVE_INFINITY]));
  assert(floor !== null && floor === min && floor < 1e-4 && max > 0.5 && max < 2);
  assert.equal(logRange(extent([0.5, 0.1])).floor, null);
});

test('the running mean of a constant is that constant, wherever it is taken up', () => {
  const smooth = new Smooth(0.9);
  const column = new Float32Array(3000).fill(0.5);
  smooth.of(column.subarray(0, 10));
  smooth.of(column.subarray(0, 1500));
  assert(smooth.of(column).every((value) => Math.abs(value - 0.5) < 1e-6));
  assert.deepEqual(Array.from(new Smooth(0).of([1, 2, Number.NaN, 3])), [1, 2, Number.NaN, 3]);
  assert.deepEqual([lastUpTo([8, 16, 24], 7), lastUpTo([8, 16, 24], 8), lastUpTo([8, 16, 24], 99)], [-1, 0, 2]);
});

test('labels keep apart, in their order, and inside', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { maxLength: 6 }), (wanted) => {
      const placed = spreadOut(wanted, 0, 150);
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
      order.slice(1).forEach((i, k) => {
        assert(placed[i] - placed[order[k]] >= 15 - 1e-9);
      });
      assert(placed.every((top) => top >= 0 - 1e-9 && top <= 150 + 1e-9));
    }),
  );
});

test('items become a text whose places are theirs', () => {
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

test('a canonical call is taken apart and put together again', () => {
  assert.deepEqual(readCall('f(max(1, 2), a=g(b=3), c=where(t == 2, 1, 0))').args, [
    { key: '', value: 'max(1, 2)' },
    { key: 'a', value: 'g(b=3)' },
    { key: 'c', value: 'where(t == 2, 1, 0)' },
  ]);
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
  for (const text of ['p(0:0.5, 25%:0.1, shape=log)', 'p', 'p(shape=log)']) assert.equal(writeCall(entry, givenOf(entry, text)), text);
});

test('arrow keys go to round numbers and stay within the range', () => {
  const rate = { min: 0, max: 1000, scale: /** @type {const} */ ('log'), whole: false };
  assert.equal(nudged('0.5', 1, rate), '1');
  assert.equal(nudged('0.5', -1, rate), '0.2');
  assert.equal(nudged('0.3', 1, rate), '0.5');
  assert.equal(nudged('10%', 1, { ...rate, whole: true }), '20%');
  assert.equal(nudged('1', -1, { min: 1, max: 9, scale: 'linear', whole: true }), '1');
  assert.equal(nudged('lr', 1, rate), null);
});

test('the playhead goes through a run in six seconds and never overtakes the training', () => {
  const at = { playhead: 0, passed: 100, speed: 1, updates: 600, trained: 600 };
  assert.equal(advance(at), 10);
  assert.equal(advance({ ...at, trained: 4 }), 4);
  assert.equal(advance({ ...at, playhead: 599 }), 600);
  assert.equal(advance({ ...at, passed: 60_000 }), 25);
});
