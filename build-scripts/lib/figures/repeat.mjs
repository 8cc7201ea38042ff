// Trains a run by the native program with each of 16 seeds, and reduces what it prints to medians.
import { availableParallelism } from 'node:os';
import { lastShare, median, spread } from '../../../web/src/lib/statistics.js';
import { eta, rowsOf } from '../program.mjs';

export const seeds = 16;

/**
 * @typedef {object} Printed what the program prints about one racer
 * @property {number[]} at updates done at each evaluation
 * @property {number[]} loss
 * @property {number[]} accuracy
 * @property {number[]} trainingLoss empty unless training samples are measured too
 * @property {number[]} trainingAccuracy
 * @property {string[]} ends its lines on the racer's end and factors
 */

/** @param {string} run @param {number} seed @returns {Promise<Printed[]>} an entry for each racer */
export async function train(run, seed) {
  const csv = await eta('train', `${run} seed=${seed}`, '--every', '10000000');
  /** @type {Map<number, Printed>} */
  const racers = new Map();
  const of = (/** @type {string} */ racer) => {
    const number = Number(racer);
    const printed = racers.get(number) ?? { at: [], loss: [], accuracy: [], trainingLoss: [], trainingAccuracy: [], ends: [] };
    racers.set(number, printed);
    return printed;
  };
  for (const [, racer, end] of csv.matchAll(/^# racer (\d+) (.*)$/gm)) of(racer).ends.push(end);
  for (const row of rowsOf(csv)) {
    if (!row.validation_loss) continue;
    const printed = of(row.racer);
    printed.at.push(Number(row.update) + 1);
    printed.loss.push(Number(row.validation_loss));
    printed.accuracy.push(Number(row.validation_accuracy));
    if (!row.training_loss) continue;
    printed.trainingLoss.push(Number(row.training_loss));
    printed.trainingAccuracy.push(Number(row.training_accuracy));
  }
  return [...racers.keys()].sort((a, b) => a - b).map((number) => of(`${number}`));
}

/** Trains the run with every seed from 1. @param {string} run @returns {Promise<Printed[][]>} an entry for each seed */
export async function repeat(run) {
  /** @type {Printed[][]} */
  const all = [];
  let next = 1;
  const work = async () => {
    while (next <= seeds) {
      const seed = next++;
      all[seed - 1] = await train(run, seed);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  return all;
}

/** @param {number} share @returns {string} in percent with one decimal, as a paragraph shows it */
export const percent = (share) => (100 * share).toFixed(1);

/** Gives each racer's median and spread over the last 20 % of the evaluations, as medians over the seeds. @param {Printed[][]} all */
export function results(all) {
  return all[0].map((_, i) => {
    const parts = all.map((racers) => lastShare(racers[i].accuracy));
    return { median: percent(median(parts.map(median))), spread: percent(median(parts.map(spread))) };
  });
}

/**
 * Counts the seeds in which racer a has a higher median than racer b.
 * @param {Printed[][]} all
 * @param {number} a
 * @param {number} b from 1
 */
export function wins(all, a, b) {
  return all.filter((racers) => median(lastShare(racers[a - 1].accuracy)) > median(lastShare(racers[b - 1].accuracy))).length;
}

/** Gives the median over the seeds. @param {Printed[][]} all @param {number} racer from 1 @param {(printed: Printed) => number} value */
export const medianOf = (all, racer, value) => median(all.map((racers) => value(racers[racer - 1])));
