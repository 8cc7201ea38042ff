// Trains a run by the native program with each of 16 seeds, and reduces what it prints to medians.
import { availableParallelism } from 'node:os';
import { resultOf, spreadOf } from '../../../web/src/experiments/measured.js';
import { compare } from '../../../web/src/lib/paired-seeds.js';
import { median } from '../../../web/src/lib/statistics.js';
import { eta, rowsOf } from '../program.mjs';

export const seeds = 16;

/** @typedef {import('../../../web/src/experiments/experiment.js').Measured} Measured what the program prints about one racer */

/** @param {string} run @param {number} seed @returns {Promise<Measured[]>} an entry for each racer */
export async function train(run, seed) {
  const csv = await eta('train', `${run} seed=${seed}`, '--every', '10000000');
  /** @type {Map<number, Record<string, string>[]>} */
  const evaluations = new Map();
  for (const row of rowsOf(csv)) {
    if (!row.validation_loss) continue;
    const racer = Number(row.racer);
    evaluations.set(racer, [...(evaluations.get(racer) ?? []), row]);
  }
  const ends = Array.from(csv.matchAll(/^# racer (\d+) (.*)$/gm), ([, racer, end]) => ({ racer: Number(racer), end }));
  return [...evaluations.keys()]
    .sort((a, b) => a - b)
    .map((racer) => {
      const rows = evaluations.get(racer) ?? [];
      const said = ends.flatMap((each) => (each.racer === racer ? [each.end] : []));
      const number = (/** @type {RegExp} */ pattern) => said.flatMap((end) => pattern.exec(end)?.[1] ?? []).map(Number);
      const column = (/** @type {string} */ name) => rows.flatMap((row) => (row[name] ? [Number(row[name])] : []));
      const [restored] = number(/^weights of update (\d+) put back/);
      return {
        accuracy: column('validation_accuracy'),
        trainingAccuracy: column('training_accuracy'),
        trainingLoss: column('training_loss'),
        restored: rows.findIndex((row) => Number(row.update) + 1 === restored),
        diverged: said.some((end) => end.startsWith('diverged')),
        stopped: number(/^stopped at update (\d+)/)[0] ?? -1,
      };
    });
}

/** Trains the run with every seed from 1. @param {string} run @returns {Promise<Measured[][]>} an entry for each seed */
export async function repeat(run) {
  /** @type {Measured[][]} */
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

/** Gives each racer's result and spread, as medians over the seeds. @param {Measured[][]} all */
export function results(all) {
  return all[0].map((_, i) => ({
    median: percent(median(all.map((racers) => resultOf(racers[i])))),
    spread: percent(median(all.map((racers) => spreadOf(racers[i])))),
  }));
}

/** Compares two racers over the seeds. @param {Measured[][]} all @param {number} a from 1 @param {number} b */
export const comparison = (all, a, b) =>
  compare(
    all.map((racers) => resultOf(racers[a - 1])),
    all.map((racers) => resultOf(racers[b - 1])),
  );

/** Gives the median over the seeds. @param {Measured[][]} all @param {number} racer from 1 @param {(racer: Measured) => number} value */
export const medianOf = (all, racer, value) => median(all.map((racers) => value(racers[racer - 1])));
