// The workers of a page: one desk that answers and never trains, and up to `limit` others among which the racers are divided.

import { PoolError, poolError } from './pool-error.js';
import { RemoteRun } from './training-session.js';
import { Link, LinkDied } from './worker-client.js';

/**
 * @typedef {import('./training-session.js').RunHooks} RunHooks
 * @typedef {import('./training-session.js').RunSource} RunSource
 * @typedef {import('../lib/messages.js').PoolHost} PoolHost
 * @typedef {import('../lib/messages.js').Question} Question
 */

/** Deaths after which a question is not asked again, or, of workers that never opened the module, no further one is started. */
const mostDeaths = 3;

export class Pool {
  #host;
  #wasm;
  /** @type {Map<string, Promise<Uint8Array>>} */ #assets = new Map();
  /** @type {Map<Link, Set<RemoteRun>>} */ #links = new Map();
  /** @type {Map<number, RemoteRun>} */ #runs = new Map();
  /** @type {Link} */ #desk;
  #started = 0;
  #stillborn = 0;
  /** @type {PoolError | null} */ #over = null;

  /** @param {PoolHost} host */
  constructor(host) {
    this.#host = host;
    this.#wasm = host.loadWasm();
    this.#wasm.catch((error) => this.#end(poolError(error, 'unreachable')));
    this.#desk = this.#open();
    this.ready = this.#whenReady();
    this.ready.catch(() => {});
  }

  async #whenReady() {
    for (;;) {
      try {
        await this.#wasm;
        return await this.#desk.ready;
      } catch (error) {
        if (this.#over) throw this.#over;
        if (!(error instanceof LinkDied)) throw poolError(error, 'unreachable');
      }
    }
  }

  /**
   * Asks the desk; when the desk dies of something else, its successor is asked.
   * @param {Question} question
   * @returns {Promise<any>} rejects with a PoolError, or Refused
   */
  async ask(question) {
    for (let deaths = 0; deaths < mostDeaths; deaths += 1) {
      if (this.#over) throw this.#over;
      try {
        return await this.#desk.ask(question);
      } catch (error) {
        if (this.#over) throw this.#over;
        if (!(error instanceof LinkDied)) throw error;
      }
    }
    throw new PoolError('died', `no worker lived to answer ${question.kind}`);
  }

  /**
   * Starts a racer where the fewest are; it trains nothing before it is given an aim.
   * @param {RunSource} source its text must be without problems
   * @param {RunHooks} hooks
   */
  start(source, hooks) {
    this.#started += 1;
    const run = new RemoteRun(this.#started, source, hooks);
    this.#runs.set(run.id, run);
    this.#place(run);
    return run;
  }

  /** @param {RemoteRun} run */
  drop(run) {
    run.drop();
    this.#runs.delete(run.id);
    for (const runs of this.#links.values()) runs.delete(run);
  }

  close() {
    this.#end(new PoolError('closed', 'the pool was closed'));
  }

  /** @param {PoolError} error */
  #end(error) {
    if (this.#over) return;
    this.#over = error;
    for (const run of this.#runs.values()) run.fail(error);
    for (const link of this.#links.keys()) link.end(error);
    this.#desk?.end(error);
    this.#runs.clear();
    this.#links.clear();
  }

  #open() {
    return new Link(this.#startWorker(), this.#wasm, this.#host.second, {
      onMessage: (message) => 'run' in message && this.#runs.get(message.run)?.hear(message),
      onDead: (link) => this.#replace(link),
    });
  }

  #startWorker() {
    try {
      return this.#host.startWorker();
    } catch (error) {
      return stillborn(String(error));
    }
  }

  /** @param {RemoteRun} run */
  async #place(run) {
    const { asset } = run.source;
    try {
      const bytes = asset === '' ? null : await this.#asset(asset);
      if (this.#over) throw this.#over;
      if (run.over) return;
      const link = this.#idlest();
      this.#links.get(link)?.add(run);
      if (bytes && !link.provided.has(asset)) link.post({ type: 'provide', asset, bytes });
      link.provided.add(asset);
      run.begin(link);
    } catch (error) {
      this.#runs.delete(run.id);
      run.fail(poolError(error, 'unreachable'));
    }
  }

  /** @param {string} asset fetched once; after a failure, again */
  #asset(asset) {
    const known = this.#assets.get(asset);
    if (known) return known;
    const loading = this.#host.loadAsset(asset);
    loading.catch(() => this.#assets.delete(asset));
    this.#assets.set(asset, loading);
    return loading;
  }

  /** A worker without a racer, a new one if there may be more, or the one with the fewest racers. */
  #idlest() {
    const [least] = Array.from(this.#links).sort(([, a], [, b]) => a.size - b.size);
    if (least && (least[1].size === 0 || this.#links.size >= Math.max(1, this.#host.limit))) return least[0];
    const link = this.#open();
    this.#links.set(link, new Set());
    return link;
  }

  /** @param {Link} link that has died */
  #replace(link) {
    this.#stillborn = link.wasReady ? 0 : this.#stillborn + 1;
    if (this.#stillborn >= mostDeaths) {
      this.#end(new PoolError(this.#host.isForbidden?.() ? 'forbidden' : 'died', 'workers die before they can work'));
      return;
    }
    if (link === this.#desk) this.#desk = this.#open();
    const orphans = this.#links.get(link) ?? [];
    this.#links.delete(link);
    for (const run of orphans) {
      if (run.died()) this.#place(run);
      else this.#runs.delete(run.id);
    }
  }
}

/**
 * Stands for a worker that could not even be started: it dies at once, as others do later.
 * @param {string} message
 */
function stillborn(message) {
  /** @type {import('../lib/messages.js').WorkerLike} */
  const worker = { postMessage() {}, onmessage: null, onerror: null, onmessageerror: null, terminate() {} };
  queueMicrotask(() => worker.onerror?.({ message }));
  return worker;
}
