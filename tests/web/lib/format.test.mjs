// Numbers are formatted for people.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatInteger, formatNumber, formatPercent, formatTick } from '../../../web/src/lib/format.js';

test('rates and losses', () => {
  /** @type {[number, string][]} */
  const cases = [
    [0.0072, '0.0072'],
    [1.2e-8, '1.2×10⁻⁸'],
    [0.5, '0.5'],
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [0.1 * 0.9 ** 99, '2.95×10⁻⁶'],
    [1e-5, '10⁻⁵'],
    [-1e-5, '−10⁻⁵'],
    [9.9999e-5, '10⁻⁴'],
    [0.00099999, '0.001'],
    [-0.25, '−0.25'],
    [1234.5678, '1,235'],
    [999999.9, '10⁶'],
    [1e300, '10³⁰⁰'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ];
  for (const [value, text] of cases) assert.equal(formatNumber(value), text);
  assert.equal(formatNumber(0.23834, { digits: 4 }), '0.2383');
  assert.equal(formatNumber(0.0072, { language: 'de' }), '0,0072');
});

test('shares, counts and ticks', () => {
  assert.equal(formatPercent(0.952), '95.2\u00a0%');
  assert.equal(formatPercent(1, { digits: 0 }), '100\u00a0%');
  assert.equal(formatPercent(Number.NaN), 'NaN');
  assert.equal(formatInteger(12345), '12,345');
  assert.equal(formatInteger(12345, { language: 'zh' }), '12,345');
  assert.deepEqual(
    [1e-4, 1e-12, 0.01, 0.1, 5e-4, 1, 0, 1e6, -1].map((value) => formatTick(value)),
    ['10⁻⁴', '10⁻¹²', '0.01', '0.1', '5×10⁻⁴', '1', '0', '10⁶', '−1'],
  );
});

test('the separators of known languages are those of Intl', () => {
  for (const language of ['en', 'zh', 'de', 'fr'])
    for (const value of [12345.6, -0.25, 999, 1000, -1234567.75])
      assert.equal(
        formatPercent(value / 100, { digits: 2, language }).replace(/\u00a0?%$/, ''),
        new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value).replace('-', '−'),
      );
});

test('a percentage has its space in English and none in Chinese', () => {
  assert.deepEqual([formatPercent(0.952), formatPercent(0.952, { language: 'zh' })], ['95.2\u00a0%', '95.2%']);
});

test('every number is rounded to the nearest of three digits', () => {
  const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  /** @param {string} text */
  const back = (text) => {
    const [, mantissa, exponent] = /^(?:(-?[\d.]+)(?:×|$))?(?:10(⁻?[⁰¹²³⁴-⁹]+))?$/.exec(text.replaceAll(',', '').replace('−', '-')) ?? [];
    const power = Array.from(exponent ?? '⁰', (digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit))).join('');
    return Number(mantissa ?? 1) * 10 ** Number(power);
  };
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 999, noNaN: true }), (value) => {
      const read = back(formatNumber(value));
      assert.ok(Math.abs(read / value - 1) <= 0.00501, `${value} is written ${formatNumber(value)}`);
    }),
  );
});
