// Saves what the charts show as a CSV file, or shows its text where no file may be saved.
import { csvOf } from '../lab/csv.js';
import { make } from '../ui/dom.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** Whether the page is in a sandbox, where saving does nothing and reports nothing: its origin is opaque, or its frame's list shows it. */
function mayNotSave() {
  if (parent === window) return false;
  const frame = origin === 'null' ? null : frameElement;
  const sandbox = frame instanceof HTMLElement ? frame.getAttribute('sandbox') : null;
  return origin === 'null' || (sandbox !== null && !sandbox.includes('allow-downloads'));
}

/**
 * A spreadsheet takes a text for UTF-8 if it begins with a byte-order mark.
 * @param {Setting} setting
 * @param {HTMLElement} slot for the text, where the page may not save it
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
  if (!saveFile(['\ufeff', ...texts], zoom ? `etalab-${Math.ceil(zoom.from)}-${Math.floor(zoom.to)}.csv` : 'etalab.csv', 'text/csv')) {
    const area = make('textarea', { class: 'code', readonly: true, rows: 8, 'aria-label': words.t('csv') });
    area.value = texts.join('');
    slot.replaceChildren(make('div', { class: 'embedding' }, make('p', {}, words.t('csv.by_hand')), area));
    slot.hidden = false;
    say(words.t('csv.by_hand'));
  }
}

/**
 * Saves a file, unless the page may not.
 * @param {string[]} texts
 * @param {string} name
 * @param {string} type
 */
export function saveFile(texts, name, type) {
  if (mayNotSave()) return false;
  const url = URL.createObjectURL(new Blob(texts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
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
