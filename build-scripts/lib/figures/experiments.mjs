// Computes the figures that the experiments' paragraphs name, with one function for each experiment.
import { excessOf, slopeOf } from '../../../web/src/experiments/excess.js';
import { gapOf, resultOf } from '../../../web/src/experiments/measured.js';
import { median } from '../../../web/src/lib/statistics.js';
import { comparison, medianOf, percent, repeat, results, seeds, train } from './repeat.mjs';

/** @typedef {{ experiment?: import('../../../web/src/experiments/experiment.js').Experiment, floorRun?: string }} Module */

const significant = (/** @type {number} */ value, /** @type {number} */ digits) => Number(value.toPrecision(digits));

/**
 * Each function is listed under its experiment's name. An experiment whose paragraph names no figure has none.
 * @type {Record<string, (run: string, module: Module) => Promise<Record<string, number | string>>>}
 */
export const experimentFigures = {
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
      wins: comparison(all, 3, 1).wins,
    };
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
      adam_wins: comparison(all, 4, 3).wins,
    };
  },
  async plateau(run) {
    const all = await repeat(run);
    const [constant, plateau] = results(all);
    const stopped = all.map((racers) => racers[1].stopped).filter((update) => update >= 0);
    return {
      seeds,
      constant: constant.median,
      constant_spread: constant.spread,
      plateau: plateau.median,
      plateau_spread: plateau.spread,
      wins: comparison(all, 2, 1).wins,
      stopped: stopped.length,
      update: median(stopped),
    };
  },
  async generalise(run) {
    const all = await repeat(run);
    const training = (/** @type {number} */ racer) => percent(medianOf(all, racer, (of) => resultOf(of) + gapOf(of)));
    const validation = (/** @type {number} */ racer) => percent(medianOf(all, racer, resultOf));
    return {
      seeds,
      constant_training: training(1),
      constant: validation(1),
      step_training: training(2),
      step: validation(2),
      cosine_training: training(3),
      cosine: validation(3),
      early: validation(4),
    };
  },
  async cut(run) {
    const all = await repeat(run);
    const [cosine, planned, extended, wsd, branch] = results(all).map(({ median: of }) => of);
    // The extended cosine's accuracy before the rate jumps up, and its lowest one in the half of the extension that follows.
    const at = (/** @type {number[]} */ accuracy) => Math.floor(accuracy.length / 2);
    return {
      seeds,
      cosine,
      planned,
      extended,
      wsd,
      branch,
      before: percent(medianOf(all, 3, ({ accuracy }) => accuracy[at(accuracy) - 1])),
      lowest: percent(medianOf(all, 3, ({ accuracy }) => Math.min(...accuracy.slice(at(accuracy), 1.5 * at(accuracy))))),
    };
  },
  async noise_floor(run, { floorRun }) {
    const [[reference], all] = [await train(floorRun ?? '', 1), await repeat(run)];
    const floor = Math.min(...reference.trainingLoss);
    const excess = (/** @type {number} */ racer) => medianOf(all, racer, ({ trainingLoss }) => excessOf(trainingLoss, floor));
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
