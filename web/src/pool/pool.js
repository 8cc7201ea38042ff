// The workers of a page: a query worker answers questions and never trains; up to `limit` others share the training sessions.

import { PoolError, poolError } from './pool-error.js';
import { TrainingSession } from './training-session.js';
import { WorkerClient, WorkerCrashed } from './worker-client.js';

/**
 * @typedef {import('./training-session.js').SessionHooks} SessionHooks
 * @typedef {import('./training-session.js').SessionSource} SessionSource
 * @typedef {import('../lib/messages.js').PoolEnvironment} PoolEnvironment
 * @typedef {import('../lib/messages.js').Question} Question
 */

/** After this many crashes a question is not asked again, and no further worker is started if none could open the module. */
const maxCrashes = 3;

export class Pool {
  #environment;
  #module;
  /** @type {Map<string, Promise<Uint8Array>>} */ #assets = new Map();
  /** @type {Map<WorkerClient, Set<TrainingSession>>} */ #workers = new Map();
  /** @type {Map<number, TrainingSession>} */ #sessions = new Map();
  /** @type {WorkerClient} */ #queryWorker;
  #started = 0;
  #failedStarts = 0;
  /** @type {PoolError | null} */ #closedBy = null;

  /** @param {PoolEnvironment} environment */
  constructor(environment) {
    this.#environment = environment;
    this.#module = environment.loadModule();
    this.#module.catch((error) => this.#end(poolError(error, 'unreachable')));
    this.#queryWorker = this.#open();
    this.ready = this.#whenReady();
    this.ready.catch(() => {});
  }

  async #whenReady() {
    for (;;) {
      try {
        await this.#module;
        return await this.#queryWorker.ready;
      } catch (error) {
        if (this.#closedBy) throw this.#closedBy;
        if (!(error instanceof WorkerCrashed)) throw poolError(error, 'unreachable');
      }
    }
  }

  /**
   * Asks the query worker, and after a crash its replacement.
   * @param {Question} question
   * @returns {Promise<any>} rejects with a PoolError or a QuestionRefused
   */
  async ask(question) {
    for (let crashes = 0; crashes < maxCrashes; crashes += 1) {
      if (this.#closedBy) throw this.#closedBy;
      try {
        return await this.#queryWorker.ask(question);
      } catch (error) {
        if (this.#closedBy) throw this.#closedBy;
        if (!(error instanceof WorkerCrashed)) throw error;
      }
    }
    throw new PoolError('died', `every worker crashed that was asked ${question.kind}`);
  }

  /**
   * Starts a training session at the worker with the fewest; it trains nothing before its target is set.
   * @param {SessionSource} source with a text that has no problems
   * @param {SessionHooks} hooks
   */
  start(source, hooks) {
    this.#started += 1;
    const session = new TrainingSession(this.#started, source, hooks);
    this.#sessions.set(session.id, session);
    this.#place(session);
    return session;
  }

  /** @param {TrainingSession} session */
  dispose(session) {
    session.dispose();
    this.#sessions.delete(session.id);
    for (const sessions of this.#workers.values()) sessions.delete(session);
  }

  close() {
    this.#end(new PoolError('closed', 'the pool was closed'));
  }

  /** @param {PoolError} error */
  #end(error) {
    if (this.#closedBy) return;
    this.#closedBy = error;
    for (const session of this.#sessions.values()) session.fail(error);
    for (const worker of this.#workers.keys()) worker.end(error);
    this.#queryWorker?.end(error);
    this.#sessions.clear();
    this.#workers.clear();
  }

  #open() {
    return new WorkerClient(this.#startWorker(), this.#module, {
      onMessage: (message) => 'session' in message && this.#sessions.get(message.session)?.onMessage(message),
      onCrashed: (worker) => this.#replace(worker),
    });
  }

  #startWorker() {
    try {
      return this.#environment.startWorker();
    } catch (error) {
      return unstartableWorker(String(error));
    }
  }

  /** @param {TrainingSession} session */
  async #place(session) {
    const { asset } = session.source;
    try {
      const bytes = asset === '' ? null : await this.#asset(asset);
      if (this.#closedBy) throw this.#closedBy;
      if (session.closed) return;
      const worker = this.#leastBusy();
      this.#workers.get(worker)?.add(session);
      if (bytes && !worker.provided.has(asset)) worker.post({ type: 'provide', asset, bytes });
      worker.provided.add(asset);
      session.begin(worker);
    } catch (error) {
      this.#sessions.delete(session.id);
      session.fail(poolError(error, 'unreachable'));
    }
  }

  /** Loads a data set once, or again after a failure. @param {string} asset */
  #asset(asset) {
    const known = this.#assets.get(asset);
    if (known) return known;
    const loading = this.#environment.loadAsset(asset);
    loading.catch(() => this.#assets.delete(asset));
    this.#assets.set(asset, loading);
    return loading;
  }

  /** Gives a worker without sessions, else a new one up to the limit, else the one with the fewest sessions. */
  #leastBusy() {
    const [leastBusy] = Array.from(this.#workers).sort(([, a], [, b]) => a.size - b.size);
    if (leastBusy && (leastBusy[1].size === 0 || this.#workers.size >= Math.max(1, this.#environment.limit))) return leastBusy[0];
    const worker = this.#open();
    this.#workers.set(worker, new Set());
    return worker;
  }

  /** Replaces a crashed worker, and moves its sessions to others. @param {WorkerClient} worker */
  #replace(worker) {
    this.#failedStarts = worker.hasOpened ? 0 : this.#failedStarts + 1;
    if (this.#failedStarts >= maxCrashes) {
      this.#end(
        new PoolError(this.#environment.isForbidden?.() ? 'forbidden' : 'died', 'workers crash before they have opened the module'),
      );
      return;
    }
    if (worker === this.#queryWorker) this.#queryWorker = this.#open();
    const interrupted = this.#workers.get(worker) ?? [];
    this.#workers.delete(worker);
    for (const session of interrupted) {
      if (session.onWorkerCrashed()) this.#place(session);
      else this.#sessions.delete(session.id);
    }
  }
}

/**
 * Represents a worker that could not be started: it reports a crash at once.
 * @param {string} message
 */
function unstartableWorker(message) {
  /** @type {import('../lib/messages.js').WorkerLike} */
  const worker = { postMessage() {}, onmessage: null, onerror: null, onmessageerror: null, terminate() {} };
  queueMicrotask(() => worker.onerror?.({ message }));
  return worker;
}
