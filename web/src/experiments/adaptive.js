// Compares decay with adaptive steps: SGD and Adam start alike, each at a constant rate and with decay.
import { resultOf, spreadOf } from './measured.js';

const racers = (/** @type {number} */ adam) =>
  `steps=1600 schedule=constant label=SGD schedule=cosine label=SGD ↓ schedule=constant opt=adam lr=${adam} label=Adam schedule=cosine opt=adam lr=${adam} label=Adam ↓`;

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: racers(0.02),
  // Beside the rates of SGD those of Adam would be a line at 0.
  log: true,
  rows: ['sgd', 'sgd_decay', 'adam', 'adam_decay'],
  tasks: [
    {
      run: racers(0.04),
      answers: ['sgd', 'sgd_decay', 'adam', 'adam_decay'],
      compared: (all) => all.map(spreadOf),
      shares: true,
      values: ([sgd, sgdDecay, adam, adamDecay]) => ({
        sgd: spreadOf(sgd),
        sgd_decay: spreadOf(sgdDecay),
        adam: spreadOf(adam),
        adam_decay: spreadOf(adamDecay),
      }),
    },
    {
      run: racers(0.002),
      answers: ['yes', 'no', 'same'],
      compared: ([, , adam, adamDecay]) => [resultOf(adamDecay), resultOf(adam)],
      shares: true,
      values: ([, , adam, adamDecay]) => ({ adam: resultOf(adam), adam_decay: resultOf(adamDecay) }),
    },
  ],
};
