// Compares decay with adaptive steps: SGD and Adam start alike, each at a constant rate and with decay.
import { lastEvaluations } from './last-evaluations.js';

const racers = (/** @type {number} */ adam) =>
  `steps=1600 schedule=constant label=SGD schedule=cosine label=SGD ↓ schedule=constant opt=adam lr=${adam} label=Adam schedule=cosine opt=adam lr=${adam} label=Adam ↓`;

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: racers(0.02),
  tasks: [
    {
      answers: ['sgd', 'sgd_decay', 'adam', 'adam_decay'],
      judge({ setting, points }) {
        const { spread } = lastEvaluations(setting.lab);
        const right = spread.indexOf(Math.max(...spread));
        return {
          right,
          values: { sgd: points(spread[0]), sgd_decay: points(spread[1]), adam: points(spread[2]), adam_decay: points(spread[3]) },
        };
      },
    },
    {
      run: racers(0.002),
      answers: ['yes', 'same', 'no'],
      judge({ setting, percent }) {
        const { median } = lastEvaluations(setting.lab);
        const gain = median[3] - median[2];
        // Half a percentage point is two or three of the 500 images.
        return { right: gain > 0.005 ? 0 : gain < -0.005 ? 2 : 1, values: { adam: percent(median[2]), adam_decay: percent(median[3]) } };
      },
    },
  ],
};
