// Measures the nanoseconds of one rate, natively, as WebAssembly, in PyTorch and in optax, alternating: build-scripts/bench rates
//
// Ours are asked for at random updates; PyTorch's schedulers only step to the next one. The frameworks' trees have what they can express.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { root } from '../paths.mjs';
import { quantile } from './quantile.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const environments = `${process.env.XDG_CACHE_HOME || `${homedir()}/.cache`}/etalab/reference-`;

const schedules = [
  { name: 'plain', text: 'cosine(0.1)' },
  { name: 'warmed up', text: 'warmup(5%) then cosine(0.1)' },
  {
    name: 'tree of ten nodes',
    text: 'max(0.001, min(0.05, where(t < 50000, (warmup(5%) then repeat(cosine(0.1), every=1000, stretch=2)) * linear(1, to=0.5), 0.02)))',
  },
];
const run = `steps=100000 ${schedules.map(({ text }) => `schedule=${text}`).join(' ')}`;

/** @param {string} framework @param {string} count */
const python = (framework, count) => [
  `${environments}${framework}/bin/python`,
  `${root}tests/reference/speed/rates_with_${framework}.py`,
  count,
];

/** Each program prints a line a schedule; the numbers in it are these columns.
 * @type {{ command: string[], columns: string[] }[]} */
const programs = [
  { command: [`${root}build/bench/native/eta_rates`, '3000000', run], columns: ['native'] },
  { command: [process.execPath, `${root}build/bench/wasm/eta_rates.cjs`, '3000000', run], columns: ['WebAssembly'] },
  { command: python('torch', '20000'), columns: ['PyTorch, step()'] },
  { command: python('optax', '20000'), columns: ['optax', 'optax, compiled', 'optax, compiled, all updates at once'] },
].filter(({ command: [file], columns: [name] }) => {
  if (!existsSync(file)) process.stderr.write(`${name} is left out: ${file} is not there.\n`);
  return existsSync(file);
});

const columns = programs.flatMap(({ columns }) => columns);
/** Of each schedule and column, a figure a round. @type {number[][][]} */
const figures = schedules.map(() => columns.map(() => []));
for (let round = 0; round < Number(values.rounds); round++) {
  for (let k = 0; k < programs.length; k++) {
    const { command, columns: own } = programs[(k + round) % programs.length];
    const lines = execFileSync(command[0], command.slice(1), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n');
    lines.forEach((line, i) => {
      const numbers = line.split(' ').map(Number);
      own.forEach((name, j) => void figures[i][columns.indexOf(name)].push(numbers[j]));
    });
  }
}

process.stdout.write(`Nanoseconds for one rate, medians of ${values.rounds} rounds (min … max)\n`);
schedules.forEach(({ name, text }, i) => {
  process.stdout.write(`${name}: ${text}\n`);
  columns.forEach((column, j) => {
    const [min, median, max] = [0, 0.5, 1].map((part) => quantile(figures[i][j], part).toFixed(1));
    const ratios = figures[i][j].map((x, round) => x / figures[i][0][round]);
    process.stdout.write(`${median.padStart(12)}  (${min} … ${max})  ${quantile(ratios, 0.5).toFixed(2)} of native  ${column}\n`);
  });
});
