// Computes the figures of each experiment over 16 seeds. `build-scripts/build figures` writes them for the page; a test compares them.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { experiments } from '../../../web/src/experiments/experiment-list.js';
import { lastShare, median, spread } from '../../../web/src/lib/statistics.js';
import { root } from '../paths.mjs';
import { experimentFigures } from './experiments.mjs';
import { repeat, seeds } from './repeat.mjs';

/**
 * Counts the seeds that give a task the same answer as the first seed, which is the page's.
 * @param {string} run
 * @param {(last: import('../../../web/src/experiments/experiment.js').LastEvaluations) => number} right
 */
async function agreement(run, right) {
  const answers = (await repeat(run)).map((racers) => {
    const parts = racers.map(({ accuracy }) => lastShare(accuracy));
    return right({ median: parts.map(median), spread: parts.map(spread) });
  });
  return { seeds, agree: answers.filter((answer) => answer === answers[0]).length };
}

/** @returns the figures of each experiment, and the agreement of the seeds on each task that has an answer by racers' numbers alone */
export async function figures() {
  /** @type {Record<string, Record<string, number | string>>} */
  const all = {};
  // The race is the page's own and is not in the menu.
  const modules = { race: () => import('../../../web/src/experiments/race-tasks.js'), ...experiments };
  for (const [name, load] of Object.entries(modules)) {
    const module = await load();
    if (!module.experiment) continue;
    const { run, tasks } = module.experiment;
    if (name in experimentFigures) all[name] = await experimentFigures[name](run, module);
    for (const [i, task] of tasks.entries()) if (task.right) all[`${name}.${i + 1}`] = await agreement(task.run ?? run, task.right);
  }
  return all;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(`${root}web/src/experiments/figures.json`, `${JSON.stringify(await figures(), null, 2)}\n`);
