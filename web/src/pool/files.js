// The site's files, fetched from beside this script. The scripts that hold everything take embedded.js in its place.
import { PoolError } from './pool-error.js';

/** Where the module's second part is. @type {string | undefined} */
export const secondary = new URL('eta.second.wasm', import.meta.url).href;

/** @param {string} path beside this script @returns {Promise<Response>} */
export async function load(path) {
  const response = await fetch(new URL(path, import.meta.url)).catch((error) => {
    throw new PoolError('unreachable', `${path}: ${error}`);
  });
  if (!response.ok) throw new PoolError('unreachable', `${path}: ${response.status}`);
  return response;
}
