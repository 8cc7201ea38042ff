// The site's files, fetched from the folder of this script. Scripts that contain them all have embedded.js in place of this module.
import { PoolError } from './pool-error.js';

/** @param {string} path beside this script @returns {Promise<Response>} */
export async function load(path) {
  const response = await fetch(new URL(path, import.meta.url)).catch((error) => {
    throw new PoolError('unreachable', `${path}: ${error}`);
  });
  if (!response.ok) throw new PoolError('unreachable', `${path}: ${response.status}`);
  return response;
}
