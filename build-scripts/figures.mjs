// What each experiment shows over 16 seeds, by the native program: build-scripts/figures.mjs prints the figures as JSON.
// They stand in web/src/experiments/figures.json; with --write they are put there. A test compares them.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { excessOf, slopeOf } from '../web/src/experiments/excess.js';
import { lastShare, median, spread } from '../web/src/lib/statistics.js';

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

/** Percent with one decimal, as it is read. @param {number} share */
const percent = (share) => (100 * share).toFixed(1);

/** Of each racer: the median over the seeds of its median and of its spread over the last 20 % of the evaluations. @param {Told[][]} all */
export function results(all) {
  return all[0].map((_, i) => {
    const parts = all.map((racers) => lastShare(racers[i].accuracy));
    return { median: percent(median(parts.map(median))), spread: percent(median(parts.map(spread))) };
  });
}

/** In how many seeds racer a has the higher median than racer b. @param {Told[][]} all @param {number} a @param {number} b from 1 */
export function wins(all, a, b) {
  return all.filter((racers) => median(lastShare(racers[a - 1].accuracy)) > median(lastShare(racers[b - 1].accuracy))).length;
}

/** The median over the seeds. @param {Told[][]} all @param {number} racer from 1 @param {(told: Told) => number} value */
const over = (all, racer, value) => median(all.map((racers) => value(racers[racer - 1])));

/** With so many significant digits. @param {number} value @param {number} digits */
const significant = (value, digits) => Number(value.toPrecision(digits));

/** @typedef {{ experiment: import('../web/src/experiments/experiment.js').Experiment, floorRun?: string }} Module */

/** Figures of each experiment, by name; what its paragraph says. @type {Record<string, (run: string, module: Module) => Promise<Record<string, number | string>>>} */
const experiments = {
  async race(run) {
    const all = await repeat(run);
    const [constant, step, cosine] = results(all);
    return {
      seeds,
      constant: constant.median,
      constant_spread: constant.spread,
      step: step.median,
      step_spread: step.spread,
      cosine: cosine.median,
      cosine_spread: cosine.spread,
      wins: wins(all, 3, 1),
    };
  },
  async draw() {
    return {};
  },
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
  async generalise(run) {
    const all = await repeat(run);
    const training = (/** @type {number} */ racer) => percent(over(all, racer, (told) => median(lastShare(told.trainingAccuracy))));
    const validation = (/** @type {number} */ racer) => percent(over(all, racer, (told) => median(lastShare(told.accuracy))));
    // Early stopping puts the weights of the least validation loss back.
    const best = percent(over(all, 4, ({ loss, accuracy }) => accuracy[loss.indexOf(Math.min(...loss))]));
    return {
      seeds,
      constant_training: training(1),
      constant: validation(1),
      step_training: training(2),
      step: validation(2),
      cosine_training: training(3),
      cosine: validation(3),
      early: best,
    };
  },
  async noise_floor(run, { floorRun }) {
    const [[reference], all] = [await train(floorRun ?? '', 1), await repeat(run)];
    const floor = Math.min(...reference.trainingLoss);
    const excess = (/** @type {number} */ racer) => over(all, racer, (told) => excessOf(told.trainingLoss, floor));
    const rates = [0.8 / 4, 0.4 / 4, 0.2 / 4, 0.1 / 4, 0.8 / 8];
    const points = rates.map((rate, i) => /** @type {[number, number]} */ ([rate, excess(i + 1)]));
    return {
      seeds,
      floor,
      halved: significant(points[2][1] / points[1][1], 2),
      doubled: significant(points[4][1] / points[0][1], 2),
      slope: significant(slopeOf(points), 3),
    };
  },
};

/**
 * With how many seeds a task has the answer that it has with the first, which is the page's.
 * @param {string} run
 * @param {(last: import('../web/src/experiments/experiment.js').LastEvaluations) => number} right
 */
async function agreement(run, right) {
  const answers = (await repeat(run)).map((racers) => {
    const parts = racers.map(({ accuracy }) => lastShare(accuracy));
    return right({ median: parts.map(median), spread: parts.map(spread) });
  });
  return { seeds, agree: answers.filter((answer) => answer === answers[0]).length };
}

/** All figures, an experiment each, and each task that is asked over all seeds. */
export async function figures() {
  /** @type {Record<string, Record<string, number | string>>} */
  const all = {};
  for (const [name, figure] of Object.entries(experiments)) {
    const file = name === 'race' ? 'race-tasks' : name.replace('_', '-');
    const module = await import(`../web/src/experiments/${file}.js`);
    const found = await figure(module.experiment.run, module);
    if (Object.keys(found).length > 0) all[name] = found;
    for (const [i, { run, right }] of module.experiment.tasks.entries()) if (right) all[`${name}.${i + 1}`] = await agreement(run, right);
  }
  return all;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `${JSON.stringify(await figures(), null, 2)}\n`;
  if (process.argv.includes('--write')) await writeFile(`${root}web/src/experiments/figures.json`, text);
  else process.stdout.write(text);
}
