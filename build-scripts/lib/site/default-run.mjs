// Trains the default run with the native program, for the page's picture.
import { readFile } from 'node:fs/promises';
import { openEngine } from '../../../web/src/engine/engine.js';
import { coarsePoints, RateCurve } from '../../../web/src/lab/rate-curve.js';
import { base, loadWords, Words } from '../../../web/src/lib/words.js';
import { finishedLab } from '../../../web/src/preview/finished-lab.js';
import { root } from '../paths.mjs';
import { eta, rowsOf } from '../program.mjs';
import { englishOf, registryOf } from './registry.mjs';

/** The engine reads the default run's text. */
async function read() {
  const { default: createEta } = await import(`${root}build/wasm/eta.mjs`);
  const engine = await openEngine({ createEta, wasm: await readFile(`${root}build/wasm/eta.wasm`) });
  const { run } = engine.read('');
  if (!run) throw new Error('the default run has problems');
  const { text } = run;
  // The pairs that come with the text suffice.
  const queries = { stretch: async () => null, rates: async () => null };
  const curves = run.racers.map(({ updates }, i) => {
    const whole = engine.stretch({ text, racer: i + 1, from: 0, to: updates, points: coarsePoints });
    return new RateCurve({ queries, notify() {}, fail() {} }, { text, racer: i + 1 }, [whole]);
  });
  return { run, curves };
}

/**
 * @param {string} printed the registry, as the program prints it
 * @param {string} language
 * @returns {Promise<import('../../../web/src/charts/racer-lines.js').Source>}
 */
export async function defaultRun(printed, language) {
  await loadWords(language);
  const words = new Words(language);
  if (language === base) words.table = { ...englishOf(JSON.parse(printed)), ...words.table };
  const { run, curves } = await read();
  const trained = rowsOf(await eta('train', 'preset=default'));
  const racers = run.racers.map((_, i) => `${i + 1}`);
  const measured = racers.map((racer) => {
    const rows = trained.filter((row) => row.racer === racer && row.validation_accuracy !== '');
    return { update: rows.map((row) => Number(row.update) + 1), accuracy: rows.map((row) => Number(row.validation_accuracy)) };
  });
  return { lab: finishedLab(run, curves, measured), words, describe: registryOf(JSON.parse(printed)).describe };
}
