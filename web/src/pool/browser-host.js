// What the pool needs of a browser: loading files, starting workers, and the one pool that all elements of a page share.

import { load } from 'eta:files';
import workerText from 'eta:worker';
import { Pool } from './pool.js';
import { PoolError } from './pool-error.js';

/**
 * @typedef {import('../lib/messages.js').PoolEnvironment} PoolEnvironment
 * @typedef {import('../lib/messages.js').WorkerLike} WorkerLike
 */

/**
 * The pool closes this many milliseconds after the last element has left: an element that is moved within the page leaves and joins again.
 */
const closeDelay = 2000;

/** @returns {Promise<import('../lib/messages.js').LoadedModule>} rejects with a PoolError */
async function loadModule() {
  if (typeof WebAssembly === 'undefined') throw new PoolError('no_wasm', 'no WebAssembly');
  const response = await load('eta.wasm');
  try {
    const typed = response.headers.get('content-type') === 'application/wasm' && WebAssembly.compileStreaming;
    const wasm = typed ? await WebAssembly.compileStreaming(response) : await WebAssembly.compile(await response.arrayBuffer());
    return { wasm, url: response.url };
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw new PoolError('unreachable', String(error));
    throw new PoolError(mayCompile() ? 'no_simd' : 'forbidden', String(error));
  }
}

/** Whether the page's policy allows compiling any module, tried with the smallest one, of eight bytes. */
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

/** Whether the page's policy forbids starting workers. */
let isForbidden = false;
globalThis.document?.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  isForbidden ||=
    effectiveDirective === 'require-trusted-types-for' ||
    (blockedURI.startsWith('blob') && /^(worker|child|script)-src/.test(effectiveDirective));
});

/** The address of the script, for all workers. It is never revoked, as some browsers read it only after the constructor has returned. */
let workerUrl = '';

/**
 * Makes the script's address acceptable where a page requires Trusted Types, by the policy `etalab`.
 * @param {string} url
 * @returns {string}
 */
function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  try {
    return (
      trustedTypes?.createPolicy('etalab', { createScriptURL: (/** @type {string} */ address) => address }).createScriptURL(url) ?? url
    );
  } catch {
    // The page does not allow the policy; whether it requires one is found when the worker is started.
    isForbidden = true;
    return url;
  }
}

/** Starts a classic worker from a blob: a module worker fails on file:// and in sandboxed frames. @returns {WorkerLike} */
function startWorker() {
  workerUrl ||= trusted(URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' })));
  return /** @type {WorkerLike} */ (/** @type {unknown} */ (new Worker(workerUrl)));
}

/** @type {Pool | null} */
let pool = null;
let members = 0;

/** Joins the page's pool, which the first element opens. @returns {{ pool: Pool, leave: () => void }} */
export function joinPool() {
  const limit = navigator.hardwareConcurrency || 1;
  pool ??= new Pool({ startWorker, loadModule, loadAsset, limit, isForbidden: () => isForbidden });
  members += 1;
  const joined = pool;
  let left = false;
  const leave = () => {
    if (left) return;
    left = true;
    members -= 1;
    setTimeout(() => closeUnused(joined), closeDelay);
  };
  return { pool: joined, leave };
}

/** Closes the pool if no element has joined it again. @param {Pool} joined */
function closeUnused(joined) {
  if (members > 0 || pool !== joined) return;
  pool = null;
  joined.close();
}
