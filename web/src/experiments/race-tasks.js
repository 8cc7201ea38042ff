// The tasks of the race ask what the rate alone changes. They are loaded when the reader opens them.
import { indexOfMax, taskOf } from './compare.js';

const pair = (/** @type {number} */ lr) => `schedule=constant lr=${lr} schedule=cosine lr=${lr}`;

/** The cosine's gains over the constant rate, from 0.3 and from 0.7. @param {import('./experiment.js').LastEvaluations} last */
const gains = ({ median }) => [median[1] - median[0], median[3] - median[2]];

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: 'preset=default',
  tasks: [
    taskOf({
      run: 'preset=default lr=0.7',
      answers: ['constant', 'step', 'cosine', 'same'],
      right: ({ spread }) => indexOfMax(spread),
      values: ({ spread }, { points }) => ({ constant: points(spread[0]), step: points(spread[1]), cosine: points(spread[2]) }),
    }),
    taskOf({
      run: `${pair(0.3)} ${pair(0.7)}`,
      answers: ['low', 'high', 'same'],
      right: (last) => indexOfMax(gains(last)),
      values: (last, { points }) => ({ low: points(gains(last)[0]), high: points(gains(last)[1]) }),
    }),
  ],
};
