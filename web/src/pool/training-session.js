// One racer that trains in some worker; when that worker dies it goes on from its last checkpoint in another one.

import { LinkDied } from './worker-client.js';

/**
 * @typedef {import('./worker-client.js').Link} Link
 * @typedef {import('../lib/messages.js').FromWorker} FromWorker
 * @typedef {import('../lib/rows.js').RacerState} RacerState
 * @typedef {import('../lib/rows.js').Rows} Rows
 */

/** Deaths without a new update between them after which it is given up. */
const mostDeaths = 3;

/**
 * @typedef {object} RunHooks
 * @property {(rows: Rows, state: RacerState) => void} onProgress rows that were already told may be told again, equal in every bit
 * @property {() => void} onReplaced
 * @property {(error: Error) => void} onFailed nothing more will come
 */

/**
 * @typedef {object} RunSource
 * @property {string} text
 * @property {number} racer
 * @property {string} asset '' when the data set needs no bytes
 */

export class RemoteRun {
  /** @type {Link | null} */ #link = null;
  /** @type {Uint8Array | null} */ #checkpoint = null;
  #checkpointUpdate = 0;
  /** Updates that its present worker has done, and those that any has: the present one must get there before it is asked anything. */
  #update = 0;
  #highest = 0;
  #target = 0;
  #deaths = 0;
  /** @type {Error | null} */ #over = null;
  /** @type {(() => void)[]} */ #waiting = [];
  #hooks;

  /**
   * @param {number} id unique in its pool
   * @param {RunSource} source
   * @param {RunHooks} hooks
   */
  constructor(id, source, hooks) {
    this.id = id;
    this.source = source;
    this.#hooks = hooks;
  }

  /**
   * Begins, or goes on from the last checkpoint, at a worker that has the data.
   * @param {Link} link
   */
  begin(link) {
    if (this.#over) return;
    this.#link = link;
    this.#update = this.#checkpointUpdate;
    const { text, racer } = this.source;
    link.post({ type: 'start', run: this.id, text, racer, target: this.#aim, checkpoint: this.#checkpoint });
    this.#wake();
  }

  /** @param {number} update trained up to here; less than what is done stops it */
  aim(update) {
    if (update === this.#target) return;
    this.#target = update;
    this.#link?.post({ type: 'target', run: this.id, update: this.#aim });
  }

  /** What was done once is done again after a death, even if the run was stopped since. */
  get #aim() {
    return Math.max(this.#target, this.#highest);
  }

  /**
   * @param {import('../lib/messages.js').AboutRun} about
   * @returns {Promise<any>} of the weights as they are when it answers, never as they were before what was told
   */
  async ask(about) {
    for (;;) {
      while (!this.#over && !(this.#link && this.#update >= this.#highest)) {
        await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
      }
      if (this.#over || !this.#link) throw this.#over;
      try {
        return await this.#link.ask({ ...about, run: this.id });
      } catch (error) {
        if (!(error instanceof LinkDied)) throw error;
      }
    }
  }

  /** @param {FromWorker} message */
  hear(message) {
    if (this.#over) return;
    if (message.type === 'unstarted') this.fail(new Error(message.message));
    if (message.type !== 'progress') return;
    const { rows, state, checkpoint } = message;
    this.#update = state.update;
    if (checkpoint) {
      this.#checkpoint = checkpoint;
      this.#checkpointUpdate = state.update;
    }
    if (state.update > this.#highest || state.ended !== '') this.#deaths = 0;
    this.#highest = Math.max(this.#highest, state.update);
    this.#wake();
    this.#hooks.onProgress(rows, state);
  }

  /** Its worker died. @returns {boolean} whether it should begin again */
  died() {
    this.#link = null;
    this.#deaths += 1;
    if (this.#over) return false;
    if (this.#deaths >= mostDeaths) {
      this.fail(new Error('its worker died again and again'));
      return false;
    }
    this.#hooks.onReplaced();
    return !this.#over;
  }

  /** @param {Error} error */
  fail(error) {
    if (this.#over) return;
    this.drop(error);
    this.#hooks.onFailed(error);
  }

  /** Nothing is told any more; what waits is rejected. @param {Error} [error] */
  drop(error = new Error('the run was dropped')) {
    if (this.#over) return;
    this.#over = error;
    this.#link?.post({ type: 'drop', run: this.id });
    this.#link = null;
    this.#wake();
  }

  get over() {
    return this.#over !== null;
  }

  #wake() {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
