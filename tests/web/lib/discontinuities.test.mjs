// Drops of a rate are distinguished from smooth decay.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDrops } from '../../../web/src/lib/discontinuities.js';

test('drops are found where a rate falls abruptly, not where it decays smoothly', () => {
  const drops = (/** @type {number} */ length, /** @type {(t: number) => number} */ rate) => {
    const curve = Float64Array.from({ length }, (_, t) => rate(t));
    /** @type {number[]} */
    const found = [];
    for (let from = 0; from < length; from += 37) findDrops(curve, from, Math.min(length, from + 37), found);
    return found;
  };
  assert.deepEqual(
    drops(800, (t) => 0.5 * 0.1 ** Math.floor(t / 250)),
    [250, 500, 750],
  );
  assert.deepEqual(
    drops(300, (t) => 0.1 * 0.9 ** Math.floor(t / 100)),
    [100, 200],
  );
  assert.deepEqual(
    drops(600, (t) => (t < 417 ? 1 : 0.1) * Math.cos(t / 500)),
    [417],
  );
  for (const glide of [
    (/** @type {number} */ t) => 0.5 ** t,
    (/** @type {number} */ t) => 0.1 ** t,
    (/** @type {number} */ t) => 0.5 / (1 + t),
  ])
    assert.deepEqual(drops(200, glide), []);
  assert.deepEqual(
    drops(800, (t) => 0.25 * (1 + Math.cos((Math.PI * t) / 800))),
    [],
  );
  assert.deepEqual(
    drops(9, (t) => (t === 4 ? Number.NaN : t < 4 ? 1 : 0.1)),
    [],
  );
});
