// Tasks that compare racers by median and spread of the last 20 %: judged by the run on the page, and over many seeds by the native program.
import { last } from './last-evaluations.js';

/** Half a percentage point is two or three of the 500 images. */
const half = 0.005;

/** Which is the greatest; the last answer, which says that they are the same, within half a point of the next. @param {number[]} values */
export function byMost(values) {
  const [first, second] = [...values].sort((a, b) => b - a);
  return first - second < half ? values.length : values.indexOf(first);
}

/**
 * @param {object} task
 * @param {string} task.run
 * @param {string[]} task.answers
 * @param {(last: import('./experiment.js').LastEvaluations) => number} task.right
 * @param {(last: import('./experiment.js').LastEvaluations, bench: import('./experiment.js').ExperimentContext) => Record<string, string>} task.values
 * @returns {import('./experiment.js').Task}
 */
export function taskOf({ run, answers, right, values }) {
  return {
    run,
    answers,
    right,
    judge(bench) {
      const found = last(bench.setting.lab);
      return { right: right(found), values: values(found, bench) };
    },
  };
}
