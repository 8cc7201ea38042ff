// Reads #include and import lines and fails on any edge that the architecture does not have: node tests/layers.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { arrowsUp, circles, floorsOf, mutualPairs } from './graph.mjs';

/** @typedef {import('./graph.mjs').Edges} Edges */

const ground = ['math', 'random', 'describe', 'language'];
const middle = ['schedule', 'optimizer', 'network', 'data'];
const core = [...ground, ...middle, 'stop', 'run', 'train', 'report'];
/** What a folder of the C++ side may include. @type {Edges} */
const cpp = {
  math: [],
  random: ['math'],
  describe: ['math'],
  language: ['math', 'describe'],
  ...Object.fromEntries(middle.map((name) => [name, ground])),
  stop: [...ground, 'schedule'],
  run: [...ground, ...middle, 'stop'],
  train: [...ground, ...middle, 'stop', 'run'],
  report: [...ground, ...middle, 'stop', 'run', 'train'],
  cli: core,
  bindings: core,
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
/** @type {Edges} */
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

/** @param {string} path such as cpp/eta/math/exp.cpp @returns {string} math */
const cppFolder = (path) => /^cpp\/(?:eta\/)?(\w+)\//.exec(path)?.[1] ?? '';

/** @param {string} text @returns {{ bracket: string, name: string }[]} */
const includesOf = (text) =>
  [...withoutComments(text).matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)].map(([, bracket, name]) => ({ bracket, name }));

/** @param {string} name as it is included @returns {string} its folder, '' for one that is written without */
const includedFolder = (name) => {
  const parts = name.split('/');
  return parts.length < 2 ? '' : parts[0] === 'eta' ? parts[1] : parts[0];
};

/** @param {string} path such as cpp/eta/math/exp.cpp @param {string} text @returns {string[]} what is wrong */
function checkCpp(path, text) {
  const from = cppFolder(path);
  if (!(from in cpp)) return [`${path}: the architecture has no directory '${from}'`];
  const wrong = [];
  for (const { bracket, name } of includesOf(text)) {
    const to = includedFolder(name);
    if (bracket === '"') {
      if (to === '' && path.startsWith('cpp/eta/')) wrong.push(`${path}: "${name}" is written without its directory`);
      else if (to !== '' && to !== from && !cpp[from].includes(to)) wrong.push(`${path}: ${from} must not include ${to} ("${name}")`);
    } else if (name.split('/')[0] in foreign && !foreign[name.split('/')[0]].includes(from)) {
      wrong.push(`${path}: ${from} must not include <${name}>`);
    }
  }
  return wrong;
}

/** @param {string} module without web/src/ and .js */
const groupOf = (module) => Object.keys(groups).find((name) => groups[name].includes(module)) ?? 'page';

