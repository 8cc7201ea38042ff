// The site's files, fetched from the folder of this script. Scripts that contain them all have embedded.js in place of this module.
import hashes from 'eta:hashes';
import { hashOf } from './hash.js';
import { PoolError } from './pool-error.js';

/** The module stands in two files. */
export const isSplit = true;

/** A server may take this many milliseconds to begin its answer, and to send all of it. */
const [toBegin, toEnd] = [15_000, 60_000];

/**
 * Loads a file whole and unharmed.
 * @param {string} file beside this script
 * @param {boolean} [again] whether an earlier attempt has failed: then no cache is used
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a PoolError that has the file
 */
export async function load(file, again = false) {
  const abort = new AbortController();
  const limit = (/** @type {number} */ time) => setTimeout(() => abort.abort(), time);
  const timers = [limit(toBegin), limit(toEnd)];
  try {
    const response = await fetch(new URL(file, import.meta.url), { cache: again ? 'reload' : 'default', signal: abort.signal });
    clearTimeout(timers[0]);
    const { ok, status } = response;
    if (!ok) throw new PoolError('status', `${file}: ${status}`, { file, status });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (hashOf(bytes) !== hashes[file]) throw new PoolError('damaged', `${file}: ${bytes.length} other bytes`, { file });
    return bytes;
  } catch (error) {
    if (error instanceof PoolError) throw error;
    throw new PoolError(abort.signal.aborted ? 'silent' : 'unreachable', `${file}: ${error}`, { file });
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
