// The workers of a page: one desk that answers and never trains, and up to `limit` others among which the racers are divided.

import { PoolError, poolError } from './pool-error.js';
import { TrainingSession } from './training-session.js';
import { WorkerClient, WorkerCrashed } from './worker-client.js';

/**
 * @typedef {import('./training-session.js').SessionHooks} SessionHooks
 * @typedef {import('./training-session.js').SessionSource} SessionSource
 * @typedef {import('../lib/messages.js').PoolEnvironment} PoolEnvironment
 * @typedef {import('../lib/messages.js').Question} Question
 */

/** Deaths after which a question is not asked again, or, of workers that never opened the module, no further one is started. */
const maxCrashes = 3;

export class Pool {
  #environment;
  #wasm;
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
    this.#wasm = environment.loadWasm();
    this.#wasm.catch((error) => this.#end(poolError(error, 'unreachable')));
    this.#queryWorker = this.#open();
    this.ready = this.#whenReady();
    this.ready.catch(() => {});
  }

  async #whenReady() {
    for (;;) {
      try {
        await this.#wasm;
        return await this.#queryWorker.ready;
      } catch (error) {
        if (this.#closedBy) throw this.#closedBy;
        if (!(error instanceof WorkerCrashed)) throw poolError(error, 'unreachable');
      }
    }
  }

  /**
   * Asks the desk; when the desk dies of something else, its successor is asked.
   * @param {Question} question
   * @returns {Promise<any>} rejects with a PoolError, or Refused
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
    throw new PoolError('died', `no worker lived to answer ${question.kind}`);
  }

  /**
   * Starts a racer where the fewest are; it trains nothing before it is given an aim.
   * @param {SessionSource} source its text must be without problems
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
    return new WorkerClient(this.#startWorker(), this.#wasm, this.#environment.secondary, {
      onMessage: (message) => 'session' in message && this.#sessions.get(message.session)?.onMessage(message),
      onCrashed: (worker) => this.#replace(worker),
    });
  }

  #startWorker() {
    try {
      return this.#environment.startWorker();
    } catch (error) {
      return crashedWorker(String(error));
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

  /** @param {string} asset fetched once; after a failure, again */
  #asset(asset) {
    const known = this.#assets.get(asset);
    if (known) return known;
    const loading = this.#environment.loadAsset(asset);
    loading.catch(() => this.#assets.delete(asset));
    this.#assets.set(asset, loading);
    return loading;
  }

  /** A worker without a racer, a new one if there may be more, or the one with the fewest racers. */
  #leastBusy() {
    const [least] = Array.from(this.#workers).sort(([, a], [, b]) => a.size - b.size);
    if (least && (least[1].size === 0 || this.#workers.size >= Math.max(1, this.#environment.limit))) return least[0];
    const worker = this.#open();
    this.#workers.set(worker, new Set());
    return worker;
  }

  /** @param {WorkerClient} worker that has died */
  #replace(worker) {
    this.#failedStarts = worker.hasOpened ? 0 : this.#failedStarts + 1;
    if (this.#failedStarts >= maxCrashes) {
      this.#end(new PoolError(this.#environment.isForbidden?.() ? 'forbidden' : 'died', 'workers die before they can work'));
      return;
    }
    if (worker === this.#queryWorker) this.#queryWorker = this.#open();
    const orphans = this.#workers.get(worker) ?? [];
    this.#workers.delete(worker);
    for (const session of orphans) {
      if (session.onWorkerCrashed()) this.#place(session);
      else this.#sessions.delete(session.id);
    }
  }
}

/**
 * Stands for a worker that could not even be started: it dies at once, as others do later.
 * @param {string} message
 */
function crashedWorker(message) {
  /** @type {import('../lib/messages.js').WorkerLike} */
  const worker = { postMessage() {}, onmessage: null, onerror: null, onmessageerror: null, terminate() {} };
  queueMicrotask(() => worker.onerror?.({ message }));
  return worker;
}
