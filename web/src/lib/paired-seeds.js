// Which of two racers is better is decided by pairs: both train with the same seeds, from 1, and a two-sided sign test at 5 % compares them.
// A verdict of one seed is luck, so the drawing, the tasks and the figures in the texts all ask this one function.

/** The test's level. */
const level = 0.05;

/** A difference below this is rounding: a median interpolates between two values. */
const rounding = 1e-12;

/**
 * Gives the least number of wins among `untied` seeds with which a racer is better; more than `untied` when no number suffices.
 * @param {number} untied 0…64
 */
export function winsNeeded(untied) {
  // The sum over the binomial distribution, from its upper end: each tail has half of the level.
  let probability = 0.5 ** untied;
  let tail = probability;
  let wins = untied;
  for (; tail <= level / 2; wins--) {
    probability *= wins / (untied - wins + 1);
    tail += probability;
  }
  return wins + 1;
}

/**
 * @typedef {object} Comparison
 * @property {-1 | 0 | 1} better 1 when the first racer is better, −1 when the second is, 0 when they are even
 * @property {number} wins the seeds on which the first is ahead
 * @property {number} losses the seeds on which it is behind
 * @property {number} ties
 * @property {number} seeds
 * @property {number} difference the median of the differences, first less second; not finite when most have broken off
 * @property {number} low the lower end of its 95 % interval, an order statistic of the differences; −∞ for fewer than 6 seeds
 * @property {number} high its upper end
 */

/**
 * Compares two racers over paired seeds. A racer that broke off has the value NaN: it loses, and two of them tie.
 * @param {ArrayLike<number>} first a value for each seed, of which a greater one is better
 * @param {ArrayLike<number>} second of the same seeds
 * @returns {Comparison}
 */
export function compare(first, second) {
  const differences = Array.from(first, (a, i) => difference(a, second[i])).sort((a, b) => a - b);
  const seeds = differences.length;
  const wins = differences.filter((each) => each > 0).length;
  const losses = differences.filter((each) => each < 0).length;
  const needed = winsNeeded(wins + losses);
  const outside = seeds - winsNeeded(seeds);
  const middle = (seeds - 1) / 2;
  const [below, above] = [differences[Math.floor(middle)], differences[Math.ceil(middle)]];
  return {
    better: wins >= needed ? 1 : losses >= needed ? -1 : 0,
    wins,
    losses,
    ties: seeds - wins - losses,
    seeds,
    difference: below === above ? below : (below + above) / 2,
    low: differences[outside] ?? Number.NEGATIVE_INFINITY,
    high: differences[seeds - 1 - outside] ?? Number.POSITIVE_INFINITY,
  };
}

/** Writes a difference of shares in percentage points. @param {number} share */
export const inPoints = (share) => (Math.round(1000 * share) / 10 || 0).toFixed(1).replace('-', '−');

/** @param {number} a @param {number} b */
function difference(a, b) {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : Number.NEGATIVE_INFINITY;
  if (Number.isNaN(b)) return Number.POSITIVE_INFINITY;
  return Math.abs(a - b) < rounding ? 0 : a - b;
}
