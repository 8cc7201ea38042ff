// The site's files, fetched from the folder of this script. Scripts that contain them all have embedded.js in place of this module.
import hashes from 'eta:hashes';
import { hashOf } from './hash.js';
import { PoolError } from './pool-error.js';

/** The module stands in two files. */
export const isSplit = true;

/** A server that sends nothing for this many milliseconds is not waited for. */
const patience = 15_000;

/**
 * Loads a file whole and unharmed, at the second attempt past every cache.
 * @param {string} path beside this script
 * @param {boolean} [again] whether an earlier load has failed
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a PoolError that has the file
 */
export async function load(path, again = false) {
  try {
    return await attempt(path, again ? 'reload' : 'default');
  } catch (error) {
    if (again || (error instanceof PoolError && error.code === 'silent')) throw error;
    return attempt(path, 'reload');
  }
}

/** @param {string} path @param {RequestCache} cache */
async function attempt(path, cache) {
  const abort = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @template T @param {Promise<T>} answer */
  const inTime = (answer) => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), patience);
    return answer;
  };
  /** @param {import('./pool-error.js').FileErrorCode} code @param {unknown} cause @param {number} [status] */
  const failed = (code, cause, status = 0) => new PoolError(code, `${path}: ${cause}`, { file: path, status });
  try {
    const response = await inTime(fetch(new URL(path, import.meta.url), { cache, signal: abort.signal }));
    if (!response.ok) throw failed('status', response.status, response.status);
    const pieces = [];
    const reader = response.body?.getReader();
    for (;;) {
      const piece = await inTime(reader?.read() ?? Promise.reject('no body'));
      if (piece.done) break;
      pieces.push(piece.value);
    }
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    if (hashOf(bytes) !== hashes[path]) throw failed('damaged', `${bytes.length} other bytes`);
    return bytes;
  } catch (error) {
    if (error instanceof PoolError) throw error;
    throw failed(abort.signal.aborted ? 'silent' : 'unreachable', error);
  } finally {
    clearTimeout(timer);
  }
}
