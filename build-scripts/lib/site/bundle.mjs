// Bundles the worker and the page with Rollup and minifies them with esbuild and terser; it provides the modules `eta:…`.
import { readFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { root } from '../paths.mjs';
import { words } from './bundle-words.mjs';
import { firstModules } from './first-modules.mjs';
import { registryOf } from './registry.mjs';

/** The oldest browsers that have all that the page uses: findLast, and WebAssembly SIMD. README states them. */
const target = ['chrome97', 'firefox104', 'safari16.4'];

/**
 * Bundles the worker and the module's glue as one classic script.
 * @param {string} glue path of build/wasm/eta.mjs
 * @param {string} defaultRun what `eta check --json` says of the empty text
 */
export async function bundleWorker(glue, defaultRun) {
  const modules = { 'eta:glue': await readFile(glue, 'utf8'), 'eta:default_run': asModule(defaultRun) };
  return classic('worker/worker.js', [virtual(modules)]);
}

/**
 * Bundles the page as module scripts: page.js, and lazy chunks. What both need stays in page.js: that
 * makes few requests, and shared code is compressed with the rest.
 * @param {{ worker: string, describe: string }} texts
 * @param {Record<string, number>} hashes of the files that the page fetches
 * @returns {Promise<{ name: string, text: string }[]>}
 */
export async function bundlePage(texts, hashes) {
  const files = { 'eta:files': "export * from './pool/files.js';", 'eta:hashes': asModule(JSON.stringify(hashes)) };
  const plugins = [virtual({ ...made(texts), ...files }), words(texts.describe), data, again];
  const bundle = await rollup({ input: `${root}web/src/page.js`, plugins, onwarn });
  const first = firstModules();
  /**
   * Puts the element's lazy modules into one file, so that there are few requests; what edits a run and what a first visit sees of the
   * model are files of their own.
   * @param {string} id
   */
  const manualChunks = (id) => {
    const path = id.replace(`${root}web/src/`, '');
    if (/^model\/(view|digits|ink)\.js$/.test(path)) return 'view';
    if (/^lab\/(edits|run-text|match-styles)\.js$/.test(path)) return 'edits';
    return /^(lab|charts|controls|draw|ui)\/|^eta:(choices|exporters)$/.test(path) && !first.has(path) ? 'lazy' : null;
  };
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    manualChunks,
    onlyExplicitManualChunks: true,
  });
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  return Promise.all(chunks.map(async ({ fileName, code }) => ({ name: fileName, text: await smaller(code, true) })));
}

/**
 * Bundles the page as one classic script that holds all its files.
 * @param {{ worker: string, describe: string, picture: string }} texts
 * @param {Record<string, string>} files gzipped, in base64
 */
export async function bundleWhole(texts, files) {
  const modules = { ...made(texts), 'eta:files': "export * from './pool/embedded.js';", 'eta:embedded': asModule(JSON.stringify(files)) };
  return classic('page.js', [virtual(modules), words(texts.describe), data]);
}

/** @param {{ worker: string, describe: string, picture?: string }} texts @returns {Record<string, string>} */
function made({ worker, describe: printed, picture = 'null' }) {
  const registry = JSON.parse(printed);
  const { describe, choices } = registryOf(registry);
  return {
    'eta:worker': asModule(JSON.stringify(worker)),
    'eta:describe': asModule(JSON.stringify(describe)),
    'eta:choices': asModule(JSON.stringify(choices)),
    'eta:exporters': asModule(JSON.stringify(registry.exporters)),
    'eta:picture': asModule(picture),
  };
}

/** @param {string} path a style sheet beside the page @returns {Promise<string>} minified */
export async function minifyStyles(path) {
  const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target });
  return code;
}

/** @param {string} entry in web/src @param {import('rollup').Plugin[]} plugins */
async function classic(entry, plugins) {
  const bundle = await rollup({ input: `${root}web/src/${entry}`, plugins, onwarn });
  const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
  return smaller(output[0].code, false);
}

/**
 * Minifies Rollup's output, and replaces syntax that the oldest browsers do not have.
 * @param {string} text
 * @param {boolean} module
 */
async function smaller(text, module) {
  const lowered = await esbuild.transform(text, { target, minify: true, charset: 'utf8', legalComments: 'none' });
  // Functions are not inlined into others: an inlined one's variables would live as long as the other's closure.
  const compress = { passes: 3, inline: false, reduce_funcs: false };
  const { code } = await minify(lowered.code, { ecma: 2020, module, compress, format: { comments: false } });
  return code ?? text;
}

/** @param {import('rollup').RollupLog} warning */
function onwarn({ message }) {
  process.stderr.write(`rollup: ${message}\n`);
}

/** @param {string} json */
const asModule = (json) => `export default ${json};`;

/**
 * Provides virtual modules, as if they were files in web/src.
 * @param {Record<string, string>} modules their text, by what they are imported as
 * @returns {import('rollup').Plugin}
 */
function virtual(modules) {
  return {
    name: 'virtual',
    resolveId(id, importer) {
      if (id in modules) return id;
      return importer && importer in modules ? `${root}web/src/${id.replace('./', '')}` : null;
    },
    load: (id) => modules[id] ?? null,
  };
}

/** @type {import('rollup').Plugin} A part that failed is asked for under another address (web/src/lib/attempt.js). */
const again = {
  name: 'again',
  renderDynamicImport: () => ({ left: 'import(', right: '+(globalThis.etaAgain??""))' }),
};

/** @type {import('rollup').Plugin} Styles become text for adopted sheets. */
const data = {
  name: 'data',
  async load(id) {
    if (id.endsWith('.css')) return asModule(JSON.stringify(await minifyStyles(id)));
    if (id.endsWith('.json')) return asModule(await readFile(id, 'utf8'));
    return null;
  },
};
