// This module saves what the charts show as a CSV file.
import { csvOf } from '../lab/csv.js';
import { make } from '../ui/dom.js';

/**
 * A spreadsheet takes a text for UTF-8 if it begins with a byte-order mark.
 * @param {import('../lab/setting.js').Setting} setting
 * @param {HTMLElement} slot where the text is shown in a sandboxed frame, which may not save files and learns of no refusal
 */
export async function saveCsv({ lab, describe, words, say }, slot) {
  const { run, curves, update, zoom, pins } = lab;
  const pause = () => new Promise((resolve) => setTimeout(() => resolve(undefined)));
  const texts = await csvOf(
    { run, curves, update, zoom, pins, telemetry: (racer) => lab.telemetry(racer) },
    describe.columns,
    async () => void (await pause()),
    (of) => commonOptimizer(of, describe),
  );
  if (!texts) return;
  if (parent !== window && self.origin === 'null') {
    const sentence = words.t('csv.by_hand');
    const area = make('textarea', { class: 'code', readonly: true, rows: 8, 'aria-label': 'CSV' });
    area.value = texts.join('');
    slot.replaceChildren(make('section', { class: 'card embedding by-hand' }, make('p', {}, sentence), area));
    slot.hidden = false;
    area.select();
    say(sentence);
  }
  const url = URL.createObjectURL(new Blob(['\ufeff', ...texts], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = zoom ? `etalab-${Math.ceil(zoom.from)}-${Math.floor(zoom.to)}.csv` : 'etalab.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Gives the optimizer of the racers that have none of their own: the run's, or the one used by default; '' if a preset chooses it.
 * @param {import('../lib/run.js').Run} run
 * @param {import('../lib/registry.js').Describe} describe
 */
function commonOptimizer({ items }, { keys }) {
  const common = (/** @type {string} */ name) => items.find(({ key, racer }) => key === name && racer === 0)?.value;
  const preset = common('preset') ?? 'default';
  return common('opt') ?? (preset === 'default' ? keys.find(({ key }) => key === 'opt')?.initial : undefined) ?? '';
}
