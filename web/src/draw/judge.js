// Judges a race over many seeds: the pool trains one seed after the other, the racers of a seed in parallel. It can be stopped at any time.

import { Race } from '../lab/race.js';
import { compose, raceItems, withItem } from '../lab/run-text.js';
import { lastShare, median } from '../lib/statistics.js';
import { QueryClient } from '../pool/query-client.js';
import { drawnRacer } from './drawing.js';

/** @typedef {import('../lab/lab.js').Lab} Lab */
/** @typedef {import('../lib/run.js').Run} Run */

/** Every drawing is judged on the seeds 1 … 16, whatever the run's own seed. */
export const seeds = 16;

/**
 * @typedef {object} Verdict
 * @property {number} mine the drawing's median over the seeds of each seed's median accuracy
 * @property {number} theirs the rival's
 * @property {number} rival the racer with the best median of the others, from 1
 * @property {number} wins the number of seeds with which the drawing is ahead of the rival
 * @property {number} losses the number of seeds with which it is behind
 */

export class Judge {
  /** @type {Run | null} The run that is or was judged, with at least one rival. */ run = null;
  /** @type {string} The text that judging was started with. */ text = '';
  /**
   * For each finished seed and each racer, the median accuracy of the last 20 % of its evaluations; 0 for a racer that did not finish.
   * @type {number[][]}
   */
  results = [];
  running = false;
  /** @type {() => void} */ onChange = () => {};
  /** @type {Race | null} */ #race = null;
  #starts = 0;

  /** @param {Lab} lab */
  constructor(lab) {
    this.lab = lab;
  }

  /** @param {Run} run with a drawn racer */
  async start(run) {
    this.stop();
    const start = ++this.#starts;
    this.text = run.text;
    this.results = [];
    this.run = null;
    this.running = true;
    this.onChange();
    const queries = new QueryClient(this.lab.pool);
    const items = raceItems(run);
    // A drawing without rivals is compared with the cosine.
    const all = run.racers.length > 1 ? items : [...items, { key: 'schedule', value: 'cosine', racer: 2 }];
    try {
      for (let seed = 1; seed <= seeds; seed++) {
        const checked = await queries.read(compose(withItem(all, { racer: 0, key: 'seed', value: String(seed) })).text);
        if (start !== this.#starts || !checked?.run) break;
        this.run = checked.run;
        const result = await this.#train(checked.run);
        if (start !== this.#starts || !result) break;
        this.results.push(result);
        this.onChange();
      }
    } catch (error) {
      this.lab.fail(/** @type {any} */ (error));
    }
    queries.close();
    if (start === this.#starts) this.stop();
  }

  stop() {
    this.#starts += 1;
    this.#race?.dispose();
    this.#race = null;
    const wasRunning = this.running;
    this.running = false;
    if (wasRunning) this.onChange();
  }

  /** @param {Run} run @returns {Promise<number[] | null>} null when it was stopped, or the element is not visible */
  async #train(run) {
    const isVisible = () => this.lab.visible && this.lab.race !== null;
    const race = new Race(this.lab.pool, run, { onProgress: () => isVisible() || this.stop() });
    this.#race = race;
    race.setTarget(Math.max(...run.racers.map((racer) => racer.updates)));
    await race.settled();
    if (this.#race !== race) return null;
    const result = run.racers.map((_, i) => {
      const finished = race.state(i + 1).ended === 'finished';
      return finished ? median(lastShare(race.telemetry(i + 1).evaluations.validation_accuracy)) : 0;
    });
    race.dispose();
    return isVisible() ? result : null;
  }

  /** @returns {Verdict | null} over the finished seeds */
  get verdict() {
    const { run, results } = this;
    if (!run || results.length === 0) return null;
    const own = drawnRacer(run) - 1;
    const medians = run.racers.map((_, i) => median(results.map((result) => result[i])));
    const others = medians.map((_, i) => i).filter((i) => i !== own);
    const rival = others.reduce((best, i) => (medians[i] > medians[best] ? i : best));
    const wins = results.filter((result) => result[own] > result[rival]).length;
    const losses = results.filter((result) => result[own] < result[rival]).length;
    return { mine: medians[own], theirs: medians[rival], rival: rival + 1, wins, losses };
  }
}

/** @type {WeakMap<Lab, Judge>} Each lab keeps its judge, also after a change of language. */
const judges = new WeakMap();

/** Gives the judge of a lab, which is made the first time. @param {Lab} lab */
export function judgeOf(lab) {
  const judge = judges.get(lab) ?? new Judge(lab);
  judges.set(lab, judge);
  return judge;
}
