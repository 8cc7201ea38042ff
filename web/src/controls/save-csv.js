// Saves what the charts show as a file of the reader's.
import { csvOf } from '../lab/csv.js';

/** @param {import('../lab/lab.js').Lab} lab */
export async function saveCsv(lab) {
  const { run, curves, update, zoom, pins } = lab;
  const pause = () => new Promise((done) => setTimeout(() => done(undefined)));
  const parts = await csvOf(
    { run, curves, update, zoom, pins, telemetry: (racer) => lab.telemetry(racer) },
    async () => void (await pause()),
  );
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = zoom ? `etalab-${Math.ceil(zoom.from)}-${Math.floor(zoom.to)}.csv` : 'etalab.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
