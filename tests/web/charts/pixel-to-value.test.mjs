// Pointer and arrow keys move a handle to round values within the axes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byKey, byPointer, rateAt } from '../../../web/src/charts/pixel-to-value.js';

const linear = /** @type {import('../../../web/src/charts/pixel-to-value.js').Frame} */ ({
  left: 50,
  top: 10,
  width: 400,
  height: 100,
  xMin: 0,
  xMax: 800,
  range: [0, 0.5],
  log: false,
  zero: 0,
  yAt: (y) => 110 - (y / 0.5) * 100,
});
const log = { ...linear, range: /** @type {[number, number]} */ ([1e-4, 1]), log: true, zero: 1e-4 };

test('pointer and keys give round values within the axes, along those that a handle can move on', () => {
  const both = { racer: 1, path: 'x', t: 400, eta: 0.25, moves_t: true, moves_eta: true, scale_t: 'linear', scale_eta: 'linear' };
  const handle = /** @type {import('../../../web/src/lib/run.js').Handle} */ (both);
  assert.deepEqual(byPointer(handle, linear, 151.2, 30.3), { t: 202, eta: 0.4 });
  assert.deepEqual(byPointer({ ...handle, moves_t: false }, linear, 151.2, 30.3), { t: 400, eta: 0.4 });
  assert.deepEqual(byPointer({ ...handle, moves_eta: false }, linear, -99, 30.3), { t: 0, eta: 0.25 });
  assert.equal(rateAt(log, 110), 0);
  assert(Math.abs(rateAt(log, 60) - 0.01) < 1e-12);
  const key = (/** @type {string} */ name, shiftKey = false, change = {}) =>
    byKey({ ...handle, ...change }, linear, { key: name, shiftKey }, 800);
  assert.deepEqual(key('ArrowRight'), { t: 408, eta: 0.25 });
  assert.deepEqual(key('ArrowLeft', true), { t: 320, eta: 0.25 });
  assert.deepEqual(key('ArrowUp'), { t: 400, eta: 0.255 });
  assert.deepEqual(key('ArrowUp', false, { moves_t: false, scale_eta: 'log' }), { t: 400, eta: 0.255 });
  assert.deepEqual(key('ArrowRight', true, { moves_t: false, scale_eta: 'log' }), { t: 400, eta: 0.305 });
  assert.deepEqual(key('ArrowDown', true, { eta: 0.01 }), { t: 400, eta: 0 });
  assert.deepEqual(key('ArrowUp', false, { moves_eta: false }), { t: 408, eta: 0.25 });
  assert.equal(key('a'), null);
});