/** @param {string} path such as web/src/charts/chart.js @returns {string} charts/chart */
const moduleOf = (path) => path.replace(/^\/?web\/src\//, '').replace(/\.js$/, '');

/** @param {string} text @returns {string[]} what it imports, as written */
const importsOf = (text) => [...withoutComments(text).matchAll(/\b(?:import|from)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map(([, , name]) => name);

/** @param {string} path such as web/src/charts/chart.js @param {string} name as it is imported @returns {string} from the project's root */
const targetOf = (path, name) => new URL(name, `file:///${path}`).pathname;

/** @param {string} path such as web/src/charts/chart.js @param {string} text @returns {string[]} what is wrong */
function checkWeb(path, text) {
  const module = moduleOf(path);
  const from = groupOf(module);
  const wrong = [];
  for (const name of importsOf(text)) {
    if (!name.startsWith('.')) {
      const users = packages[name];
      if (!(name.startsWith('eta:') && !users && from === 'page') && !users?.includes(module)) {
        wrong.push(`${path}: ${module} must not import '${name}'`);
      }
      continue;
    }
    const target = targetOf(path, name);
    if (target.startsWith('/web/words/')) continue;
    const to = groupOf(moduleOf(target));
    if (!target.startsWith('/web/src/')) wrong.push(`${path}: '${name}' is not part of the page`);
    else if (to !== from && !web[from].includes(to)) wrong.push(`${path}: ${from} must not import ${to} ('${name}')`);
  }
  return wrong;
}

const isCpp = (/** @type {string} */ path) => /^cpp\/.*\.[ch]pp$/.test(path);
const isWeb = (/** @type {string} */ path) => /^web\/src\/.*\.js$/.test(path);

/** @param {Iterable<[string, string]>} files path from the project's root, and text @returns {string[]} a line for each bad edge */
export function badEdges(files) {
  const wrong = [];
  for (const [path, text] of files) {
    if (isCpp(path)) wrong.push(...checkCpp(path, text));
    else if (isWeb(path)) wrong.push(...checkWeb(path, text));
  }
  return wrong;
}

/** The folders of each side, whatever its table allows: how a file's folder is found, and those that it includes or imports. */
const sides = {
  cpp: {
    table: cpp,
    has: isCpp,
    folderOf: cppFolder,
    /** @param {string} _path @param {string} text */
    targets: (_path, text) => includesOf(text).flatMap(({ bracket, name }) => (bracket === '"' ? [includedFolder(name)] : [])),
  },
  web: {
    table: web,
    has: isWeb,
    /** @param {string} path */
    folderOf: (path) => groupOf(moduleOf(path)),
    /** @param {string} path @param {string} text */
    targets: (path, text) =>
      importsOf(text).flatMap((name) => {
        const target = name.startsWith('.') ? targetOf(path, name) : '';
        return target.startsWith('/web/src/') ? [groupOf(moduleOf(target))] : [];
      }),
  },
};

/** The arrows between folders that the files really have.
 * @param {Iterable<[string, string]>} files @param {typeof sides[keyof typeof sides]} side @returns {Edges} */
function edgesOf(files, { has, folderOf, targets }) {
  /** @type {Record<string, Set<string>>} */
  const found = {};
  for (const [path, text] of files) {
    if (!has(path)) continue;
    const from = folderOf(path);
    found[from] ??= new Set();
    for (const to of targets(path, text)) if (to !== '' && to !== from) found[from].add(to);
  }
  return Object.fromEntries(Object.entries(found).map(([from, to]) => [from, [...to].sort()]));
}

/** @param {Iterable<[string, string]>} files @returns {Record<string, Shape>} of each side
 * @typedef {{ folders: number, arrows: number, circles: string[][], pairs: string[][], up: string[][] }} Shape */
export function shapesOf(files) {
  const all = [...files];
  /** @param {typeof sides[keyof typeof sides]} side @returns {Shape} */
  const shapeOf = (side) => {
    const edges = edgesOf(all, side);
    const arrows = Object.values(edges).flat().length;
    const up = circles(side.table).length > 0 ? [] : arrowsUp(edges, floorsOf(side.table));
    return {
      folders: Object.keys(edges).length,
      arrows,
      circles: [...circles(side.table), ...circles(edges)],
      pairs: mutualPairs(edges),
      up,
    };
  };
  return Object.fromEntries(Object.entries(sides).map(([name, side]) => [name, shapeOf(side)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = ['cpp', 'web/src'].flatMap((dir) => {
    return readdirSync(root + dir, { recursive: true }).map((name) => `${dir}/${name}`);
  });
  const files = paths.filter((path) => /\.([ch]pp|js)$/.test(path));
  /** @type {[string, string][]} */
  const texts = files.map((path) => [path, readFileSync(root + path, 'utf8')]);
  const wrong = badEdges(texts);
  for (const [side, { folders, arrows, circles, pairs, up }] of Object.entries(shapesOf(texts))) {
    wrong.push(...circles.map((each) => `${side}: a circle: ${[...each, each[0]].join(' -> ')}`));
    wrong.push(...up.map((each) => `${side}: an arrow back up: ${each.join(' -> ')}`));
    const counts = `${circles.length} circles, ${up.length} back up, ${pairs.length} pairs that need each other`;
    process.stdout.write(`${side}: ${folders} folders, ${arrows} arrows, ${counts}\n`);
  }
  for (const line of wrong) process.stderr.write(`${line}\n`);
  process.stdout.write(`${files.length} files read, ${wrong.length} wrong\n`);
  process.exitCode = wrong.length || !files.length ? 1 : 0;
}
