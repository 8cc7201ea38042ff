// Reads #include and import lines and fails on any edge that the architecture does not have: node tests/layers.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a directory of the C++ side may include besides itself. */
const ground = ['math', 'random', 'describe', 'language'];
const middle = ['schedule', 'optimizer', 'network', 'data'];
const all = [...ground, ...middle, 'train'];
/** @type {Record<string, string[]>} */
const cpp = {
  math: [],
  random: ['math'],
  describe: ['math'],
  language: ['math', 'describe'],
  ...Object.fromEntries(middle.map((name) => [name, ground])),
  train: [...ground, ...middle],
  cli: all,
  bindings: all,
};

/** Who may include what is not ours, by the first part of its path. */
/** @type {Record<string, string[]>} */
const foreign = { Eigen: ['math'], unsupported: [], emscripten: ['bindings'] };

/** The groups of the page's modules; a module that is not named is of the group `page`. */
/** @type {Record<string, string[]>} */
const groups = {
  plain: 'address blocks columns core-words decimate numbers offsets pace parted statistics words'.split(' '),
  engine: ['engine'],
  worker: ['history', 'service', 'training', 'worker'],
  pool: ['desk', 'link', 'pool', 'pool-error', 'remote-run'],
};
/** @type {Record<string, string[]>} */
const web = {
  plain: [],
  engine: ['plain'],
  worker: ['plain', 'engine'],
  // Pool and desk talk with workers by messages alone.
  pool: ['plain'],
  page: ['plain', 'pool'],
};
/** Which modules may import what is not a file of ours: npm packages, and what the bundler makes. */
/** @type {Record<string, string[]>} */
const packages = {
  'eta:glue': ['worker'],
  'eta:worker': ['host'],
  'eta:choices': ['controls/network-settings'],
  'eta:files': ['host'],
  'eta:embedded': ['embedded'],
};

/** @param {string} text @returns {string} without comments, in which anything may be named */
const withoutComments = (text) => text.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '');

/** @param {string} path such as cpp/eta/math/exp.cpp @param {string} text @returns {string[]} what is wrong */
function checkCpp(path, text) {
  const from = /^cpp\/(?:eta\/)?(\w+)\//.exec(path)?.[1] ?? '';
  if (!(from in cpp)) return [`${path}: the architecture has no directory '${from}'`];
  const wrong = [];
  for (const [, bracket, name] of withoutComments(text).matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)) {
    const parts = name.split('/');
    if (bracket === '"') {
      const to = parts[0] === 'eta' ? parts[1] : parts[0];
      if (parts.length < 2 && path.startsWith('cpp/eta/')) wrong.push(`${path}: "${name}" is written without its directory`);
      else if (parts.length > 1 && to !== from && !cpp[from].includes(to))
        wrong.push(`${path}: ${from} must not include ${to} ("${name}")`);
    } else if (parts[0] in foreign && !foreign[parts[0]].includes(from)) {
      wrong.push(`${path}: ${from} must not include <${name}>`);
    }
  }
  return wrong;
}

/** @param {string} module without web/src/ and .js */
const groupOf = (module) => Object.keys(groups).find((name) => groups[name].includes(module)) ?? 'page';

/** @param {string} path such as web/src/charts/chart.js @param {string} text @returns {string[]} what is wrong */
function checkWeb(path, text) {
  const module = path.slice('web/src/'.length).replace(/\.js$/, '');
  const from = groupOf(module);
  const wrong = [];
  const imports = /\b(?:import|from)\s*\(?\s*(['"])([^'"\n]+)\1/g;
  for (const [, , name] of withoutComments(text).matchAll(imports)) {
    if (!name.startsWith('.')) {
      const users = packages[name];
      if (!(name.startsWith('eta:') && !users && from === 'page') && !users?.includes(module)) {
        wrong.push(`${path}: ${module} must not import '${name}'`);
      }
      continue;
    }
    const target = new URL(name, `file:///web/src/${module}`).pathname;
    if (target.startsWith('/web/words/')) continue;
    const to = groupOf(target.replace(/^\/web\/src\//, '').replace(/\.js$/, ''));
    if (!target.startsWith('/web/src/')) wrong.push(`${path}: '${name}' is not part of the page`);
    else if (to !== from && !web[from].includes(to)) wrong.push(`${path}: ${from} must not import ${to} ('${name}')`);
  }
  return wrong;
}

/** @param {Iterable<[string, string]>} files path from the project's root, and text @returns {string[]} a line for each bad edge */
export function badEdges(files) {
  const wrong = [];
  for (const [path, text] of files) {
    if (/^cpp\/.*\.[ch]pp$/.test(path)) wrong.push(...checkCpp(path, text));
    else if (/^web\/src\/.*\.js$/.test(path)) wrong.push(...checkWeb(path, text));
  }
  return wrong;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = ['cpp', 'web/src'].flatMap((dir) => {
    return readdirSync(root + dir, { recursive: true }).map((name) => `${dir}/${name}`);
  });
  const files = paths.filter((path) => /\.([ch]pp|js)$/.test(path));
  const wrong = badEdges(files.map((path) => [path, readFileSync(root + path, 'utf8')]));
  for (const line of wrong) process.stderr.write(`${line}\n`);
  process.stdout.write(`${files.length} files read, ${wrong.length} bad edges\n`);
  process.exitCode = wrong.length || !files.length ? 1 : 0;
}
