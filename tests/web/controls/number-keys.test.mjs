// Arrow keys change the number in a field.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nudged } from '../../../web/src/controls/number-keys.js';
import { withPoint } from '../../../web/src/controls/number-steps.js';

test('arrow keys go to round numbers and stay within the range', () => {
  const rate = { min: 0, max: 1000, scale: /** @type {const} */ ('log'), whole: false };
  assert.equal(nudged('0.5', 1, rate), '1');
  assert.equal(nudged('0.5', -1, rate), '0.2');
  assert.equal(nudged('0.3', 1, rate), '0.5');
  assert.equal(nudged('10%', 1, { ...rate, whole: true }), '20%');
  assert.equal(nudged('1', -1, { min: 1, max: 9, scale: 'linear', whole: true }), '1');
  assert.equal(nudged('lr', 1, rate), null);
  assert.equal(nudged('0,3', 1, rate), '0.5');
  assert.equal(nudged('.5', 1, rate), '1');
  assert.equal(nudged('5.', 1, rate), '10');
  assert.equal(nudged('1E-3', 1, rate), '0.002');
  assert.equal(nudged('.', 1, rate), null);
});

test('one decimal comma is a point, but no separator of thousands of a whole number', () => {
  const rate = { min: 0, max: 1000, scale: /** @type {const} */ ('log'), whole: false };
  const count = { ...rate, whole: true };
  for (const [typed, read] of [
    ['0,3', '0.3'],
    [',3', '0.3'],
    ['-0，5', '-0.5'],
    ['1,5ep', '1.5ep'],
    ['0.3', '0.3'],
    ['1,2,3', '1,2,3'],
    ['linear(0,5)', 'linear(0,5)'],
  ])
    assert.equal(withPoint(typed, rate), read);
  assert.equal(withPoint('12,5%', count), '12.5%');
  assert.equal(withPoint('1,000', count), '1,000');
});
