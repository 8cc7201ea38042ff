// The workers of a page: a query worker answers questions and never trains; up to `limit` others share the training sessions.

import { PoolError, poolError } from './pool-error.js';
import { Supply } from './supply.js';
import { TrainingSession } from './training-session.js';
import { WorkerClient, WorkerCrashed, WorkerIncomplete } from './worker-client.js';

/**
 * @typedef {import('./training-session.js').SessionHooks} SessionHooks
 * @typedef {import('./training-session.js').SessionSource} SessionSource
 * @typedef {import('../lib/messages.js').PoolEnvironment} PoolEnvironment
 * @typedef {import('../lib/messages.js').Question} Question
 */

/** After this many crashes a question is not asked again, and no further worker is started if none could open the module. */
const maxCrashes = 3;

/** A question needs the module's secondary file, which has not come; it can be asked again after `arrival`. */
export class SecondaryAwaited extends Error {
  /** @param {Promise<unknown>} arrival */
  constructor(arrival) {
    super('the secondary file has not come');
    this.arrival = arrival;
  }
}

export class Pool {
  #environment;
  #module;
  /** @type {Supply<WebAssembly.Module>} */ #secondary;
  /** @type {Map<string, Supply<any>>} by what they are */ #supplies = new Map();
  /** @type {Set<() => void>} */ #views = new Set();
  /** @type {Map<WorkerClient, Set<TrainingSession>>} */ #workers = new Map();
  /** @type {Map<number, TrainingSession>} */ #sessions = new Map();
  /** @type {WorkerClient} */ #queryWorker;
  #started = 0;
  #failedStarts = 0;
  #isHeld = false;
  /** @type {PoolError | null} why the browser did not start a worker */ #startError = null;
  /** @type {PoolError | null} */ #closedBy = null;

