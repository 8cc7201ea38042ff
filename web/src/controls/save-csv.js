// Saves what the charts show as a file of the reader's.
import { csvOf } from '../lab/csv.js';

/** @param {import('../lab/lab.js').Lab} lab */
export async function saveCsv(lab) {
  const { run, curves, update, part, pins } = lab;
  const pause = () => new Promise((done) => setTimeout(() => done(undefined)));
  const parts = await csvOf(
    { run, curves, update, part, pins, telemetry: (racer) => lab.telemetry(racer) },
    async () => void (await pause()),
  );
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = part ? `etalab-${Math.ceil(part.from)}-${Math.floor(part.to)}.csv` : 'etalab.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
