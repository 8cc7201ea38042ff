// Measures updates per second of the articles' networks and two small ones, natively, as WebAssembly and in PyTorch, JAX and Keras, alternating.
//
// Each measurement is a separate process on one thread that times itself after compilation.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { root } from '../paths.mjs';
import { quantile } from './quantile.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const environments = `${process.env.XDG_CACHE_HOME || `${homedir()}/.cache`}/etalab/reference-`;

/**
 * The problems are those of tests/reference/speed/problem.py. Each is evaluated once, at the end; the other frameworks do not evaluate.
 * They train on dense random numbers, and take the same time for others.
 * @type {{ name: string, title: string, updates: number, asset?: string, run: string, sizes?: [inputs: number, classes: number] }[]}
 */
const articles = [
  {
    name: 'a',
    title: 'A: 100-64-1, batch 32, SGD',
    updates: 4000,
    run: 'data=features hidden=64 loss=binary_cross_entropy lr=0.1 batch=32',
  },
  {
    name: 'b',
    title: 'B: 784-128-64-10, batch 32, Adam, MNIST',
    updates: 600,
    asset: 'build/assets/mnist_1000.bin',
    run: 'data=mnist hidden=128-64 opt=adam lr=0.001 batch=32',
  },
  {
    name: 'b',
    title: 'B: the same on dense random inputs',
    updates: 600,
    asset: 'cpp/assets/digits.bin',
    run: 'data=digits hidden=128-64 opt=adam lr=0.001 batch=32',
    sizes: [784, 10],
  },
  {
    name: 'digits',
    title: 'digits 64-32-10, batch 8, SGD',
    updates: 4000,
    asset: 'cpp/assets/digits.bin',
    run: 'data=digits hidden=32 lr=0.1 batch=8',
  },
  { name: 'moons', title: 'moons 2-8-8-2, batch 32, SGD', updates: 4000, run: 'data=moons hidden=8-8 act=tanh lr=0.1 batch=32' },
];

/** @param {string} framework */
const python = (framework) => [`${environments}${framework}/bin/python`, `${root}tests/reference/speed/with_${framework}.py`];
/** @type {Record<string, string[]>} */
const programs = {
  native: [`${root}build/bench/native/eta_steps`],
  wasm: [process.execPath, `${root}build/bench/wasm/eta_steps.cjs`],
  torch: python('torch'),
  optax: python('optax'),
  keras: python('keras'),
};

for (const [name, [file]] of Object.entries(programs)) {
  if (existsSync(file)) continue;
  process.stderr.write(`${name} is left out: ${file} is not there; tests/reference/make ${name} installs it.\n`);
  delete programs[name];
}

/** @param {string} name @param {typeof articles[number]} article @returns {number} updates a second */
function measure(name, article) {
  const [file, ...before] = programs[name];
  const own = name === 'native' || name === 'wasm';
  const { asset, sizes = [] } = article;
  // Ours would otherwise be over before it can be timed.
  const run = `${article.run} steps=${10 * article.updates} evaluate=100%`;
  const words = own ? [asset ? root + asset : '-', run, ...sizes.map(String)] : [article.name, String(article.updates)];
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const printed = execFileSync(file, [...before, ...words], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [updates, seconds] = printed.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return updates / seconds;
}

process.stdout.write(`Updates per second, medians of ${values.rounds} rounds (min … max)\n`);
for (const article of articles) {
  /** @type {Record<string, number[]>} */
  const figures = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    const names = Object.keys(programs);
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      figures[name].push(measure(name, article));
    }
  }
  process.stdout.write(`${article.title}\n`);
  for (const [name, all] of Object.entries(figures)) {
    const [min, median, max] = [0, 0.5, 1].map((part) => quantile(all, part).toFixed(0));
    const ratio = quantile(
      all.map((x, i) => x / figures.native[i]),
      0.5,
    ).toFixed(2);
    process.stdout.write(`  ${name.padEnd(7)}${median.padStart(8)}  (${min} … ${max})  ${ratio} of native\n`);
  }
}
