// What each experiment shows over 16 seeds, by the native program: build-scripts/figures.mjs prints the figures as JSON.
// They stand in web/src/experiments/figures.json; with --write they are put there. A test compares them.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { lastPart, median, spread } from '../web/src/statistics.js';

const root = fileURLToPath(new URL('..', import.meta.url));
export const seeds = 16;

/**
 * @typedef {object} Told what the program tells of one racer
 * @property {number[]} at updates done at each evaluation
 * @property {number[]} loss
 * @property {number[]} accuracy
 * @property {number[]} trainingLoss empty unless training samples are measured too
 * @property {number[]} trainingAccuracy
 * @property {string[]} ends what it says of its end and of its factors
 */

/** @param {string} run @param {number} seed @returns {Promise<Told[]>} a racer each */
async function train(run, seed) {
  const { stdout } = await promisify(execFile)(`${root}build/native/eta`, ['train', `${run} seed=${seed}`, '--every', '10000000'], {
    maxBuffer: 64e6,
  });
  /** @type {Map<number, Told>} */
  const racers = new Map();
  const of = (/** @type {string} */ racer) => {
    const number = Number(racer);
    const told = racers.get(number) ?? { at: [], loss: [], accuracy: [], trainingLoss: [], trainingAccuracy: [], ends: [] };
    racers.set(number, told);
    return told;
  };
  for (const line of stdout.trim().split('\n').slice(1)) {
    const [, racer, end] = /^# racer (\d+) (.*)$/.exec(line) ?? [];
    if (racer) of(racer).ends.push(end);
    if (line.startsWith('#')) continue;
    const [number, update, , , , loss, accuracy, trainingLoss, trainingAccuracy] = line.split(',');
    if (!loss) continue;
    const told = of(number);
    told.at.push(Number(update) + 1);
    told.loss.push(Number(loss));
    told.accuracy.push(Number(accuracy));
    if (trainingLoss === undefined) continue;
    told.trainingLoss.push(Number(trainingLoss));
    told.trainingAccuracy.push(Number(trainingAccuracy));
  }
  return [...racers.keys()].sort((a, b) => a - b).map((number) => of(`${number}`));
}

/** The run with every seed from 1. @param {string} run @returns {Promise<Told[][]>} a seed each */
export async function repeat(run) {
  /** @type {Told[][]} */
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

/** Percent with one decimal. @param {number} share */
const percent = (share) => Math.round(share * 1000) / 10;

/** Of each racer: the median over the seeds of its median and of its spread over the last 20 % of the evaluations. @param {Told[][]} all */
export function results(all) {
  return all[0].map((_, i) => {
    const parts = all.map((racers) => lastPart(racers[i].accuracy));
    return { median: percent(median(parts.map(median))), spread: percent(median(parts.map(spread))) };
  });
}

/** In how many seeds racer a has the higher median than racer b. @param {Told[][]} all @param {number} a @param {number} b from 1 */
export function wins(all, a, b) {
  return all.filter((racers) => median(lastPart(racers[a - 1].accuracy)) > median(lastPart(racers[b - 1].accuracy))).length;
}

/** Figures of each experiment, by name; what its paragraph says. @type {Record<string, (run: string) => Promise<Record<string, number>>>} */
const experiments = {
  async adaptive(run) {
    const all = await repeat(run);
    const [sgd, sgdDecay, adam, adamDecay] = results(all);
    return {
      seeds,
      sgd: sgd.median,
      sgd_spread: sgd.spread,
      sgd_decay: sgdDecay.median,
      sgd_decay_spread: sgdDecay.spread,
      adam: adam.median,
      adam_spread: adam.spread,
      adam_decay: adamDecay.median,
      adam_decay_spread: adamDecay.spread,
      adam_wins: wins(all, 4, 3),
    };
  },
  async plateau(run) {
    const all = await repeat(run);
    const [constant, plateau] = results(all);
    const stopped = all
      .map((racers) => Number(/stopped at update (\d+)/.exec(racers[1].ends.join('\n'))?.[1] ?? Number.NaN))
      .filter(Number.isFinite);
    return {
      seeds,
      constant: constant.median,
      constant_spread: constant.spread,
      plateau: plateau.median,
      plateau_spread: plateau.spread,
      wins: wins(all, 2, 1),
      stopped: stopped.length,
      update: median(stopped),
    };
  },
};

/** All figures, an experiment each. */
export async function figures() {
  /** @type {Record<string, Record<string, number>>} */
  const all = {};
  for (const [name, figure] of Object.entries(experiments)) {
    const { experiment } = await import(`../web/src/experiments/${name.replace('_', '-')}.js`);
    all[name] = await figure(experiment.run);
  }
  return all;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `${JSON.stringify(await figures(), null, 2)}\n`;
  if (process.argv.includes('--write')) await writeFile(`${root}web/src/experiments/figures.json`, text);
  else process.stdout.write(text);
}
