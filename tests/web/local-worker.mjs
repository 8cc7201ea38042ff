// Workers for tests run the worker's code behind real message ports in this thread; a pool's environment records what is loaded.
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

/** Ends the workers that a test has left, as when it fails. */
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
  /** @param {() => void} task is not run after the worker's end, as in a real worker */
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
export function localEnvironment(options, limit = 2) {
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
    async loadModule() {
      loaded.push('wasm');
      return { wasm: await WebAssembly.compile(emptyWasm) };
    },
    /** @param {string} asset */
    async loadAsset(asset) {
      loaded.push(asset);
      return Uint8Array.of(1, 2, 3);
    },
  };
}
