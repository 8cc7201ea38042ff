// Bundles the worker and the page with esbuild, and makes them smaller with terser; what they import as `eta:…` is put in here.
import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { coreKeys } from '../../web/src/core-words.js';
import { englishOf, registryOf } from './registry.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What every bundle has in common; the least browsers are those with WebAssembly SIMD. */
const common = /** @satisfies {esbuild.BuildOptions} */ ({
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  target: ['chrome94', 'firefox93', 'safari16.4'],
  legalComments: 'none',
  logLevel: 'silent',
});

/**
 * The worker and the module's glue as one classic script.
 * @param {string} glue path of build/wasm/eta.js
 */
export async function bundleWorker(glue) {
  return bundle({
    ...common,
    entryPoints: [`${root}web/src/worker.js`],
    format: 'iife',
    // The glue asks for these only in Node, where this bundle does not run.
    external: ['fs', 'path', 'node:*', 'module', 'url'],
    plugins: [given({ 'eta:glue': { path: glue } })],
  });
}

/**
 * The page as module scripts: page.js, and what it fetches when it is wanted.
 * @param {{ worker: string, describe: string }} texts
 * @returns {Promise<{ name: string, text: string }[]>}
 */
export async function bundlePage(texts) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [`${root}web/src/page.js`],
    outdir: 'site',
    chunkNames: 'parts/[name]-[hash]',
    splitting: true,
    format: 'esm',
    plugins: [given({ ...made(texts), 'eta:files': { path: `${root}web/src/files.js` } }), words(texts.describe), cssAsText],
  });
  return Promise.all(outputFiles.map(async ({ path, text }) => ({ name: relative('site', path), text: await smaller(text, true) })));
}

/**
 * The page as one classic script that holds all its files.
 * @param {{ worker: string, describe: string, picture: string }} texts
 * @param {Record<string, string>} files gzipped, in base64
 */
export async function bundleWhole(texts, files) {
  return bundle({
    ...common,
    entryPoints: [`${root}web/src/page.js`],
    format: 'iife',
    plugins: [
      given({
        ...made(texts),
        'eta:files': { path: `${root}web/src/embedded.js` },
        'eta:embedded': { text: JSON.stringify(files), loader: 'json' },
      }),
      words(texts.describe),
      cssAsText,
    ],
  });
}

/** @param {{ worker: string, describe: string, picture?: string }} texts @returns {Record<string, Given>} */
function made({ worker, describe, picture = 'null' }) {
  return {
    'eta:worker': { text: worker, loader: 'text' },
    'eta:describe': { text: JSON.stringify(registryOf(JSON.parse(describe))), loader: 'json' },
    'eta:picture': { text: picture, loader: 'json' },
  };
}

/** @param {string} path a stylesheet that stands beside the page @returns {Promise<string>} minified */
export async function minifyStyles(path) {
  const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: common.target });
  return code;
}

/** @param {esbuild.BuildOptions} options */
async function bundle(options) {
  const { outputFiles } = await build(options);
  return smaller(outputFiles[0].text, false);
}

/** What esbuild leaves: names within functions, what is written twice. @param {string} text @param {boolean} module */
async function smaller(text, module) {
  // No function is put into another one: what it holds on to would live as long as what the other one holds.
  const compress = { passes: 3, inline: false, reduce_funcs: false };
  const { code } = await minify(text, { ecma: 2020, module, compress, format: { comments: false } });
  return code ?? text;
}

/** @param {esbuild.BuildOptions} options @returns {Promise<{ outputFiles: esbuild.OutputFile[] }>} */
async function build(options) {
  const { outputFiles = [], warnings } = await esbuild.build(options);
  for (const { text } of warnings) process.stderr.write(`esbuild: ${text}\n`);
  return { outputFiles };
}

/** @typedef {{ path: string } | { text: string, loader: esbuild.Loader }} Given */

/**
 * Modules that are not written but made: a file of the build, or a text.
 * @param {Record<string, Given>} modules
 * @returns {esbuild.Plugin}
 */
function given(modules) {
  return {
    name: 'given',
    setup(build) {
      build.onResolve({ filter: /^eta:\w+$/ }, ({ path }) => {
        const module = modules[path];
        if (!module) return { errors: [{ text: `nothing is given for ${path}` }] };
        return 'path' in module ? { path: module.path } : { path, namespace: 'given' };
      });
      build.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => {
        const module = modules[path];
        return 'text' in module ? { contents: module.text, loader: module.loader } : null;
      });
    },
  };
}

/**
 * The words of a language, in two files: of problems, and all others. The core's English joins that of web/words.
 * @param {string} describe
 * @returns {esbuild.Plugin}
 */
function words(describe) {
  const printed = JSON.parse(describe);
  const keys = coreKeys(registryOf(printed));
  /** @param {string} language @returns {Promise<[string, string][]>} */
  const all = async (language) => {
    const written = JSON.parse(await readFile(`${root}web/words/${language}.json`, 'utf8'));
    return Object.entries(language === 'en' ? { ...written, ...englishOf(printed) } : written);
  };
  const isProblem = (/** @type {[string, string]} */ [key]) => key.startsWith('problem.');
  /** @param {string} language @returns {Promise<esbuild.OnLoadResult>} */
  const most = async (language) => {
    const table = Object.fromEntries((await all(language)).filter((each) => !isProblem(each)));
    const texts = keys.map((key) => table[key]);
    for (const key of keys) delete table[key];
    const contents = `import describe from 'eta:describe';
      import { withKeys } from './core-words.js';
      export default { ...${JSON.stringify(table)}, ...withKeys(describe, ${JSON.stringify(texts)}) };`;
    return { contents, loader: 'js', resolveDir: `${root}web/src` };
  };
  /** @param {string} language @returns {Promise<esbuild.OnLoadResult>} */
  const ofProblems = async (language) => {
    const table = Object.fromEntries((await all(language)).filter(isProblem));
    return { contents: JSON.stringify(table), loader: 'json' };
  };
  return {
    name: 'words',
    setup(build) {
      build.onLoad({ filter: /\/web\/words\/\w+\.json$/ }, ({ path }) => most(basename(path, '.json')));
      build.onResolve({ filter: /^eta:problems\// }, ({ path }) => ({ path: `problems-${basename(path)}`, namespace: 'problems' }));
      build.onLoad({ filter: /.*/, namespace: 'problems' }, ({ path }) => ofProblems(path.replace('problems-', '')));
    },
  };
}

/** Styles go into adopted sheets, as text. @type {esbuild.Plugin} */
const cssAsText = {
  name: 'css-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await minifyStyles(path), loader: 'text' }));
  },
};
