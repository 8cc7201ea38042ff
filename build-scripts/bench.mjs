// Steps per second of the program, native and WebAssembly in turn, over several rounds: node build-scripts/bench.mjs [--rounds N] [RUN...]
//
// A round is a short and a long run of each; their difference holds neither start-up, data nor compilation. Validation is measured
// once, after the last update, in both. Medians over the rounds.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ options: { rounds: { type: 'string', default: '7' } }, allowPositionals: true });

/** About how long the long run takes, in seconds. */
const enough = 1;
const standard = [
  'data=digits hidden=32 batch=8 opt=sgd',
  'data=digits hidden=128-64 batch=32 opt=adam lr=0.001',
  'data=moons hidden=8-8 act=tanh batch=32 opt=sgd',
];
/** @type {Record<string, string[]>} */
const programs = { native: [`${root}build/native/eta`], wasm: [process.execPath, `${root}build/wasm/eta.cjs`] };

/** @param {string[]} program @param {string} run @param {number} steps @returns {number} seconds */
function seconds(program, run, steps) {
  const [file, ...before] = program;
  const start = process.hrtime.bigint();
  const text = [...before, 'train', run, `steps=${steps}`, 'evaluate=100%', 'schedule=constant', '--every', String(steps)];
  execFileSync(file, text, { stdio: ['ignore', 'ignore', 'inherit'] });
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

process.stdout.write('steps per second          native       wasm   wasm/native   run\n');
for (const run of positionals.length ? positionals : standard) {
  // As many steps as the native program makes in the time wished for.
  let steps = 1000;
  while (steps < 1e6 && seconds(programs.native, run, steps) < enough) steps *= 2;
  /** @type {Record<string, number[]>} */
  const rates = { native: [], wasm: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, program] of Object.entries(programs)) {
      const short = seconds(program, run, steps / 10);
      const long = seconds(program, run, steps);
      rates[name].push((steps * 0.9) / (long - short));
    }
  }
  const ratio = median(rates.wasm.map((rate, i) => rate / rates.native[i]));
  const columns = [median(rates.native).toFixed(0), median(rates.wasm).toFixed(0)].map((text) => text.padStart(11));
  process.stdout.write(`                   ${columns.join('')}   ${ratio.toFixed(2).padStart(11)}   ${run}\n`);
}
