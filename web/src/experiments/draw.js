// The reader draws the rate by hand against the cosine, then compares two pairs of drawings.
import { indexOfMax, taskOf } from './compare.js';

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: 'schedule=cosine',
  draws: true,
  tasks: [
    taskOf({
      run: 'schedule=points(0:0.5, 25%:0.01, 100%:0.01) label=A schedule=points(0:0.5, 75%:0.5, 100%:0) label=B',
      answers: ['a', 'b', 'same'],
      right: ({ median }) => indexOfMax(median),
      values: ({ median }, { percent }) => ({ a: percent(median[0]), b: percent(median[1]) }),
    }),
    taskOf({
      run: 'schedule=points(0:0.5, 50%:0.01, 100%:0.5) label=A schedule=points(0:0.5, 100%:0.01) label=B',
      answers: ['better', 'worse', 'same'],
      right: ({ median }) => indexOfMax(median),
      values: ({ median, spread }, { percent, points }) => ({
        a: percent(median[0]),
        a_spread: points(spread[0]),
        b: percent(median[1]),
        b_spread: points(spread[1]),
      }),
    }),
  ],
};
