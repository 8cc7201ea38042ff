// A race: every racer of a run, trained in the pool's workers, and all that they tell.

import { PoolError } from '../pool/pool-error.js';
import { TelemetryColumns } from './telemetry.js';

/**
 * @typedef {import('../pool/pool.js').Pool} Pool
 * @typedef {import('../lib/rows.js').RacerState} RacerState
 * @typedef {import('../lib/rows.js').Rows} Rows
 * @typedef {import('../lib/run.js').Run} Run
 */

/**
 * @typedef {object} RaceHooks after a racer's telemetry or state has changed; none is called after dispose()
 * @property {(racer: number) => void} [onProgress]
 * @property {(racer: number) => void} [onEnd] once per racer, after its last onProgress
 * @property {(racer: number) => void} [onReplaced] its worker died; it goes on from its last checkpoint on another one (telemetry stays)
 */

/** A racer may be ahead of the slowest by as many updates as the largest progress told so far (some 10 ms of work) times this. */
const lead = 8;

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
      const session = pool.start(
        { text: run.text, racer, asset: run.data.asset },
        {
          onProgress: (rows, state) => this.#onProgress(racer, rows, state),
          onReplaced: () => this.#hooks.onReplaced?.(racer),
          onFailed: (error) => this.#fail(racer, error),
        },
      );
      /** @type {RacerState} */
      const state = { update: 0, updates, ended: '', restored: -1 };
      return { session, columns: new TelemetryColumns(), state, target: 0 };
    });
  }

  /** Lets every racer train up to `update` updates in all; returns at once. What is done stays done. @param {number} update */
  setTarget(update) {
    this.#target = update;
    this.#setTargets();
    this.#settle();
  }

  /** Every racer stops where it is (within some 10 ms). */
  stop() {
    this.setTarget(0);
  }

  /** @param {number} racer @returns {import('../lib/rows.js').Telemetry} views that grow: read them again after each onProgress */
  telemetry(racer) {
    return this.#racer(racer).columns.views;
  }

  /** @param {number} racer */
  state(racer) {
    return this.#racer(racer).state;
  }

  /** @param {number} racer @returns {Promise<string>} 16 hex digits over the bits of its weights as they are when it answers */
  hash(racer) {
    return this.#racer(racer).session.ask({ kind: 'hash' });
  }

  /**
   * @param {number} racer
   * @returns {Promise<Float32Array>}
   */
  weights(racer) {
    return this.#racer(racer).session.ask({ kind: 'weights' });
  }

  /** As it was after `update` updates, bit for bit; of one that has not come so far, as it is. @param {number} racer @param {number} update @param {Float32Array} rows @returns {Promise<import('../lib/rows.js').Model>} */
  model(racer, update, rows) {
    return this.#racer(racer).session.ask({ kind: 'model', update, rows });
  }

  /** What it is validated with, or trained. @param {number} racer @param {boolean} validation @returns {Promise<import('../lib/rows.js').Samples>} */
  samples(racer, validation) {
    return this.#racer(racer).session.ask({ kind: 'samples', validation });
  }

  /** Resolves when no racer has anything left to do: each has ended or reached the target. @returns {Promise<void>} */
  settled() {
    return new Promise((resolve) => {
      this.#settling.push(resolve);
      this.#settle();
    });
  }

  dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const { session } of this.#racers) this.#pool.dispose(session);
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
  #onProgress(racer, rows, state) {
    if (this.#disposed) return;
    const own = this.#racer(racer);
    own.columns.put(rows);
    // After a death it comes by where it has been before: that is no news.
    const news = state.update > own.state.update || (state.ended !== '' && own.state.ended === '');
    if (!news) return;
    own.state = state;
    this.#largest = Math.max(this.#largest, rows.batchLoss.length);
    this.#setTargets();
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
    this.#setTargets();
    this.#hooks.onProgress?.(racer);
    this.#hooks.onEnd?.(racer);
    this.#settle();
  }

  /** Those far ahead wait for the slowest, so that all can be watched side by side; nobody waits long enough to idle. */
  #setTargets() {
    const running = this.#racers.filter(({ state }) => state.ended === '');
    const slowest = Math.min(...running.map(({ state }) => state.update));
    const ahead = this.#largest === 0 ? Number.POSITIVE_INFINITY : lead * this.#largest;
    for (const racer of running) {
      const limit = Math.min(this.#target, slowest + ahead);
      // Half of the lead is left when it is told to go on: few messages, and no stop between them.
      const little = limit > racer.target && limit < this.#target && limit - racer.target < ahead / 2;
      if (little || limit === racer.target) continue;
      racer.target = limit;
      racer.session.setTarget(limit);
    }
  }

  #settle() {
    const busy = this.#racers.some(({ state }) => state.ended === '' && state.update < Math.min(this.#target, state.updates));
    if (busy && !this.#disposed) return;
    for (const resolve of this.#settling.splice(0)) resolve();
  }
}
