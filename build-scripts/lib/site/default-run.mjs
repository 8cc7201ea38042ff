// Trains the default run by the native program; the page's picture is made from it.
import { base, loadWords, Words } from '../../../web/src/lib/words.js';
import { eta, rowsOf } from '../program.mjs';
import { englishOf } from './registry.mjs';

/**
 * @param {string} describe as the program prints it
 * @param {string} language
 */
export async function defaultRun(describe, language) {
  await loadWords(language);
  const words = new Words(language);
  /** @type {import('../../../web/src/lib/registry.js').Printed} */
  const printed = JSON.parse(describe);
  if (language === base) words.table = { ...words.table, ...englishOf(printed) };
  const { kinds } = printed;
  const { text = '' } = kinds.preset.find(({ key }) => key === 'default') ?? {};
  const schedules = text.split(/ ?schedule=/).slice(1);
  const curve = rowsOf(await eta('curve', 'preset=default'));
  const trained = rowsOf(await eta('train', 'preset=default'));
  const racers = schedules.map((schedule, i) => {
    const key = schedule.replace(/\(.*/, '');
    const measured = trained.filter((row) => row.racer === String(i + 1) && row.validation_accuracy !== '');
    return {
      name: words.t(`schedule.${key}.name`),
      schedule,
      rates: curve.map((row) => Number(row[`eta_${i + 1}`])),
      updates: measured.map((row) => Number(row.update) + 1),
      accuracies: measured.map((row) => Math.fround(Number(row.validation_accuracy))),
    };
  });
  return { racers, words };
}
