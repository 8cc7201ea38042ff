// The CSV has a row for each racer and update up to the playhead, in the columns of `eta train`, with the schedule, its rate, label
// and optimizer; if the charts are zoomed, it has their range only. Pinned racers follow, by their letters, with their rate and accuracy.

import { lastUpTo } from '../lib/search.js';

/** @typedef {import('./lab.js').Lab} Lab */

/** This many rows are written without a pause. */
const rowsPerPause = 20_000;

/**
 * Writes a text as a cell: it is quoted, and escaped if a spreadsheet would read it as a formula.
 * @param {string} text
 */
export function textCell(text) {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Writes the fewest digits that identify a float32; a missing value gives ''. @param {number | undefined} value */
export function floatCell(value) {
  if (value === undefined) return '';
  if (!Number.isFinite(value)) return String(value).replace('Infinity', 'inf').toLowerCase();
  // Only a subnormal number may need fewer than six.
  for (let digits = Math.abs(value) < 2 ** -126 ? 1 : 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** Gives the range of updates to write. @param {import('./zoom.js').ZoomRange | null} part @param {number} done updates of the racer */
function range(part, done) {
  return part ? { first: Math.ceil(part.from), end: Math.min(done, Math.floor(part.to) + 1) } : { first: 0, end: done };
}

/**
 * @typedef {object} Source of the rows of one racer; cells without a column stay empty
 * @property {string} racer
 * @property {import('../lib/run.js').Run} run
 * @property {import('../lib/run.js').Racer} own of that run
 * @property {number} done updates
 * @property {Pick<import('./rate-curve.js').RateCurve, 'every'>} curve
 * @property {Record<string, Record<string, ArrayLike<number>>>} telemetry its groups of columns
 */

/** @param {Pick<Lab, 'run' | 'curves' | 'update' | 'telemetry' | 'pins'>} lab @returns {Source[]} */
function sources({ run, curves, update, telemetry, pins }) {
  const racers = (run?.racers ?? []).flatMap((own, i) => {
    const columns = telemetry(i + 1);
    if (!run || !columns) return [];
    const { updates, evaluations, epochs } = columns;
    const done = Math.min(update, updates.batch_loss.length);
    return [{ racer: `${i + 1}`, run, own, done, curve: curves[i], telemetry: { updates, evaluations, epochs } }];
  });
  const pinned = pins.map(({ letter, run, racer, curve, evaluations }) => {
    const own = run.racers[racer - 1];
    return { racer: letter, run, own, done: curve.updates, curve, telemetry: { updates: {}, evaluations, epochs: {} } };
  });
  return [...racers, ...pinned];
}

/**
 * @param {Pick<Lab, 'run' | 'curves' | 'update' | 'telemetry' | 'pins' | 'zoom'>} lab
 * @param {import('../lib/registry.js').Column[]} columns of the registry
 * @param {() => Promise<void>} pause between two batches of rows
 * @param {(run: import('../lib/run.js').Run) => string} [optimizerOf] gives that of the racers without one of their own
 * @returns {Promise<string[] | null>} parts of the text; null when the element was removed
 */
export async function csvOf(lab, columns, pause, optimizerOf = () => '') {
  const all = sources(lab);
  const isMeasured = (/** @type {import('../lib/registry.js').Column} */ { group, key }) =>
    all.some(({ telemetry }) => telemetry[group][key]?.length);
  const written = columns.filter((column) => !column.is_index && (!(column.of_training || column.of_average) || isMeasured(column)));
  const parts = [`racer,schedule,update,eta,${written.map(({ key }) => key).join(',')},label,optimizer\r\n`];
  for (const { racer, run, own, done, curve, telemetry } of all) {
    const name = textCell(own.schedule);
    const last = [own.label, own.own.find(({ key }) => key === 'opt')?.value ?? optimizerOf(run)].map(textCell).join(',');
    const { first, end } = range(lab.zoom, done);
    const measured = ['evaluations', 'epochs'].map((group) => {
      const { update = [] } = telemetry[group];
      return { group, update, next: lastUpTo(update, first) + 1 };
    });
    for (let from = first; from < end; from += rowsPerPause) {
      const lines = [];
      const to = Math.min(end, from + rowsPerPause);
      const rates = await curve.every(from, to);
      if (!rates) return null;
      for (let t = from; t < to; t++) {
        /** @type {Record<string, number>} the row of each group that belongs to this update, or -1 */
        const at = { updates: t };
        for (const each of measured) at[each.group] = each.update[each.next] === t + 1 ? each.next++ : -1;
        const values = written.map(({ key, group }) => telemetry[group][key]?.[at[group]]);
        lines.push(`${racer},${name},${t},${rates[t - from]},${values.map(floatCell).join(',')},${last}\r\n`);
      }
      parts.push(lines.join(''));
      await pause();
    }
  }
  return parts;
}
