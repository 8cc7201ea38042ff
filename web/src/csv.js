// What the charts show as a table of text: a row for each racer and update up to the playhead, in the columns of `eta train`, with the schedule and its rate.

/** @typedef {import('./lab.js').Lab} Lab */

/** Rows put together before others get a turn. */
const portion = 20_000;

const header = 'racer,schedule,update,eta,batch_loss,gradient_norm,update_norm,validation_loss,validation_accuracy\r\n';

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

/**
 * @param {Pick<Lab, 'run' | 'curves' | 'update' | 'telemetry'>} lab
 * @param {() => Promise<void>} pause between portions
 * @returns {Promise<string[]>} parts of the text
 */
export async function csvOf({ run, curves, update: shown, telemetry }, pause) {
  const parts = [header];
  const columns = (run?.racers ?? []).map((_, i) => telemetry(i + 1));
  for (const [i, column] of columns.entries()) {
    if (!column || !run) continue;
    const { batchLoss, gradientNorm, updateNorm, evaluations } = column;
    const name = textCell(run.racers[i].schedule);
    const end = Math.min(shown, batchLoss.length);
    let next = 0;
    for (let from = 0; from < end; from += portion) {
      const lines = [];
      for (let t = from; t < Math.min(end, from + portion); t++) {
        const measured = evaluations.update[next] === t + 1 ? next++ : -1;
        const values = [batchLoss[t], gradientNorm[t], updateNorm[t], evaluations.loss[measured], evaluations.accuracy[measured]];
        lines.push(`${i + 1},${name},${t},${curves[i][t]},${values.map(floatCell).join(',')}\r\n`);
      }
      parts.push(lines.join(''));
      await pause();
    }
  }
  return parts;
}

/** Hands the table to the reader as a file. @param {Lab} lab */
export async function saveCsv(lab) {
  const { run, curves, update } = lab;
  const later = () => new Promise((done) => setTimeout(() => done(undefined)));
  const parts = await csvOf({ run, curves, update, telemetry: (racer) => lab.telemetry(racer) }, async () => void (await later()));
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'etalab.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
