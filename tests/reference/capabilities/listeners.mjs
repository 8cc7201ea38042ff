// Rows about rates that follow a metric, which training shows.
import { rows } from '../../program/programs.mjs';
import { good, rates } from './kinds.mjs';

/** Where a run of each listener is seen: a small network, a rate that is too large. */
const xor = 'data=xor hidden=2 steps=120 evaluate=5 lr=1';

/** @typedef {{ update: number, eta: number, loss: number, accuracy: number }} Row */

/** Reads what `eta train` printed of one racer. @param {import('./kinds.mjs').Answer} answer @returns {Row[]} */
const trained = (answer) =>
  rows(answer).map((row) => ({
    update: Number(row[1]),
    eta: Number(row.at(-1)),
    loss: Number(row[5] || NaN),
    accuracy: Number(row[6] || NaN),
  }));

/**
 * Whether the factor of each update is PyTorch's ReduceLROnPlateau's, from the metrics that were printed.
 * @param {Row[]} run
 * @param {(row: Row) => number} metric
 * @param {(metric: number, best: number) => boolean} better
 * @param {(t: number) => number} rate without the factor
 */
function fallsAsPyTorch(run, metric, better, rate) {
  const [factor, patience] = [0.5, 1];
  let [best, bad, product] = [NaN, 0, 1];
  let same = true;
  for (const row of run) {
    same &&= Math.abs(row.eta - product * rate(row.update)) <= 1e-15;
    if (Number.isNaN(metric(row))) continue;
    const gain = Number.isNaN(best) || better(metric(row), best);
    if (gain) best = metric(row);
    bad = gain ? 0 : bad + 1;
    if (bad > patience) [product, bad] = [product * factor, 0];
  }
  return same && product < 1;
}

/** @type {import('./kinds.mjs').Capability[]} */
export const listeners = [
  {
    number: 24,
    what: 'a rate that is lowered when the metric stays',
    commands: [['train', `${xor} schedule=constant * plateau(factor=0.5, patience=1)`]],
    shows: 'η is that of PyTorch’s rule on the losses beside it',
    holds: ([answer]) =>
      fallsAsPyTorch(
        trained(answer),
        ({ loss }) => loss,
        (x, best) => x < best * (1 - 1e-4),
        () => 1,
      ),
    test: ['tests/cpp/plateau_reference_test.cpp', 'plateau lowers the rate where the frameworks do'],
  },
  {
    number: 25,
    what: 'the same by absolute gains and for what shall be large; for negative numbers and NaN, which training never gives it, the test',
    commands: [
      ['train', `${xor} schedule=constant * plateau(factor=0.5, patience=1, metric=validation_accuracy, threshold=0.01, relative=false)`],
    ],
    shows: 'η is that of PyTorch’s rule on the accuracies beside it',
    holds: ([answer]) =>
      fallsAsPyTorch(
        trained(answer),
        ({ accuracy }) => accuracy,
        (x, best) => x > best + 0.01,
        () => 1,
      ),
    test: ['tests/cpp/plateau_reference_test.cpp', 'a relative threshold is right for negative metrics'],
  },
  {
    number: 26,
    what: 'the same on top of a warm-up and a schedule',
    commands: [['train', `${xor} schedule=(warmup(20) then linear) * plateau(factor=0.5, patience=1)`]],
    shows: 'η is that rule’s factor times the warm-up and the line',
    holds: ([answer]) =>
      fallsAsPyTorch(
        trained(answer),
        ({ loss }) => loss,
        (x, best) => x < best * (1 - 1e-4),
        (t) => (t < 20 ? (t + 1) / 20 : 1 - (t - 20) / 100),
      ),
  },
  {
    number: 27,
    what: 'GreedyLR: raised while the metric improves, lowered while it does not',
    commands: [['train', `${xor} schedule=constant * greedy(factor=0.5, patience=1)`]],
    shows: 'η is 1, 2 and 0.5 in turn',
    holds: ([answer]) => good([answer]) && [1, 2, 0.5].every((eta) => rates(answer, -1).includes(eta)),
    test: ['tests/cpp/greedy_reference_test.cpp', 'greedy raises and lowers the rate where Transformers does'],
  },
];
