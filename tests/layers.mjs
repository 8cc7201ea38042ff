// Reads #include and import lines, also of types, and fails on any edge that the architecture does not have, and on any two files of one
// name: node tests/layers.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {Record<string, string[]>} Floors a folder, and the folders that it may use; each stands after those */

const ground = ['math', 'random', 'describe', 'language'];
const middle = ['schedule', 'optimizer', 'network', 'data'];
const all = [...ground, ...middle, 'train'];
/** @type {Floors} */
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

/** The rooms of web/src; `page.js` is what stands in none. @type {Floors} */
const web = {
  lib: [],
  engine: ['lib'],
  worker: ['lib', 'engine'],
  pool: ['lib'],
  lab: ['lib', 'pool'],
  ui: ['lib', 'lab'],
  charts: ['lib', 'lab', 'ui'],
  controls: ['lib', 'lab', 'ui', 'charts'],
  draw: ['lib', 'pool', 'lab', 'ui', 'charts'],
  model: ['lib', 'lab', 'ui', 'charts'],
  experiments: ['lib', 'pool', 'lab', 'ui', 'charts'],
  preview: ['lib', 'lab', 'ui', 'charts'],
  element: ['lib', 'pool', 'lab', 'ui', 'charts', 'controls', 'draw', 'model', 'experiments', 'preview'],
  'page.js': ['lib', 'lab', 'element'],
};

/** Who may include what is not ours, by the first part of its path. @type {Floors} */
const foreign = { Eigen: ['math'], unsupported: [], emscripten: ['bindings'] };

/** Which rooms may import what the bundler makes; npm packages none of them. @type {Floors} */
const made = {
  'eta:glue': ['worker'],
  'eta:worker': ['pool'],
  'eta:files': ['pool'],
  'eta:embedded': ['pool'],
  'eta:choices': ['controls'],
  'eta:describe': ['element'],
  'eta:picture': ['preview'],
};

/** @param {string} text @returns {string} without comments, in which anything may be named */
const withoutComments = (text) => text.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '');

/** @typedef {{ from: string, to: string, path: string, name: string }} Edge between two folders, and the line that makes it */

/** @param {string} path such as cpp/eta/math/exp.cpp @param {string} text @returns {{ edges: Edge[], wrong: string[] }} */
function readCpp(path, text) {
  const from = /^cpp\/(?:eta\/)?(\w+)\//.exec(path)?.[1] ?? '';
  if (!(from in cpp)) return { edges: [], wrong: [`${path}: the architecture has no directory '${from}'`] };
  /** @type {Edge[]} */ const edges = [];
  /** @type {string[]} */ const wrong = [];
  for (const [, bracket, name] of withoutComments(text).matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)) {
    const parts = name.split('/');
    if (bracket === '"' && parts.length < 2 && path.startsWith('cpp/eta/')) {
      wrong.push(`${path}: "${name}" is written without its directory`);
    } else if (bracket === '"' && parts.length > 1) {
      edges.push({ from, to: parts[0] === 'eta' ? parts[1] : parts[0], path, name });
    } else if (parts[0] in foreign && !foreign[parts[0]].includes(from)) {
      wrong.push(`${path}: ${from} must not include <${name}>`);
    }
  }
  return { edges, wrong };
}

/** @param {string} path from web/src @returns {string} its room, or its own name if it stands in none */
const roomOf = (path) => path.split('/')[0];

