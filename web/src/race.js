// A race: every racer of a run, trained in the pool's workers, and all that they tell.

import { Columns } from './columns.js';
import { PoolError } from './pool-error.js';

/**
 * @typedef {import('./pool.js').Pool} Pool
 * @typedef {import('./types.js').RaceHooks} RaceHooks
 * @typedef {import('./types.js').RacerState} RacerState
 * @typedef {import('./types.js').Rows} Rows
 * @typedef {import('./types.js').Run} Run
 * @typedef {import('./types.js').RaceLike} RaceLike
 */

/** A racer may be ahead of the slowest by as many updates as the largest progress told so far (some 10 ms of work) times this. */
const lead = 8;

/** @implements {RaceLike} */
export class Race {
  #pool;
  #hooks;
  #racers;
  #target = 0;
  #largest = 0;
  #disposed = false;
  /** @type {(() => void)[]} */ #settling = [];

  /**
   * @param {Pool} pool
   * @param {Run} run of a text without problems
   * @param {RaceHooks} [hooks]
   */
  constructor(pool, run, hooks = {}) {
    /** what was given, not to be changed */
    this.run = run;
    this.#pool = pool;
    this.#hooks = hooks;
    this.#racers = run.racers.map(({ updates }, index) => {
      const racer = index + 1;
      const remote = pool.start(
        { text: run.text, racer, asset: run.data.asset },
        {
          onProgress: (rows, state) => this.#hear(racer, rows, state),
          onReplaced: () => this.#hooks.onReplaced?.(racer),
          onFailed: (error) => this.#fail(racer, error),
        },
      );
      /** @type {RacerState} */
      const state = { update: 0, updates, ended: '', restored: -1 };
      return { remote, columns: new Columns(), state, limit: 0 };
    });
  }

  /** @param {number} update */
  trainTo(update) {
    this.#target = update;
    this.#pace();
    this.#settle();
  }

  stop() {
    this.trainTo(0);
  }

  /** @param {number} racer */
  telemetry(racer) {
    return this.#racer(racer).columns.views;
  }

  /** @param {number} racer */
  state(racer) {
    return this.#racer(racer).state;
  }

  /**
   * @param {number} racer
   * @returns {Promise<string>}
   */
  hash(racer) {
    return this.#racer(racer).remote.ask({ kind: 'hash' });
  }

  /**
   * @param {number} racer
   * @returns {Promise<Float32Array>}
   */
  weights(racer) {
    return this.#racer(racer).remote.ask({ kind: 'weights' });
  }

  /** @param {number} racer @param {number} update @param {Float32Array} rows @returns {Promise<import('./types.js').Model>} */
  model(racer, update, rows) {
    return this.#racer(racer).remote.ask({ kind: 'model', update, rows });
  }

  /** @param {number} racer @param {boolean} validation @returns {Promise<import('./types.js').Samples>} */
  samples(racer, validation) {
    return this.#racer(racer).remote.ask({ kind: 'samples', validation });
  }

  /** @returns {Promise<void>} */
  settled() {
    return new Promise((resolve) => {
      this.#settling.push(resolve);
      this.#settle();
    });
  }

  dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const { remote } of this.#racers) this.#pool.drop(remote);
    this.#settle();
  }

  /** @param {number} racer */
  #racer(racer) {
    const found = this.#racers[racer - 1];
    if (!found) throw new RangeError(`there is no racer ${racer}`);
    return found;
  }

  /**
   * @param {number} racer
   * @param {Rows} rows
   * @param {RacerState} state
   */
  #hear(racer, rows, state) {
    if (this.#disposed) return;
    const own = this.#racer(racer);
    own.columns.put(rows);
    // After a death it comes by where it has been before: that is no news.
    const news = state.update > own.state.update || (state.ended !== '' && own.state.ended === '');
    if (!news) return;
    own.state = state;
    this.#largest = Math.max(this.#largest, rows.batchLoss.length);
    this.#pace();
    this.#hooks.onProgress?.(racer);
    if (state.ended !== '') this.#hooks.onEnd?.(racer);
    this.#settle();
  }

  /**
   * @param {number} racer
   * @param {Error} error
   */
  #fail(racer, error) {
    if (this.#disposed) return;
    const own = this.#racer(racer);
    if (own.state.ended !== '') return;
    own.state = { ...own.state, ended: 'failed', failure: error instanceof PoolError ? error.code : 'died' };
    this.#pace();
    this.#hooks.onProgress?.(racer);
    this.#hooks.onEnd?.(racer);
    this.#settle();
  }

  /** Those far ahead wait for the slowest, so that all can be watched side by side; nobody waits long enough to idle. */
  #pace() {
    const running = this.#racers.filter(({ state }) => state.ended === '');
    const slowest = Math.min(...running.map(({ state }) => state.update));
    const ahead = this.#largest === 0 ? Number.POSITIVE_INFINITY : lead * this.#largest;
    for (const racer of running) {
      const limit = Math.min(this.#target, slowest + ahead);
      // Half of the lead is left when it is told to go on: few messages, and no stop between them.
      const little = limit > racer.limit && limit < this.#target && limit - racer.limit < ahead / 2;
      if (little || limit === racer.limit) continue;
      racer.limit = limit;
      racer.remote.aim(limit);
    }
  }

  #settle() {
    const busy = this.#racers.some(({ state }) => state.ended === '' && state.update < Math.min(this.#target, state.updates));
    if (busy && !this.#disposed) return;
    for (const resolve of this.#settling.splice(0)) resolve();
  }
}
