// What the pool needs of a browser: loading files, starting workers, and the one pool that all elements of a page share.

import { isSplit, load } from 'eta:files';
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

/** The page waits this many milliseconds after it is ready before it fetches what it may need later. */
const aheadDelay = 3000;

/** @param {string} path @param {boolean} again @returns {Promise<WebAssembly.Module>} rejects with a PoolError */
async function loadWasm(path, again) {
  if (typeof WebAssembly === 'undefined') throw new PoolError('no_wasm', 'no WebAssembly');
  const bytes = await load(path, again);
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // The bytes are those of the build, so it is the browser that cannot compile them.
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new PoolError(!mayCompile() ? 'forbidden' : WebAssembly.validate(simd) ? 'unknown' : 'no_simd', String(error));
  }
}

/** The smallest module: eight bytes. */
const empty = [0, 97, 115, 109, 1, 0, 0, 0];
/** A module with one function of three instructions, of which one is SIMD. */
const simd = Uint8Array.of(...empty, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);

/** Whether the page's policy allows compiling any module. */
function mayCompile() {
  try {
    return !!new WebAssembly.Module(Uint8Array.from(empty));
  } catch {
    return false;
  }
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
  if (typeof Worker === 'undefined') throw new PoolError('no_worker', 'no Worker');
  workerUrl ||= trusted(URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' })));
  return /** @type {WorkerLike} */ (/** @type {unknown} */ (new Worker(workerUrl)));
}

/** @type {Pool | null} */
let pool = null;
let members = 0;

/** Joins the page's pool, which the first element opens. @returns {{ pool: Pool, leave: () => void }} */
export function joinPool() {
  pool ??= openPool();
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

function openPool() {
  const opened = new Pool({
    startWorker,
    loadModule: async (again) => ({ wasm: await loadWasm('eta.wasm', again) }),
    ...(isSplit && { loadSecondary: (again) => loadWasm('eta.secondary.wasm', again) }),
    loadAsset: (asset, again) => load(`assets/${asset}.bin`, again),
    limit: navigator.hardwareConcurrency || 1,
    isForbidden: () => isForbidden,
  });
  holdHidden(opened);
  opened.ready.then(() => setTimeout(() => whenIdle(() => opened.fetchAhead()), aheadDelay)).catch(() => {});
  return opened;
}

/** Runs a task when the browser has nothing else to do. @param {() => void} task */
const whenIdle = (task) => ('requestIdleCallback' in globalThis ? requestIdleCallback(task) : task());

/** A page that nobody sees does not train; one that is left or frozen has been hidden before. @param {Pool} opened */
const holdHidden = (opened) => opened.hold(document.visibilityState === 'hidden');
globalThis.document?.addEventListener('visibilitychange', () => pool && holdHidden(pool));
globalThis.addEventListener?.('online', () => pool?.retry());

/** The time of the last tick. */
let ticked = 0;
/** Ticks the pool, but not when the page was hidden, frozen or asleep since the last tick: its workers were as well. */
function tick() {
  const now = performance.now();
  if (document.visibilityState === 'visible' && now - ticked < 2000) pool?.tick();
  ticked = now;
}
if (globalThis.document) setInterval(tick, 1000);

/** Closes the pool if no element has joined it again. @param {Pool} joined */
function closeUnused(joined) {
  if (members > 0 || pool !== joined) return;
  pool = null;
  joined.close();
}
