// Tasks that compare racers by median and spread of the last 20 %. The page judges its own run, the native program judges many seeds.
import { lastEvaluations } from './last-evaluations.js';

/**
 * @typedef {import('./experiment.js').ExperimentContext} ExperimentContext
 * @typedef {import('./experiment.js').LastEvaluations} LastEvaluations
 */

/** Values closer than this tie: half a percentage point is two or three of the 500 images. */
const tie = 0.005;

/**
 * Finds the greatest value; a tie gives the index after the last, which is that of the answer “the same”.
 * @param {number[]} values
 */
export function indexOfMax(values) {
  const [first, second] = [...values].sort((a, b) => b - a);
  return first - second < tie ? values.length : values.indexOf(first);
}

/**
 * Makes a task that is judged by the last evaluations alone.
 * @param {object} task
 * @param {string} task.run
 * @param {string[]} task.answers
 * @param {(last: LastEvaluations) => number} task.right
 * @param {(last: LastEvaluations, context: ExperimentContext) => Record<string, string>} task.values
 * @returns {import('./experiment.js').Task}
 */
export function taskOf({ run, answers, right, values }) {
  return {
    run,
    answers,
    right,
    judge(context) {
      const found = lastEvaluations(context.setting.lab);
      return { right: right(found), values: values(found, context) };
    },
  };
}
