// The tasks of the race ask what the rate alone changes. They are loaded when the reader comes to them.
import { resultOf, spreadOf } from './measured.js';

/** @typedef {import('./experiment.js').Measured} Measured */

/** The cosine's gains over the constant rate, from 0.3 and from 0.7. @param {Measured[]} racers */
const gains = (racers) => {
  const [lowConstant, lowCosine, highConstant, highCosine] = racers.map(resultOf);
  return [lowCosine - lowConstant, highCosine - highConstant];
};

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: 'preset=default',
  rows: ['constant', 'step', 'cosine'],
  tasks: [
    {
      run: 'preset=default lr=0.7',
      answers: ['constant', 'step', 'cosine', 'same'],
      compared: (racers) => racers.map(spreadOf),
      shares: true,
      values: ([constant, step, cosine]) => ({ constant: spreadOf(constant), step: spreadOf(step), cosine: spreadOf(cosine) }),
    },
    {
      run: 'lr=0.3 schedule=constant schedule=cosine schedule=constant lr=0.7 schedule=cosine lr=0.7',
      answers: ['low', 'high', 'same'],
      compared: gains,
      shares: true,
      values: (racers) => ({ low: gains(racers)[0], high: gains(racers)[1] }),
    },
  ],
};
