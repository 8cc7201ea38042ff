// This module saves what the charts show as a CSV file.
import { csvOf } from '../lab/csv.js';

/** @param {import('../lab/setting.js').Setting} setting */
export async function saveCsv({ lab, describe }) {
  const { run, curves, update, zoom, pins } = lab;
  const pause = () => new Promise((resolve) => setTimeout(() => resolve(undefined)));
  const texts = await csvOf(
    { run, curves, update, zoom, pins, telemetry: (racer) => lab.telemetry(racer) },
    describe.columns,
    async () => void (await pause()),
  );
  if (!texts) return;
  const url = URL.createObjectURL(new Blob(texts, { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = zoom ? `etalab-${Math.ceil(zoom.from)}-${Math.floor(zoom.to)}.csv` : 'etalab.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
