// The real module and the native program, for tests that compare them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {{ default: import('../../web/src/engine/eta-module.js').CreateEta }} made by the build */
const glue = await import(`${root}build/wasm/eta.mjs`);

/** @returns {{ createEta: import('../../web/src/engine/eta-module.js').CreateEta, wasm: Uint8Array<ArrayBuffer> }} */
export function realEta() {
  return {
    createEta: glue.default,
    wasm: new Uint8Array(readFileSync(`${root}build/wasm/eta.wasm`)),
  };
}

/** What `eta check --json` says of the empty text; the page has it from its build. */
export const defaultRun = () => JSON.parse(eta('check', '--json', '').join('\n'));

/** @param {string} asset */
export function assetBytes(asset) {
  return new Uint8Array(readFileSync(`${root}build/wasm/assets/${asset}.bin`));
}

/** The lines that the native program prints. @param {...string} args */
export function eta(...args) {
  return execFileSync(`${root}build/native/eta`, args, { encoding: 'utf8', maxBuffer: 64e6 }).trimEnd().split('\n');
}
