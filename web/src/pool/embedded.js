// The site's files for a script that holds them all: gzipped, then written in base64. Takes the place of files.js.
import files from 'eta:embedded';
import { PoolError } from './pool-error.js';

/** Here the module is whole. @type {string | undefined} */
export const secondary = undefined;

/** @param {string} path as beside the served page @returns {Promise<Response>} */
export async function load(path) {
  const text = files[path];
  if (text === undefined) throw new PoolError('unreachable', path);
  if (typeof DecompressionStream === 'undefined') throw new PoolError('no_wasm', 'nothing to decompress with');
  // Not fetch('data:…'): a page may forbid every connection.
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain, { headers: { 'content-type': path.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream' } });
}
