// The reader draws the rate by hand against the cosine, then compares two pairs of drawings.
import { resultOf, spreadOf } from './measured.js';

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  // The reader's racer is there from the start, as a rate that never falls.
  run: 'schedule=cosine schedule=points(0:0.5, 200:0.5, 400:0.5, 600:0.5, 800:0.5)',
  draws: true,
  tasks: [
    {
      run: 'schedule=points(0:0.5, 25%:0.01, 100%:0.01) label=A schedule=points(0:0.5, 75%:0.5, 100%:0) label=B',
      answers: ['a', 'b', 'same'],
      compared: (racers) => racers.map(resultOf),
      shares: true,
      values: ([a, b]) => ({ a: resultOf(a), b: resultOf(b) }),
    },
    {
      run: 'schedule=points(0:0.5, 50%:0.01, 100%:0.5) label=A schedule=points(0:0.5, 100%:0.01) label=B',
      answers: ['better', 'worse', 'same'],
      compared: (racers) => racers.map(resultOf),
      shares: true,
      values: ([a, b]) => ({ a: resultOf(a), a_spread: spreadOf(a), b: resultOf(b), b_spread: spreadOf(b) }),
    },
  ],
};
