// The real module and the native program, for tests that compare them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {{ createEta: import('../../web/src/eta-module.js').CreateEta, wasm: Uint8Array<ArrayBuffer> }} */
export function realEta() {
  return {
    createEta: createRequire(import.meta.url)(`${root}build/wasm/eta.js`),
    wasm: new Uint8Array(readFileSync(`${root}build/wasm/eta.wasm`)),
  };
}

/** @param {string} asset */
export function assetBytes(asset) {
  return new Uint8Array(readFileSync(`${root}build/wasm/assets/${asset}.bin`));
}

/** The lines that the native program prints. @param {...string} args */
export function eta(...args) {
  return execFileSync(`${root}build/native/eta`, args, { encoding: 'utf8', maxBuffer: 64e6 }).trimEnd().split('\n');
}
