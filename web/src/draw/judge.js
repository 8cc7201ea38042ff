// Judges a race over many seeds: one seed after the other through the pool, racers of a seed side by side. Can be stopped, and blocks nothing.

import { Race } from '../lab/race.js';
import { compose, raceItems, withItem } from '../lab/run-text.js';
import { lastShare, median } from '../lib/statistics.js';
import { QueryClient } from '../pool/query-client.js';
import { drawnRacer } from './drawing.js';

/** @typedef {import('../lab/lab.js').Lab} Lab */
/** @typedef {import('../lib/run.js').Run} Run */

/** Every drawing is judged on the same seeds, whatever the run's own: 1 … 16. */
export const seeds = 16;

/** @typedef {{ mine: number, theirs: number, rival: number, wins: number, losses: number }} Verdict medians of the seeds' medians; wins over the rival, a racer */

export class Judge {
  /** @type {Run | null} what is or was judged, with at least one rival */ run = null;
  /** The text that was to be judged. */ text = '';
  /** @type {number[][]} of each seed that is done, of each racer: the median accuracy of the last 20 %; 0 for one that broke off */ results =
    [];
  running = false;
  /** @type {() => void} */ onChange = () => {};
  /** @type {Race | null} */ #race = null;
  #turn = 0;

  /** @param {Lab} lab */
  constructor(lab) {
    this.lab = lab;
  }

  /** @param {Run} run with a drawn racer */
  async start(run) {
    this.stop();
    const turn = ++this.#turn;
    this.text = run.text;
    this.results = [];
    this.run = null;
    this.running = true;
    this.onChange();
    const desk = new QueryClient(this.lab.pool);
    const items = raceItems(run);
    // A drawing alone is measured by cosine.
    const all = run.racers.length > 1 ? items : [...items, { key: 'schedule', value: 'cosine', racer: 2 }];
    try {
      for (let seed = 1; seed <= seeds; seed++) {
        const checked = await desk.check(compose(withItem(all, { racer: 0, key: 'seed', value: String(seed) })).text);
        if (turn !== this.#turn || !checked?.run) break;
        this.run = checked.run;
        const result = await this.#train(checked.run);
        if (turn !== this.#turn || !result) break;
        this.results.push(result);
        this.onChange();
      }
    } catch (error) {
      this.lab.fail(/** @type {any} */ (error));
    }
    desk.close();
    if (turn === this.#turn) this.stop();
  }

  stop() {
    this.#turn += 1;
    this.#race?.dispose();
    this.#race = null;
    const was = this.running;
    this.running = false;
    if (was) this.onChange();
  }

  /** @param {Run} run @returns {Promise<number[] | null>} null: it was stopped, or is out of sight */
  async #train(run) {
    const seen = () => this.lab.visible && this.lab.race !== null;
    const race = new Race(this.lab.pool, run, { onProgress: () => seen() || this.stop() });
    this.#race = race;
    race.setTarget(Math.max(...run.racers.map((racer) => racer.updates)));
    await race.settled();
    if (this.#race !== race) return null;
    const result = run.racers.map((_, i) => {
      const whole = race.state(i + 1).ended === 'finished';
      return whole ? median(lastShare(race.telemetry(i + 1).evaluations.accuracy)) : 0;
    });
    race.dispose();
    return seen() ? result : null;
  }

  /** @returns {Verdict | null} of the seeds that are done; the rival is the best of the others */
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

/** @type {WeakMap<Lab, Judge>} one for each element: it outlives a change of language */
const judges = new WeakMap();

/** @param {Lab} lab */
export function judgeOf(lab) {
  const judge = judges.get(lab) ?? new Judge(lab);
  judges.set(lab, judge);
  return judge;
}
