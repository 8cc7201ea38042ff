// Workers for tests: the worker's own code behind real message ports, in this thread; a pool's host that counts what it is asked for.
import { MessageChannel } from 'node:worker_threads';
import { serve } from '../../web/src/worker/service.js';
import { emptyWasm } from './fake-eta.mjs';

/**
 * @typedef {import('../../web/src/lib/messages.js').PortLike} PortLike
 * @typedef {import('../../web/src/lib/messages.js').WorkerLike} WorkerLike
 * @typedef {Omit<import('../../web/src/worker/service.js').ServiceOptions, 'defer'>} Options
 */

/** @type {WorkerLike[]} */
const made = [];

/** Ends what a test has left, as it does when it fails half-way. */
export function endWorkers() {
  for (const worker of made.splice(0)) worker.terminate();
}

/**
 * @param {Options} options
 * @returns {WorkerLike}
 */
export function localWorker(options) {
  const { port1, port2 } = new MessageChannel();
  let ended = false;
  /** @param {() => void} task what a real worker would do after its end is not done either */
  const defer = (task) => setImmediate(() => ended || task());
  serve(/** @type {PortLike} */ (/** @type {unknown} */ (port2)), { defer, ...options });
  const worker = /** @type {any} */ (port1);
  worker.terminate = () => {
    ended = true;
    port1.close();
    port2.close();
  };
  worker.onerror = null;
  made.push(worker);
  return worker;
}

/**
 * @param {Options} options
 * @param {number} [limit]
 */
export function localHost(options, limit = 2) {
  /** @type {WorkerLike[]} */
  const workers = [];
  /** @type {string[]} */
  const loaded = [];
  return {
    workers,
    loaded,
    limit,
    startWorker() {
      const worker = localWorker(options);
      workers.push(worker);
      return worker;
    },
    async loadWasm() {
      loaded.push('wasm');
      return WebAssembly.compile(emptyWasm);
    },
    /** @param {string} asset */
    async loadAsset(asset) {
      loaded.push(asset);
      return Uint8Array.of(1, 2, 3);
    },
  };
}
