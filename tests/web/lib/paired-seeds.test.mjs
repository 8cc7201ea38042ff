// Better is what a two-sided sign test at 5 % says over paired seeds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare, winsNeeded } from '../../../web/src/lib/paired-seeds.js';

test('the wins needed are those of the table, and below six untied seeds none suffice', () => {
  const table = { 16: 13, 15: 12, 14: 12, 13: 11, 12: 10, 11: 10, 10: 9, 9: 8, 8: 8, 7: 7, 6: 6 };
  for (const [untied, wins] of Object.entries(table)) assert.equal(winsNeeded(Number(untied)), wins, untied);
  for (let untied = 0; untied < 6; untied++) assert(winsNeeded(untied) > untied, `${untied}`);
});

test('up to 64 seeds both tails of the exact binomial distribution are within 5 %, and would not be with one win fewer', () => {
  /** Pascal's triangle, in integers. @param {number} n @param {number} k @returns {bigint} */
  const choose = (n, k) => {
    let found = 1n;
    for (let i = 1; i <= k; i++) found = (found * BigInt(n - k + i)) / BigInt(i);
    return found;
  };
  /** Whether 2 · P(at least `wins` of n) ≤ 1/20. @param {number} n @param {number} wins */
  const suffices = (n, wins) => {
    let tail = 0n;
    for (let k = wins; k <= n; k++) tail += choose(n, k);
    return 40n * tail <= 2n ** BigInt(n);
  };
  for (let n = 6; n <= 64; n++) {
    const wins = winsNeeded(n);
    assert(suffices(n, wins), `${wins} of ${n}`);
    assert(!suffices(n, wins - 1), `${wins - 1} of ${n}`);
  }
});

/** Differences of 16 seeds: 1 … 16, of which the first `losses` are negative, and zeros. @param {number} losses @param {number} ties */
const seeds = (losses, ties) => Array.from({ length: 16 }, (_, i) => (i < ties ? 0 : i < ties + losses ? -(i + 1) : i + 1));
const zeros = Array.from({ length: 16 }, () => 0);

test('ties are left out and counted: 13 of 16 are better, 12 with 4 losses even, 12 with 2 losses and 2 ties better', () => {
  assert.deepEqual([compare(seeds(3, 0), zeros).better, compare(seeds(4, 0), zeros).better, compare(seeds(2, 2), zeros).better], [1, 0, 1]);
  const { wins, losses, ties, better } = compare(seeds(1, 9), zeros);
  assert.deepEqual([wins, losses, ties, better], [6, 1, 9, 0]);
  assert.equal(compare(zeros, seeds(3, 0)).better, -1);
});

test('the interval of the median difference of 16 is from the fourth to the thirteenth, of 6 the whole, of 5 all there is', () => {
  const mixed = [9, 2, 16, 4, 5, 13, 7, 8, 1, 10, 11, 12, 6, 14, 15, 3];
  const { difference, low, high } = compare(mixed, zeros);
  assert.deepEqual([difference, low, high], [8.5, 4, 13]);
  assert.deepEqual([compare([3, 1, 2, 6, 5, 4], zeros).low, compare([3, 1, 2, 6, 5, 4], zeros).high], [1, 6]);
  assert.deepEqual([compare([1, 2, 3], [0, 0, 0]).low, compare([1, 2, 3], [0, 0, 0]).high], [-Infinity, Infinity]);
});

test('a racer that broke off loses, two of them tie, and rounding is no difference', () => {
  const broken = Array.from({ length: 16 }, () => Number.NaN);
  assert.equal(compare(zeros, broken).better, 1);
  assert.equal(compare(zeros, broken).difference, Infinity);
  assert.deepEqual([compare(broken, broken).better, compare(broken, broken).ties, compare(broken, broken).difference], [0, 16, 0]);
  assert.equal(compare([0.1 + 0.2], [0.3]).ties, 1);
});

test('whoever is named first, the verdict is the same', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 64 }), (pairs) => {
      const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
      const [there, back] = [compare(a, b), compare(b, a)];
      assert.equal(there.wins, back.losses);
      assert.equal(there.better + back.better, 0);
      assert.equal(there.low + back.high || 0, 0);
      assert.equal(there.wins + there.losses + there.ties, pairs.length);
    }),
  );
});