/** @param {string} path such as web/src/charts/chart.js @param {string} text @returns {{ edges: Edge[], wrong: string[] }} */
function readWeb(path, text) {
  const inside = path.slice('web/src/'.length);
  const from = roomOf(inside);
  if (!(from in web)) return { edges: [], wrong: [`${path}: the architecture has no room '${from}'`] };
  /** @type {Edge[]} */ const edges = [];
  /** @type {string[]} */ const wrong = [];
  // Types stand in comments: an import of a type is an edge too, what a comment names otherwise is not.
  for (const [, , name] of text.replace(/^\s*\/\/.*$/gm, '').matchAll(/\b(?:import|from)\s*\(?\s*(['"])([^'"\n]+)\1/g)) {
    if (!name.startsWith('.')) {
      if (!made[name]?.includes(from)) wrong.push(`${path}: ${from} must not import '${name}'`);
      continue;
    }
    const target = new URL(name, `file:///web/src/${inside}`).pathname;
    if (target.startsWith('/web/src/')) edges.push({ from, to: roomOf(target.slice('/web/src/'.length)), path, name });
    else if (!target.startsWith('/web/words/')) wrong.push(`${path}: '${name}' is not part of the page`);
  }
  return { edges, wrong };
}

/** @param {Edge[]} edges @param {Floors} floors @returns {string[]} */
function refused(edges, floors) {
  const bad = edges.filter(({ from, to }) => from !== to && !floors[from].includes(to));
  return bad.map(({ from, to, path, name }) => `${path}: ${from} must not use ${to} ('${name}')`);
}

/**
 * Folders that use each other, be it by way of others: none can be understood without all of them.
 * @param {Iterable<{ from: string, to: string }>} edges
 * @returns {string[]} a line for each
 */
export function circles(edges) {
  /** @type {Map<string, Set<string>>} */
  const uses = new Map();
  for (const { from, to } of edges) if (from !== to) uses.set(from, (uses.get(from) ?? new Set()).add(to));
  /** @type {Set<string>} */ const done = new Set();
  /** @type {string[]} */ const found = [];
  /** @param {string} folder @param {string[]} way */
  const follow = (folder, way) => {
    if (way.includes(folder)) found.push(`a circle: ${[...way.slice(way.indexOf(folder)), folder].join(' → ')}`);
    else if (!done.has(folder)) {
      for (const next of uses.get(folder) ?? []) follow(next, [...way, folder]);
      done.add(folder);
    }
  };
  for (const folder of uses.keys()) follow(folder, []);
  return found;
}

/** @param {Floors} floors @returns {string[]} a line for each arrow that leads back up: to a folder which stands later in the table */
export function upward(floors) {
  const order = Object.keys(floors);
  return order.flatMap((from, i) => floors[from].filter((to) => order.indexOf(to) > i).map((to) => `an arrow back up: ${from} → ${to}`));
}

/** @param {string} a @param {string} b @returns {boolean} whether one letter changed, put in or left out makes one of the other */
function isNear(a, b) {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return a.length - b.length === 0 ? restA.slice(1) === restB.slice(1) : restA.slice(1) === restB || restA === restB.slice(1);
}

/** @param {string[]} paths of modules of the page @returns {string[]} a line for each two whose names are the same or differ by a letter */
export function namesakes(paths) {
  const names = paths.map((path) => basename(path).replace(/(\.d)?\.[jt]s$/, ''));
  return paths.flatMap((path, i) =>
    paths
      .slice(0, i)
      .flatMap((other, k) => (names[i] !== 'index' && isNear(names[i], names[k]) ? [`${other} and ${path} are named alike`] : [])),
  );
}

/** @param {Iterable<[string, string]>} files path from the project's root, and text @returns {string[]} a line for each thing that is wrong */
export function badEdges(files) {
  const read = Array.from(files, ([path, text]) => ({ side: path.startsWith('cpp/') ? 'cpp' : 'web', path, text }));
  return Object.entries({ cpp, web }).flatMap(([side, floors]) => {
    const mine = read.filter((file) => file.side === side);
    const found = mine.map(({ path, text }) => (side === 'cpp' ? readCpp(path, text) : readWeb(path, text)));
    const edges = found.flatMap((each) => each.edges);
    return [...found.flatMap(({ wrong }) => wrong), ...refused(edges, floors), ...circles(edges), ...upward(floors)];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = ['cpp', 'web/src'].flatMap((dir) => readdirSync(root + dir, { recursive: true }).map((name) => `${dir}/${name}`));
  const files = paths.filter((path) => /^cpp\/.*\.[ch]pp$|^web\/src\/.*\.[jt]s$/.test(path));
  const wrong = [
    ...badEdges(files.map((path) => [path, readFileSync(root + path, 'utf8')])),
    ...namesakes(files.filter((path) => path.startsWith('web/'))),
  ];
  for (const line of wrong) process.stderr.write(`${line}\n`);
  process.stdout.write(`${files.length} files read, ${wrong.length} things wrong\n`);
  process.exitCode = wrong.length || !files.length ? 1 : 0;
}
