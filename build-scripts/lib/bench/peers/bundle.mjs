// Makes build/peers/site: one script for each library's worker, the module as the site ships it, and the data sets.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { root } from '../../paths.mjs';

const modules = `${root}build/peers/node_modules`;
export const site = `${root}build/peers/site`;

/** @param {string} name of an npm package */
export const versionOf = (name) => JSON.parse(readFileSync(`${modules}/${name}/package.json`, 'utf8')).version;

/** @param {string[]} names of files beside this one */
export async function makePeers(names) {
  mkdirSync(`${site}/assets`, { recursive: true });
  for (const file of ['eta.wasm', 'eta.secondary.wasm', 'assets/digits.bin', 'assets/mnist_1000.bin'])
    cpSync(`${root}build/site/${file}`, `${site}/${file}`);
  for (const kind of ['', '-simd']) {
    const file = `tfjs-backend-wasm${kind}.wasm`;
    cpSync(`${modules}/@tensorflow/tfjs-backend-wasm/dist/${file}`, `${site}/${file}`);
  }
  writeFileSync(`${site}/index.html`, '<!doctype html><title>Peers</title>');
  for (const name of names) await bundle(name);
}

/** @param {string} name */
async function bundle(name) {
  await esbuild.build({
    stdin: {
      contents: `import { serve } from './worker.mjs'; import * as peer from './${name}.mjs'; serve(peer);`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    outfile: `${site}/${name}.js`,
    bundle: true,
    format: 'esm',
    minify: true,
    nodePaths: [modules],
    alias: { 'eta:glue': `${root}build/wasm/eta.mjs` },
    logLevel: 'error',
  });
}
