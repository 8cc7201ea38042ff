// What the charts show as a table of text: a row for each racer and update up to the playhead, in the columns of `eta train`, with the schedule
// and its rate; of zoomed charts the part that they show. Pinned racers follow, by their letters, with their rate and accuracy.

import { lastUpTo } from '../lib/search.js';

/** @typedef {import('./lab.js').Lab} Lab */

/** Rows put together before others get a turn. */
const rowsPerPause = 20_000;

const everyUpdate = 'racer,schedule,update,eta,batch_loss,gradient_norm,update_norm,validation_loss,validation_accuracy';
const training = ',training_loss,training_accuracy';

/**
 * A text as a cell: quoted, and harmless where a spreadsheet would take it for a formula.
 * @param {string} text
 */
export function textCell(text) {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The fewest digits that give a float32 back; nothing where there is none. @param {number | undefined} value */
export function floatCell(value) {
  if (value === undefined) return '';
  if (!Number.isFinite(value)) return String(value).replace('Infinity', 'inf').toLowerCase();
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** The updates that are shown, of a racer that has done `done`. @param {import('./zoom.js').ZoomRange | null} part @param {number} done */
function range(part, done) {
  return part ? { first: Math.ceil(part.from), end: Math.min(done, Math.floor(part.to) + 1) } : { first: 0, end: done };
}

/**
 * @typedef {object} MeasuredColumns at some updates
 * @property {ArrayLike<number>} update
 * @property {ArrayLike<number>} [loss]
 * @property {ArrayLike<number>} accuracy
 * @property {ArrayLike<number>} [trainingLoss] of all training samples, where the run measures them
 * @property {ArrayLike<number>} [trainingAccuracy]
 */
/** @type {MeasuredColumns} */
const none = { update: [], accuracy: [] };

/**
 * @typedef {object} Source of the rows of one racer; what it has no column of stays empty
 * @property {string} racer
 * @property {string} schedule
 * @property {number} done updates
 * @property {Float64Array} curve
 * @property {(ArrayLike<number> | undefined)[]} each of every update
 * @property {MeasuredColumns} evaluations
 * @property {MeasuredColumns} epochs
 */

/** @param {Pick<Lab, 'run' | 'curves' | 'update' | 'telemetry' | 'pins'>} lab @returns {Source[]} */
function sources({ run, curves, update, telemetry, pins }) {
  const racers = (run?.racers ?? []).flatMap(({ schedule }, i) => {
    const column = telemetry(i + 1);
    if (!column) return [];
    const { batchLoss, gradientNorm, updateNorm, evaluations, epochs } = column;
    const done = Math.min(update, batchLoss.length);
    return [{ racer: `${i + 1}`, schedule, done, curve: curves[i], each: [batchLoss, gradientNorm, updateNorm], evaluations, epochs }];
  });
  const pinned = pins.map(({ letter, run: own, racer, curve, evaluations }) => {
    const { schedule } = own.racers[racer - 1];
    return { racer: letter, schedule, done: curve.length, curve, each: [undefined, undefined, undefined], evaluations, epochs: none };
  });
  return [...racers, ...pinned];
}

/**
 * @param {Pick<Lab, 'run' | 'curves' | 'update' | 'telemetry' | 'pins' | 'zoom'>} lab
 * @param {() => Promise<void>} pause between portions
 * @returns {Promise<string[]>} parts of the text
 */
export async function csvOf(lab, pause) {
  const all = sources(lab);
  const measuresTraining = all.some(({ evaluations }) => evaluations.trainingLoss?.length);
  const parts = [`${everyUpdate}${measuresTraining ? training : ''},epoch_loss,epoch_accuracy\r\n`];
  for (const { racer, schedule, done, curve, each, evaluations, epochs } of all) {
    const name = textCell(schedule);
    const { first, end } = range(lab.zoom, done);
    const measured = [
      { update: evaluations.update, columns: [evaluations.loss, evaluations.accuracy] },
      { update: epochs.update, columns: [epochs.loss, epochs.accuracy] },
    ];
    if (measuresTraining) measured[0].columns.push(evaluations.trainingLoss, evaluations.trainingAccuracy);
    const next = measured.map(({ update }) => lastUpTo(update, first) + 1);
    for (let from = first; from < end; from += rowsPerPause) {
      const lines = [];
      for (let t = from; t < Math.min(end, from + rowsPerPause); t++) {
        const values = each.map((column) => column?.[t]);
        measured.forEach(({ update, columns }, i) => {
          const at = update[next[i]] === t + 1 ? next[i]++ : -1;
          values.push(...columns.map((column) => column?.[at]));
        });
        lines.push(`${racer},${name},${t},${curve[t]},${values.map(floatCell).join(',')}\r\n`);
      }
      parts.push(lines.join(''));
      await pause();
    }
  }
  return parts;
}
