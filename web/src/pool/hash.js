// A file is compared with that of the build by a hash (FNV-1a), which tells a cut, damaged or other file, and also where a page that is not
// secure has no crypto.subtle. It does not protect from who means harm: that is the task of the connection.

/** @param {Uint8Array} bytes */
export function hashOf(bytes) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash >>> 0;
}
