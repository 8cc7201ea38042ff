// The default run, trained by the native program: what the page's picture is made from.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { base, loadWords, Words } from '../../web/src/lib/words.js';
import { root } from './bundle.mjs';
import { englishOf } from './registry.mjs';

/** @param {...string} args @returns {Promise<string>} */
export async function eta(...args) {
  const program = process.env.ETA ?? `${root}build/native/eta`;
  try {
    const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 64e6 });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {string} csv @returns {Record<string, string>[]} a row as its columns; lines that begin with # are left out */
function table(csv) {
  const [header, ...lines] = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

/**
 * @param {string} describe as the program prints it
 * @param {string} language
 */
export async function defaultRun(describe, language) {
  await loadWords(language);
  const words = new Words(language);
  /** @type {import('../../web/src/lib/registry.js').Printed} */
  const printed = JSON.parse(describe);
  if (language === base) words.table = { ...words.table, ...englishOf(printed) };
  const { kinds } = printed;
  const { text = '' } = kinds.preset.find(({ key }) => key === 'default') ?? {};
  const schedules = text.split(/ ?schedule=/).slice(1);
  const curve = table(await eta('curve', 'preset=default'));
  const trained = table(await eta('train', 'preset=default'));
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
