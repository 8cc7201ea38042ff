// The browser's side of the pool: where the files are, how a worker starts, and the one pool that all elements of a page share.

import { load, secondary } from 'eta:files';
import workerText from 'eta:worker';
import { Pool } from './pool.js';
import { PoolError } from './pool-error.js';

/**
 * @typedef {import('../lib/messages.js').PoolEnvironment} PoolEnvironment
 * @typedef {import('../lib/messages.js').WorkerLike} WorkerLike
 */

/** Milliseconds after the last element has left until the pool ends: an element that is moved within the page leaves and comes back. */
const patience = 2000;

async function loadWasm() {
  if (typeof WebAssembly === 'undefined') throw new PoolError('no_wasm', 'no WebAssembly');
  const response = await load('eta.wasm');
  try {
    const typed = response.headers.get('content-type') === 'application/wasm' && WebAssembly.compileStreaming;
    return typed ? await WebAssembly.compileStreaming(response) : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw new PoolError('unreachable', String(error));
    throw new PoolError(mayCompile() ? 'no_simd' : 'forbidden', String(error));
  }
}

/** Whether the page's policy lets any module be compiled: the least there is, eight bytes. */
function mayCompile() {
  try {
    return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return false;
  }
}

/** @param {string} asset */
async function loadAsset(asset) {
  const response = await load(`assets/${asset}.bin`);
  return new Uint8Array(await response.arrayBuffer());
}

/** If a worker cannot be started, it is the page's policy that does not let it. */
let isForbidden = false;
globalThis.document?.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  isForbidden ||=
    effectiveDirective === 'require-trusted-types-for' ||
    (blockedURI.startsWith('blob') && /^(worker|child|script)-src/.test(effectiveDirective));
});

/** One for all workers, kept: not every browser has read it when the constructor returns. */
let workerUrl = '';

/**
 * Where a page demands Trusted Types, the one address that a script is started from is made by the policy `etalab`.
 * @param {string} url
 * @returns {string}
 */
function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  try {
    return trustedTypes?.createPolicy('etalab', { createScriptURL: (/** @type {string} */ given) => given }).createScriptURL(url) ?? url;
  } catch {
    // The page does not allow the policy; whether it demands one shows when the worker is started.
    isForbidden = true;
    return url;
  }
}

/** @returns {WorkerLike} a classic worker from a blob: a module worker fails on file:// and in sandboxed frames */
function startWorker() {
  workerUrl ||= trusted(URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' })));
  return /** @type {WorkerLike} */ (/** @type {unknown} */ (new Worker(workerUrl)));
}

/** @type {Pool | null} */
let pool = null;
let members = 0;

/** @returns {{ pool: Pool, leave: () => void }} */
export function joinPool() {
  const limit = navigator.hardwareConcurrency || 1;
  pool ??= new Pool({ startWorker, loadWasm, secondary, loadAsset, limit, isForbidden: () => isForbidden });
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
