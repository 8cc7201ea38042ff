// The site's files within a script that contains them all, gzipped and in base64. Such a script has this module in place of files.js.
import files from 'eta:embedded';
import { PoolError } from './pool-error.js';

/** The module stands in one file. */
export const isSplit = false;

/** @param {string} path as beside the served page @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function load(path) {
  const text = files[path];
  if (text === undefined) throw new PoolError('absent', `${path} is not in this script`);
  if (typeof DecompressionStream === 'undefined') throw new PoolError('no_wasm', 'nothing to decompress with');
  // A page may forbid every connection, so this is not fetch('data:…').
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
