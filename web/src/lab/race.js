// A race trains every racer of a run in the pool's workers and collects their telemetry.

import { PoolError } from '../pool/pool-error.js';
import { TelemetryColumns } from './telemetry.js';

/**
 * @typedef {import('../pool/pool.js').Pool} Pool
 * @typedef {import('../lib/rows.js').RacerState} RacerState
 * @typedef {import('../lib/rows.js').Rows} Rows
 * @typedef {import('../lib/run.js').Run} Run
 */

/**
 * @typedef {object} RaceHooks are called after a racer's telemetry or state has changed, and never after dispose()
 * @property {(racer: number) => void} [onProgress]
 * @property {(racer: number) => void} [onEnd] once per racer, after its last onProgress
 * @property {(racer: number) => void} [onReplaced] its worker crashed; it continues from its last checkpoint in another one, and its
 *   telemetry stays
 */

/** A racer may be ahead of the slowest by this many times the largest progress reported at once so far (some 10 ms of work). */
const lead = 8;

export class Race {
  #pool;
  #hooks;
  #racers;
  #target = 0;
  #maxProgress = 0;
  #disposed = false;
  /** @type {(() => void)[]} */ #settling = [];

  /**
   * @param {Pool} pool
   * @param {Run} run of a text without problems
   * @param {RaceHooks} [hooks]
   */
  constructor(pool, run, hooks = {}) {
    /** @readonly */
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

  /**
   * Lets every racer train up to `update` updates in all, and returns at once. Racers beyond it keep their state.
   * @param {number} update
   */
  setTarget(update) {
    this.#target = update;
    this.#setTargets();
    this.#settle();
  }

  /** Stops every racer, within some 10 ms. */
  stop() {
    this.setTarget(0);
  }

  /** @param {number} racer @returns {import('../lib/rows.js').Telemetry} views that grow: read them again after each onProgress */
  telemetry(racer) {
    return this.#racer(racer).columns.views;
  }

  /** It counts the updates that all racers which have not ended have done; ∞ when all have ended. */
  get trained() {
    return Math.min(...this.#racers.filter(({ state }) => !state.ended).map(({ state }) => state.update));
  }

  /** @param {number} racer */
  state(racer) {
    return this.#racer(racer).state;
  }

  /** @param {number} racer @returns {Promise<string>} 16 hex digits that hash the bits of its weights at the time of the answer */
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

  /**
   * Gives a racer's model as it was after `update` updates, bit for bit, or after fewer if it has not trained so far.
   * @param {number} racer
   * @param {number} update
   * @param {Float32Array} rows the inputs for which probabilities are computed
   * @returns {Promise<import('../lib/rows.js').Model>}
   */
  model(racer, update, rows) {
    return this.#racer(racer).session.ask({ kind: 'model', update, rows });
  }

  /**
   * Gives the samples of a racer.
   * @param {number} racer
   * @param {boolean} validation whether those for validation or those for training
   * @returns {Promise<import('../lib/rows.js').Samples>}
   */
  samples(racer, validation) {
    return this.#racer(racer).session.ask({ kind: 'samples', validation });
  }

  /** Resolves when each racer has ended or reached the target. @returns {Promise<void>} */
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
    // After a crash a racer repeats updates that it has already reported.
    const advanced = state.update > own.state.update || (state.ended !== '' && own.state.ended === '');
    if (!advanced) return;
    own.state = state;
    this.#maxProgress = Math.max(this.#maxProgress, rows.updates.batch_loss.length);
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
    own.state = { ...own.state, ended: 'failed', failure: error instanceof PoolError ? error.code : 'unknown' };
    if (own.state.failure !== 'closed') console.error(error);
    this.#setTargets();
    this.#hooks.onProgress?.(racer);
    this.#hooks.onEnd?.(racer);
    this.#settle();
  }

  /** Racers far ahead wait for the slowest, so that all can be watched side by side; the lead is large enough that no worker idles. */
  #setTargets() {
    const running = this.#racers.filter(({ state }) => state.ended === '');
    const slowest = Math.min(...running.map(({ state }) => state.update));
    const ahead = this.#maxProgress === 0 ? Number.POSITIVE_INFINITY : lead * this.#maxProgress;
    for (const racer of running) {
      const target = Math.min(this.#target, slowest + ahead);
      // The target moves while half of the lead is left: this takes few messages, and the racer does not stop in between.
      const tooFewMore = target > racer.target && target < this.#target && target - racer.target < ahead / 2;
      if (tooFewMore || target === racer.target) continue;
      racer.target = target;
      racer.session.setTarget(target);
    }
  }

  #settle() {
    const busy = this.#racers.some(({ state }) => state.ended === '' && state.update < Math.min(this.#target, state.updates));
    if (busy && !this.#disposed) return;
    for (const resolve of this.#settling.splice(0)) resolve();
  }
}
