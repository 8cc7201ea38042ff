// Judges a race over many seeds: the pool trains one seed after the other, the racers of a seed in parallel. It can be stopped at any time.

import { Race } from '../lab/race.js';
import { endOf, resultOf } from '../lab/results.js';
import { compose, raceItems, withItem } from '../lab/run-text.js';
import { compare } from '../lib/paired-seeds.js';
import { median } from '../lib/statistics.js';
import { QueryClient } from '../pool/query-client.js';
import { drawnRacer } from './drawing.js';

/** @typedef {import('../lab/lab.js').Lab} Lab */
/** @typedef {import('../lib/run.js').Run} Run */

/** Every drawing is judged on the seeds 1 … 16, whatever the run's own seed. */
export const seeds = 16;

/**
 * @typedef {object} Verdict about one rival; every rival has one, so that none is chosen after the seeds are known
 * @property {number} mine the drawing's median over the seeds of each seed's result
 * @property {number} theirs the rival's
 * @property {number} rival from 1
 * @property {import('../lib/paired-seeds.js').Comparison} comparison
 */

export class Judge {
  /** @type {Run | null} The run that is or was judged, with at least one rival. */ run = null;
  /** @type {string} The text that judging was started with. */ text = '';
  /**
   * For each finished seed and each racer its result; NaN for a racer that broke off.
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
    const shown = {
      telemetry: (/** @type {number} */ racer) => race.telemetry(racer),
      state: (/** @type {number} */ racer) => race.state(racer),
      playhead: Number.POSITIVE_INFINITY,
    };
    const numbers = run.racers.map((_, i) => i + 1);
    // What the browser ended is no verdict on a schedule.
    const failed = numbers.some((racer) => race.state(racer).ended === 'failed');
    const result = numbers.map((racer) => (endOf(shown, racer)?.diverged ? Number.NaN : (resultOf(shown, racer)?.median ?? Number.NaN)));
    race.dispose();
    return isVisible() && !failed ? result : null;
  }

  /** @returns {Verdict[]} over the finished seeds, one for each rival */
  get verdicts() {
    const { run, results } = this;
    if (!run || results.length === 0) return [];
    const own = drawnRacer(run);
    const of = (/** @type {number} */ racer) => results.map((result) => result[racer - 1]);
    // A racer that broke off has learnt nothing that counts.
    const middle = (/** @type {number} */ racer) => median(of(racer).map((result) => (Number.isNaN(result) ? 0 : result)));
    return run.racers.flatMap((_, i) => {
      const rival = i + 1;
      return rival === own ? [] : [{ mine: middle(own), theirs: middle(rival), rival, comparison: compare(of(own), of(rival)) }];
    });
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
