// Reads #include and import lines, also of types, and fails on any edge that the architecture does not have, and on any two files of one
// name: node tests/layers.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arrowsUp, circles, floorsOf, mutualPairs } from './graph.mjs';

/** @typedef {import('./graph.mjs').Edges} Edges */

const ground = ['math', 'random', 'describe', 'language'];
const middle = ['schedule', 'optimizer', 'network', 'data'];
const core = [...ground, ...middle, 'stop', 'run', 'train', 'export', 'report'];
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
  export: [...ground, ...middle, 'stop', 'run'],
  report: [...ground, ...middle, 'stop', 'run', 'train', 'export'],
  cli: core,
  bindings: core,
};

/** The rooms of web/src; `page.js` is what stands in none. @type {Edges} */
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

/** Who may include what is not ours, by the first part of its path. @type {Edges} */
const foreign = { Eigen: ['math'], unsupported: [], emscripten: ['bindings'] };

/** Which rooms may import what the bundler makes; npm packages none of them. @type {Edges} */
const made = {
  'eta:glue': ['worker'],
  'eta:default_run': ['worker'],
  'eta:worker': ['pool'],
  'eta:files': ['pool'],
  'eta:hashes': ['pool'],
  'eta:embedded': ['pool'],
  'eta:choices': ['controls'],
  'eta:exporters': ['controls'],
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

/** @param {Edge[]} edges @returns {Edges} the folders that each folder really uses */
function foldersOf(edges) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const { from, to } of edges) if (from !== to) found.set(from, (found.get(from) ?? new Set()).add(to));
  return Object.fromEntries(Array.from(found, ([from, to]) => [from, [...to].sort()]));
}

/**
 * @typedef {object} Shape of one side
 * @property {number} arrows between folders
 * @property {string[][]} circles @property {string[][]} pairs which use each other @property {string[][]} up arrows that do not lead down
 */

/** @param {Edge[]} edges @param {Edges} table @returns {Shape} */
function shapeOf(edges, table) {
  const found = foldersOf(edges);
  const isRound = circles(table).length > 0;
  return {
    arrows: Object.values(found).flat().length,
    circles: [...circles(table), ...circles(found)],
    pairs: mutualPairs(found),
    up: isRound ? [] : arrowsUp(found, floorsOf(table)),
  };
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

const isCpp = (/** @type {string} */ path) => /^cpp\/.*\.[ch]pp$/.test(path);
const isWeb = (/** @type {string} */ path) => /^web\/src\/.*\.[jt]s$/.test(path);

const sides = { cpp: { table: cpp, has: isCpp, read: readCpp }, web: { table: web, has: isWeb, read: readWeb } };

/**
 * @param {[string, string][]} files path from the project's root, and text
 * @returns {{ wrong: string[], shapes: Record<string, Shape> }} a line for each thing that is wrong
 */
export function check(files) {
  /** @type {string[]} */ const wrong = [];
  /** @type {Record<string, Shape>} */ const shapes = {};
  for (const [name, { table, has, read }] of Object.entries(sides)) {
    const found = files.filter(([path]) => has(path)).map(([path, text]) => read(path, text));
    const edges = found.flatMap((each) => each.edges);
    const refused = edges.filter(({ from, to }) => from !== to && !table[from].includes(to));
    const shape = shapeOf(edges, table);
    shapes[name] = shape;
    wrong.push(
      ...found.flatMap((each) => each.wrong),
      ...refused.map(({ from, to, path, name }) => `${path}: ${from} must not use ${to} ('${name}')`),
      // What the table allows leads down, unless the table itself is round.
      ...circles(table).map((circle) => `${name}: the plan has a circle: ${circle.join(' → ')}`),
    );
  }
  return { wrong: [...wrong, ...namesakes(files.map(([path]) => path).filter(isWeb))], shapes };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = ['cpp', 'web/src'].flatMap((dir) => readdirSync(root + dir, { recursive: true }).map((name) => `${dir}/${name}`));
  const files = paths.filter((path) => isCpp(path) || isWeb(path));
  const { wrong, shapes } = check(files.map((path) => [path, readFileSync(root + path, 'utf8')]));
  for (const line of wrong) process.stderr.write(`${line}\n`);
  for (const [name, { arrows, circles, pairs, up }] of Object.entries(shapes)) {
    process.stdout.write(`${name}: ${arrows} arrows, ${circles.length} circles, ${pairs.length} pairs, ${up.length} arrows up\n`);
  }
  process.stdout.write(`${files.length} files read, ${wrong.length} things wrong\n`);
  process.exitCode = wrong.length || !files.length ? 1 : 0;
}
