// A drawing is compared with every rival by the rule of paired seeds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Judge, seeds } from '../../../web/src/draw/judge.js';

/** A call without arguments. */
const tree = { op: 'call', text: 'points', children: [] };

/**
 * Gives the verdicts on a drawing, which is the last racer.
 * @param {...number[]} results of each racer, one for each seed
 */
function verdicts(...results) {
  const judge = new Judge(/** @type {any} */ ({}));
  judge.run = /** @type {any} */ ({ racers: results.map((_, i) => ({ name: i === results.length - 1 ? 'points' : 'cosine', tree })) });
  judge.results = Array.from({ length: seeds }, (_, seed) => results.map((each) => each[seed]));
  return judge.verdicts;
}
const alike = Array.from({ length: 16 }, () => 0.96);
/** @param {number} wins @param {number} losses */
const mine = (wins, losses) => alike.map((value, i) => (i < wins ? value + 0.004 : i < wins + losses ? value - 0.004 : value));

test('one win more is no victory: 8 wins and 7 losses are even, also with the higher median', () => {
  const [{ comparison, mine: own, theirs }] = verdicts(alike, mine(8, 7));
  assert.deepEqual([comparison.better, comparison.wins, comparison.losses, comparison.ties], [0, 8, 7, 1]);
  assert(own > theirs);
  assert.equal(verdicts(alike, mine(12, 4))[0].comparison.better, 0);
});

test('13 of 16 are better, 1 of 10 with six ties is worse', () => {
  assert.equal(verdicts(alike, mine(13, 3))[0].comparison.better, 1);
  assert.equal(verdicts(alike, mine(1, 9))[0].comparison.better, -1);
});

test('every rival has a verdict of its own: none is chosen after the seeds are known', () => {
  const found = verdicts(alike, mine(14, 0), mine(13, 0));
  assert.deepEqual(
    found.map(({ rival, comparison }) => [rival, comparison.better]),
    [
      [1, 1],
      [2, 0],
    ],
  );
});

test('whoever breaks off loses, also with a high accuracy before it', () => {
  const broken = alike.map(() => Number.NaN);
  assert.equal(verdicts(alike, broken)[0].comparison.better, -1);
  assert.equal(verdicts(broken, mine(0, 16))[0].comparison.better, 1);
  assert.equal(verdicts(broken, broken)[0].comparison.better, 0);
});