  /** @param {PoolEnvironment} environment */
  constructor(environment) {
    this.#environment = environment;
    this.#module = this.#supply('module', (again) => environment.loadModule(again)).want();
    this.#secondary = this.#supply('secondary', async (again) => {
      if (!environment.loadSecondary) throw new PoolError('unknown', 'the module has no secondary file');
      return environment.loadSecondary(again);
    });
    for (const arrival of [this.#module, this.#secondary.arrival]) arrival.catch((error) => this.#end(error));
    this.#secondary.arrival.then(
      (secondary) => {
        for (const worker of this.#clients) worker.post({ type: 'complete', secondary });
      },
      () => {},
    );
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
        if (!(error instanceof WorkerCrashed)) throw poolError(error);
      }
    }
  }

  get #clients() {
    return [this.#queryWorker, ...this.#workers.keys()];
  }

  /**
   * @template T
   * @param {string} key
   * @param {(again: boolean) => Promise<T>} load
   * @returns {Supply<T>}
   */
  #supply(key, load) {
    const supply = this.#supplies.get(key) ?? new Supply(load, () => this.#onSupply());
    this.#supplies.set(key, supply);
    return supply;
  }

  #onSupply() {
    for (const view of this.#views) view();
  }

  /** The files that something waits for, each with the reason why it is not there. @returns {PoolError[]} */
  get missing() {
    return Array.from(this.#supplies.values()).flatMap(({ missing }) => missing ?? []);
  }

  /** @param {() => void} view is called when `missing` may have changed @returns {() => void} ends the subscription */
  subscribe(view) {
    this.#views.add(view);
    return () => this.#views.delete(view);
  }

  /** Asks again for all files that are missing. */
  retry() {
    for (const supply of this.#supplies.values()) if (supply.missing) supply.fetch();
  }

  /** Fetches the module's secondary file before it is needed. */
  fetchAhead() {
    if (this.#environment.loadSecondary) this.#secondary.fetch();
  }

  /** While it is held, nothing trains; questions are answered. @param {boolean} isHeld */
  hold(isHeld) {
    this.#isHeld = isHeld;
    for (const session of this.#sessions.values()) session.hold(isHeld);
  }

  /** Is called about every second in which the page was not frozen, so that a worker that says nothing when it should is noticed. */
  tick() {
    for (const worker of this.#clients) {
      const sessions = Array.from(this.#workers.get(worker) ?? []);
      worker.tick(sessions.some((session) => session.isTraining));
    }
  }

  /**
   * Asks the query worker, and after a crash its replacement.
   * @param {Question} question
   * @returns {Promise<any>} rejects with a PoolError, a QuestionRefused or SecondaryAwaited
   */
  async ask(question) {
    for (let crashes = 0; crashes < maxCrashes; crashes += 1) {
      if (this.#closedBy) throw this.#closedBy;
      try {
        return await this.#queryWorker.ask(question);
      } catch (error) {
        if (this.#closedBy) throw this.#closedBy;
        if (error instanceof WorkerIncomplete && error.isCause) throw new SecondaryAwaited(this.#secondary.want());
        if (error instanceof WorkerIncomplete) crashes -= 1;
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
    session.hold(this.#isHeld);
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
    const module = this.#module.then((loaded) => ({ ...loaded, secondary: this.#secondary.value }));
    return new WorkerClient(this.#startWorker(), module, {
      onMessage: (message) => 'session' in message && this.#sessions.get(message.session)?.onMessage(message),
      onCrashed: (worker, error) => this.#replace(worker, error),
    });
  }

  #startWorker() {
    try {
      return this.#environment.startWorker();
    } catch (error) {
      this.#startError = error instanceof PoolError ? error : new PoolError('no_worker', String(error));
      return unstartableWorker(String(error));
    }
  }

  /** @param {TrainingSession} session @param {Promise<unknown>} [before] what has to arrive before it can be placed */
  async #place(session, before) {
    const { asset } = session.source;
    try {
      await before;
      const bytes = asset === '' ? null : await this.#supply(asset, (again) => this.#environment.loadAsset(asset, again)).want();
      if (this.#closedBy) throw this.#closedBy;
      if (session.closed) return;
      const worker = this.#leastBusy();
      this.#workers.get(worker)?.add(session);
      if (bytes && !worker.provided.has(asset)) worker.post({ type: 'provide', asset, bytes });
      worker.provided.add(asset);
      session.begin(worker);
    } catch (error) {
      this.#sessions.delete(session.id);
      session.fail(poolError(error));
    }
  }

  /** Gives a worker without sessions, else a new one up to the limit, else the one with the fewest sessions. */
  #leastBusy() {
    const [leastBusy] = Array.from(this.#workers).sort(([, a], [, b]) => a.size - b.size);
    if (leastBusy && (leastBusy[1].size === 0 || this.#workers.size >= Math.max(1, this.#environment.limit))) return leastBusy[0];
    const worker = this.#open();
    this.#workers.set(worker, new Set());
    return worker;
  }

  /** Replaces a crashed worker, and moves its sessions to others. @param {WorkerClient} worker @param {WorkerCrashed} error */
  #replace(worker, error) {
    const before = error instanceof WorkerIncomplete ? this.#secondary.want() : undefined;
    this.#failedStarts = worker.hasOpened ? 0 : this.#failedStarts + 1;
    if (this.#failedStarts >= maxCrashes) {
      this.#end(this.#reasonOf(error));
      return;
    }
    if (worker === this.#queryWorker) this.#queryWorker = this.#open();
    const interrupted = this.#workers.get(worker) ?? [];
    this.#workers.delete(worker);
    for (const session of interrupted) {
      if (session.onWorkerCrashed(error)) this.#place(session, before);
      else this.#sessions.delete(session.id);
    }
  }

  /** Why no worker could open the module. @param {WorkerCrashed} error the last one's @returns {PoolError} */
  #reasonOf(error) {
    if (this.#environment.isForbidden?.()) return new PoolError('forbidden', error.message);
    return this.#startError ?? new PoolError(poolError(error).code === 'memory' ? 'memory' : 'died', error.message);
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
