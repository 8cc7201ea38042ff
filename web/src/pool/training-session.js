// One racer that trains in some worker; when that worker dies it goes on from its last checkpoint in another one.

import { WorkerCrashed } from './worker-client.js';

/**
 * @typedef {import('./worker-client.js').WorkerClient} WorkerClient
 * @typedef {import('../lib/messages.js').FromWorker} FromWorker
 * @typedef {import('../lib/rows.js').RacerState} RacerState
 * @typedef {import('../lib/rows.js').Rows} Rows
 */

/** Deaths without a new update between them after which it is given up. */
const maxCrashes = 3;

/**
 * @typedef {object} SessionHooks
 * @property {(rows: Rows, state: RacerState) => void} onProgress rows that were already told may be told again, equal in every bit
 * @property {() => void} onReplaced
 * @property {(error: Error) => void} onFailed nothing more will come
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
  /** Updates that its present worker has done, and those that any has: the present one must get there before it is asked anything. */
  #update = 0;
  #highest = 0;
  #target = 0;
  #crashes = 0;
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
   * Begins, or goes on from the last checkpoint, at a worker that has the data.
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

  /** @param {number} update trained up to here; less than what is done stops it */
  setTarget(update) {
    if (update === this.#target) return;
    this.#target = update;
    this.#worker?.post({ type: 'target', session: this.id, update: this.#effectiveTarget });
  }

  /** What was done once is done again after a death, even if the run was stopped since. */
  get #effectiveTarget() {
    return Math.max(this.#target, this.#highest);
  }

  /**
   * @param {import('../lib/messages.js').SessionRequest} about
   * @returns {Promise<any>} of the weights as they are when it answers, never as they were before what was told
   */
  async ask(about) {
    for (;;) {
      while (!this.#closedBy && !(this.#worker && this.#update >= this.#highest)) {
        await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
      }
      if (this.#closedBy || !this.#worker) throw this.#closedBy;
      try {
        return await this.#worker.ask({ ...about, session: this.id });
      } catch (error) {
        if (!(error instanceof WorkerCrashed)) throw error;
      }
    }
  }

  /** @param {FromWorker} message */
  onMessage(message) {
    if (this.#closedBy) return;
    if (message.type === 'unstarted') this.fail(new Error(message.message));
    if (message.type !== 'progress') return;
    const { rows, state, checkpoint } = message;
    this.#update = state.update;
    if (checkpoint) {
      this.#checkpoint = checkpoint;
      this.#checkpointUpdate = state.update;
    }
    if (state.update > this.#highest || state.ended !== '') this.#crashes = 0;
    this.#highest = Math.max(this.#highest, state.update);
    this.#wake();
    this.#hooks.onProgress(rows, state);
  }

  /** Its worker died. @returns {boolean} whether it should begin again */
  onWorkerCrashed() {
    this.#worker = null;
    this.#crashes += 1;
    if (this.#closedBy) return false;
    if (this.#crashes >= maxCrashes) {
      this.fail(new Error('its worker died again and again'));
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

  /** Nothing is told any more; what waits is rejected. @param {Error} [error] */
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
