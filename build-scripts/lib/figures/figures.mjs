// Computes the figures of each experiment over 16 seeds. `build-scripts/build figures` writes them for the page; a test compares
// them. After the program's path stand the experiments that are computed anew; without a name it is all.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { failures } from '../../../web/src/controls/failure-runs.js';
import { experiments } from '../../../web/src/experiments/experiment-list.js';
import { compare, inPoints } from '../../../web/src/lib/paired-seeds.js';
import { median } from '../../../web/src/lib/statistics.js';
import { root } from '../paths.mjs';
import { experimentFigures } from './experiments.mjs';
import { comparison, percent, repeat, results, seeds } from './repeat.mjs';

/**
 * Gives the right answer of a task by the rule of paired seeds, and the figures of its sentence.
 * @param {import('../../../web/src/experiments/experiment.js').Task} task
 * @param {string} run
 */
async function graded({ answers, compared, values, shares, digits }, run) {
  const all = await repeat(run);
  const each = all.map(compared);
  const of = (/** @type {number} */ answer) => each.map((found) => found[answer]);
  const count = each[0].length;
  const [first, second] = Array.from({ length: count }, (_, i) => i).sort((a, b) => median(of(b)) - median(of(a)));
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => i !== first);
  const isAhead = others.every((other) => compare(of(first), of(other)).better === 1);
  const { wins, losses, ties, difference, low, high } = compare(of(first), of(second));
  const write = (/** @type {number} */ value) => (digits ? Number(value.toPrecision(2)) : percent(value));
  const names = Object.keys(values(all[0]));
  return {
    seeds,
    right: isAhead ? answers[first] : 'even',
    agree: each.filter((found) => others.every((other) => compare([found[first]], [found[other]]).wins === 1)).length,
    wins,
    losses,
    ties,
    ...(shares ? { difference: inPoints(difference), from: inPoints(low), to: inPoints(high) } : {}),
    ...Object.fromEntries(names.map((name) => [name, write(median(all.map((racers) => values(racers)[name])))])),
  };
}

/** Compares the two racers of a run that goes wrong. @param {string} run */
async function compared(run) {
  const all = await repeat(run);
  const [wrong, right] = results(all);
  const { wins, losses, ties, better } = comparison(all, 2, 1);
  return {
    seeds,
    better,
    wins,
    losses,
    ties,
    wrong: wrong.median,
    wrong_spread: wrong.spread,
    right: right.median,
    right_spread: right.spread,
  };
}

const path = `${root}web/src/experiments/figures.json`;

/**
 * Gives the figures of each experiment, of each task, and of each run that goes wrong.
 * @param {string[]} [only] the experiments that are computed; the figures of the others are those that stand in the file
 */
export async function figures(only = []) {
  /** @type {Record<string, Record<string, number | string>>} */
  const kept = only.length > 0 ? JSON.parse(await readFile(path, 'utf8')) : {};
  /** @type {Record<string, Record<string, number | string>>} */
  const all = {};
  // The race is the page's own and is not in the menu.
  const modules = { race: () => import('../../../web/src/experiments/race-tasks.js'), ...experiments };
  for (const [name, load] of Object.entries(modules)) {
    const module = await load();
    if (!module.experiment) continue;
    if (only.length > 0 && !only.includes(name)) {
      Object.assign(all, Object.fromEntries(Object.entries(kept).filter(([key]) => key.split('.')[0] === name)));
      continue;
    }
    const { run, tasks } = module.experiment;
    if (name in experimentFigures) all[name] = await experimentFigures[name](run, module);
    for (const [i, task] of tasks.entries()) all[`${name}.${i + 1}`] = await graded(task, task.run ?? run);
  }
  for (const { key, run } of failures) all[key] = kept[key] ?? (await compared(run));
  return all;
}

/** Prints for each task how many seeds agree with its right answer. @param {Record<string, Record<string, number | string>>} all */
function print(all) {
  for (const [name, { right, agree, wins, losses, ties, difference }] of Object.entries(all))
    if (agree !== undefined)
      console.log(
        `${name.padEnd(16)} ${right}: ${agree} of ${seeds}; against the next ${wins} : ${losses}, even ${ties}; ${difference ?? ''}`,
      );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = await figures(process.argv.slice(2));
  print(all);
  await writeFile(path, `${JSON.stringify(all, null, 2)}\n`);
}
