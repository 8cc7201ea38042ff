// Measures the updates per second of eta_steps, alternating between native and WebAssembly: build-scripts/bench [--rounds N] [RUN...]
//
// Each measurement is a separate process that times itself, so start-up and compilation of WebAssembly's first tier are excluded;
// but for the race of milliseconds, each is long enough that the second tier is reached early. Both must end with the same weights.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from '../paths.mjs';
import { quantile } from './quantile.mjs';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '1' } },
  allowPositionals: true,
});

/** @typedef {{ name: string, run: string, sizes?: [inputs: number, classes: number] }} Bench */
/** @type {Bench[]} */
const standard = [
  { name: 'digits 64-32-10, batch 8, SGD', run: 'data=digits hidden=32 batch=8' },
  // No data set has 784 inputs: random numbers, as many samples as the digits have.
  { name: '784-128-64-10, batch 32, Adam', run: 'data=digits hidden=128-64 batch=32 opt=adam lr=0.001', sizes: [784, 10] },
  { name: 'moons 2-8-8-2, batch 32, SGD', run: 'data=moons hidden=8-8 act=tanh batch=32' },
];
const race = { name: 'the default race', run: 'preset=default' };

/** @type {Record<string, string[]>} */
const programs = { native: [`${root}build/bench/native/eta_steps`], wasm: [process.execPath, `${root}build/bench/wasm/eta_steps.cjs`] };

/** @param {string} kind @param {Bench} bench @returns {{ updates: number, seconds: number, hash: string }} */
function measure(kind, { run, sizes = undefined }) {
  const [file, ...before] = programs[kind];
  const words = [...before, `${root}cpp/assets/digits.bin`, run, ...(sizes ?? []).map(String)];
  const [updates, seconds, hash] = execFileSync(file, words, { encoding: 'utf8' }).trim().split(' ');
  return { updates: Number(updates), seconds: Number(seconds), hash };
}

/** Formats median, minimum and maximum. @param {number[]} numbers @param {number} [digits] */
const spread = (numbers, digits = 0) => [0.5, 0, 1].map((part) => quantile(numbers, part).toFixed(digits).padStart(9)).join('');

/**
 * Prints one line with both kinds, which alternate, and the ratio of each round.
 * @param {Bench} bench
 * @param {(measured: { updates: number, seconds: number }) => number} figure
 * @param {number} [digits]
 */
function compare(bench, figure, digits) {
  /** @type {Record<string, number[]>} */
  const figures = { native: [], wasm: [] };
  const hashes = new Set();
  for (let round = 0; round < Number(values.rounds); round++) {
    // The kinds are first alternately.
    for (const kind of round % 2 ? ['wasm', 'native'] : ['native', 'wasm']) {
      const measured = measure(kind, bench);
      figures[kind].push(figure(measured));
      hashes.add(measured.hash);
    }
  }
  if (hashes.size !== 1) throw new Error(`the weights differ: ${[...hashes].join(' ')} in ${bench.run}`);
  const ratios = figures.wasm.map((wasm, i) => wasm / figures.native[i]);
  const columns = `${spread(figures.native, digits)}  |${spread(figures.wasm, digits)}  |${spread(ratios, 2)}`;
  process.stdout.write(`${columns}  | ${bench.name}\n`);
}

/** Sets the run's steps to what the native program does in the requested time. @param {Bench} bench @returns {Bench} */
function lengthened(bench) {
  const longer = (/** @type {number} */ steps) => ({ ...bench, run: `${bench.run} steps=${steps} evaluate=100%` });
  measure('native', longer(200));
  const { updates, seconds } = measure('native', longer(500));
  return longer(Math.min(1e7, Math.max(500, Math.round((Number(values.seconds) * updates) / seconds))));
}

const heading = 'native: median    min      max  |WebAssembly: the same       |WebAssembly / native       |\n';
process.stdout.write(`Updates per second, ${values.rounds} rounds\n${heading}`);
for (const bench of positionals.length ? positionals.map((run) => ({ name: run, run })) : standard)
  compare(lengthened(bench), ({ updates, seconds }) => updates / seconds);
if (!positionals.length) {
  process.stdout.write(`Milliseconds, ${values.rounds} rounds\n${heading}`);
  compare(race, ({ seconds }) => 1000 * seconds, 1);
}
