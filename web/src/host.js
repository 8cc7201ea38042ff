// The browser's side of the pool: where the files are, how a worker starts, and the one pool that all elements of a page share.

import workerText from 'eta:worker';
import { Pool } from './pool.js';
import { PoolError } from './pool-error.js';

/**
 * @typedef {import('./messages.js').PoolHost} PoolHost
 * @typedef {import('./messages.js').WorkerLike} WorkerLike
 */

/** Milliseconds after the last element has left until the pool ends: an element that is moved within the page leaves and comes back. */
const patience = 2000;

/** @param {string} path beside this script */
async function load(path) {
  const response = await fetch(new URL(path, import.meta.url)).catch((error) => {
    throw new PoolError('unreachable', `${path}: ${error}`);
  });
  if (!response.ok) throw new PoolError('unreachable', `${path}: ${response.status}`);
  return response;
}

async function loadWasm() {
  if (typeof WebAssembly === 'undefined') throw new PoolError('no_wasm', 'no WebAssembly');
  const response = await load('eta.wasm');
  try {
    const typed = response.headers.get('content-type') === 'application/wasm' && WebAssembly.compileStreaming;
    return typed ? await WebAssembly.compileStreaming(response) : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) throw new PoolError('no_simd', String(error));
    throw new PoolError('unreachable', String(error));
  }
}

/** @param {string} asset */
async function loadAsset(asset) {
  const response = await load(`assets/${asset}.bin`);
  return new Uint8Array(await response.arrayBuffer());
}

/** One for all workers, kept: not every browser has read it when the constructor returns. */
let workerUrl = '';

/** @returns {WorkerLike} a classic worker from a blob: a module worker fails on file:// and in sandboxed frames */
function startWorker() {
  workerUrl ||= URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }));
  return /** @type {WorkerLike} */ (/** @type {unknown} */ (new Worker(workerUrl)));
}

/** @type {Pool | null} */
let pool = null;
let members = 0;

/** @returns {{ pool: Pool, leave: () => void }} */
export function joinPool() {
  pool ??= new Pool({ startWorker, loadWasm, loadAsset, limit: navigator.hardwareConcurrency || 1 });
  members += 1;
  const joined = pool;
  let left = false;
  const leave = () => {
    if (left) return;
    left = true;
    members -= 1;
    setTimeout(() => closeUnused(joined), patience);
  };
  return { pool: joined, leave };
}

/** @param {Pool} joined */
function closeUnused(joined) {
  if (members > 0 || pool !== joined) return;
  pool = null;
  joined.close();
}
