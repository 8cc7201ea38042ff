// One racer in training. When its worker crashes, it continues in another one from its last checkpoint.

import { PoolError, poolError } from './pool-error.js';
import { WorkerCrashed, WorkerIncomplete } from './worker-client.js';

/**
 * @typedef {import('./worker-client.js').WorkerClient} WorkerClient
 * @typedef {import('../lib/messages.js').FromWorker} FromWorker
 * @typedef {import('../lib/rows.js').RacerState} RacerState
 * @typedef {import('../lib/rows.js').Rows} Rows
 */

/** A session fails after this many crashes without a new update between them. */
const maxCrashes = 3;

/**
 * @typedef {object} SessionHooks
 * @property {(rows: Rows, state: RacerState) => void} onProgress rows may be reported twice, with equal bits
 * @property {() => void} onReplaced
 * @property {(error: Error) => void} onFailed nothing is reported afterwards
 */

/**
 * @typedef {object} SessionSource
 * @property {string} text
 * @property {number} racer
 * @property {string} asset '' when the data set needs no bytes
 */

export class TrainingSession {
  /** @type {WorkerClient | null} */ #worker = null;
  /** @type {Uint8Array | null} */ #checkpoint = null;
  #checkpointUpdate = 0;
  /** @type {number} The updates that the current worker has done. */
  #update = 0;
  /** @type {number} The most updates that any worker has done; the current one is asked nothing before it has done as many. */
  #maxUpdate = 0;
  #target = 0;
  #crashes = 0;
  #isHeld = false;
  #hasEnded = false;
  /** @type {Error | null} */ #closedBy = null;
  /** @type {(() => void)[]} */ #waiting = [];
  #hooks;

  /**
   * @param {number} id unique in its pool
   * @param {SessionSource} source
   * @param {SessionHooks} hooks
   */
  constructor(id, source, hooks) {
    this.id = id;
    this.source = source;
    this.#hooks = hooks;
  }

  /**
   * Begins at a worker that has the data, or continues there from the last checkpoint.
   * @param {WorkerClient} worker
   */
  begin(worker) {
    if (this.#closedBy) return;
    this.#worker = worker;
    this.#update = this.#checkpointUpdate;
    const { text, racer } = this.source;
    worker.post({ type: 'start', session: this.id, text, racer, target: this.#effectiveTarget, checkpoint: this.#checkpoint });
    this.#wake();
  }

  /** Trains up to this update; one that has been passed stops the training. @param {number} update */
  setTarget(update) {
    if (update === this.#target) return;
    this.#target = update;
    this.#worker?.post({ type: 'target', session: this.id, update: this.#effectiveTarget });
  }

  /** A held session does not train. @param {boolean} isHeld */
  hold(isHeld) {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    this.#worker?.post({ type: 'target', session: this.id, update: this.#effectiveTarget });
  }

  /** Whether its worker should report progress. */
  get isTraining() {
    return !this.#hasEnded && this.#update < this.#effectiveTarget;
  }

  /** After a crash the lost updates are repeated, even if the training has been stopped since. */
  get #effectiveTarget() {
    return this.#isHeld ? 0 : Math.max(this.#target, this.#maxUpdate);
  }

  /**
   * Asks the worker about the racer, which is then at least at the last reported update.
   * @param {import('../lib/messages.js').SessionRequest} request
   * @returns {Promise<any>}
   */
  async ask(request) {
    for (;;) {
      while (!this.#closedBy && !(this.#worker && this.#update >= this.#maxUpdate)) {
        await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
      }
      if (this.#closedBy || !this.#worker) throw this.#closedBy;
      try {
        return await this.#worker.ask({ ...request, session: this.id });
      } catch (error) {
        if (!(error instanceof WorkerCrashed)) throw error;
      }
    }
  }

  /** @param {FromWorker} message */
  onMessage(message) {
    if (this.#closedBy) return;
    if (message.type === 'unstarted') this.fail(new PoolError('unknown', message.message));
    if (message.type !== 'progress') return;
    const { rows, state, checkpoint } = message;
    this.#update = state.update;
    this.#hasEnded = state.ended !== '';
    if (checkpoint) {
      this.#checkpoint = checkpoint;
      this.#checkpointUpdate = state.update;
    }
    if (state.update > this.#maxUpdate || state.ended !== '') this.#crashes = 0;
    this.#maxUpdate = Math.max(this.#maxUpdate, state.update);
    this.#wake();
    this.#hooks.onProgress(rows, state);
  }

  /** Is called when its worker has crashed. @param {WorkerCrashed} error @returns {boolean} whether it shall begin at another one */
  onWorkerCrashed(error) {
    this.#worker = null;
    this.#hasEnded = false;
    if (!(error instanceof WorkerIncomplete)) this.#crashes += 1;
    if (this.#closedBy) return false;
    if (this.#crashes >= maxCrashes) {
      const code = poolError(error).code === 'memory' ? 'memory' : 'died';
      this.fail(new PoolError(code, `its worker crashed again and again: ${error.message}`));
      return false;
    }
    this.#hooks.onReplaced();
    return !this.#closedBy;
  }

  /** @param {Error} error */
  fail(error) {
    if (this.#closedBy) return;
    this.dispose(error);
    this.#hooks.onFailed(error);
  }

  /** Stops reporting, and rejects pending questions. @param {Error} [error] */
  dispose(error = new Error('the session was disposed of')) {
    if (this.#closedBy) return;
    this.#closedBy = error;
    this.#worker?.post({ type: 'dispose', session: this.id });
    this.#worker = null;
    this.#wake();
  }

  get closed() {
    return this.#closedBy !== null;
  }

  #wake() {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
