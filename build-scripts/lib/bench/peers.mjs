// Measures updates per second in Chromium, of the module and of other libraries: build-scripts/bench peers [--rounds N]
//
// Each library has a worker and one thread, and all are started by one page. They take turns, and train the same network from the same
// weights on the same samples, which are in memory before; before that, one batch is trained everywhere, and its loss must become the same.
// Then the module alone: how the time of an update grows with the network, the batch and the length of the run.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { onSite } from './on-site.mjs';
import { makePeers, site, versionOf } from './peers/bundle.mjs';
import { growth } from './peers/growth.mjs';
import { networks } from './peers/networks.mjs';
import { quantile } from './quantile.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
/** Each measurement takes so long; in two, the fastest network would be at its last update. */
const seconds = 1;

/** The module stands first. @type {Record<string, { title: string, from?: string }>} */
const peers = {
  module: { title: 'EtaLab' },
  'tensorflow-wasm': { title: 'TensorFlow.js, wasm', from: '@tensorflow/tfjs-core' },
  'tensorflow-cpu': { title: 'TensorFlow.js, cpu', from: '@tensorflow/tfjs-core' },
  convnet: { title: 'ConvNetJS', from: 'convnetjs' },
  jax: { title: 'jax-js, wasm', from: '@jax-js/jax' },
};
const names = Object.keys(peers);

/** After so many updates of one batch, losses differ by at most this part; single precision makes the difference. */
const checked = { updates: 30, tolerance: 1e-3 };

/** Runs in the page: `ask` calls a function of a library's worker. @param {string[]} names */
function startWorkers(names) {
  const workers = Object.fromEntries(names.map((name) => [name, new Worker(`${name}.js`, { type: 'module' })]));
  const ask = (/** @type {string} */ name, /** @type {unknown[]} */ ...message) =>
    new Promise((done, fail) => {
      const worker = workers[name];
      worker.onmessage = ({ data }) => (data.error ? fail(new Error(`${name}: ${data.error}`)) : done(data.value));
      worker.onerror = ({ message: text }) => fail(new Error(`${name}: ${text}`));
      worker.postMessage(message);
    });
  Object.assign(globalThis, { ask });
  return Promise.all(names.map((name) => ask(name, 'open')));
}

/**
 * Calls a function of a library's worker with what the network starts with.
 * @param {import('playwright-core').Page} page @param {string} name @param {string} called
 * @param {import('./peers/peer.js').Network} network @param {boolean} single @param {number} number
 * @returns {Promise<any>}
 */
const askWithStart = (page, name, called, network, single, number) =>
  page.evaluate(
    async ({ name, called, network, single, number }) => {
      const { ask } = /** @type {any} */ (globalThis);
      return ask(name, called, await ask('module', 'startOf', network, single), number);
    },
    { name, called, network, single, number },
  );

/** Stops if a library does not train as the module does. @param {import('playwright-core').Page} page @returns the largest difference */
async function check(page) {
  let largest = 0;
  for (const network of networks) {
    /** @type {number | undefined} */
    let own;
    for (const name of names) {
      const { first, last } = await askWithStart(page, name, 'losses', network, true, checked.updates);
      own ??= /** @type {number} */ (last);
      const difference = Math.abs(last / own - 1);
      largest = Math.max(largest, difference);
      if (!(last < first && difference < checked.tolerance))
        throw new Error(`${network.title}: the loss of ${peers[name].title} goes from ${first} to ${last}, and ours to ${own}`);
    }
  }
  return largest;
}

/** @param {string} line */
const print = (line) => process.stdout.write(`${line.trimEnd()}\n`);

/** Formats median, minimum and maximum. @param {number[]} numbers @param {number} digits */
const spread = (numbers, digits) => {
  const [median, min, max] = [0.5, 0, 1].map((part) => quantile(numbers, part).toFixed(digits));
  return `${median.padStart(9)}  ${`(${min} … ${max})`.padEnd(20)}`;
};

/** @param {import('playwright-core').Page} page @param {import('./peers/peer.js').Network} network */
async function compare(page, network) {
  /** @type {Record<string, number[]>} */
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      rates[name].push((await askWithStart(page, name, 'measure', network, false, seconds)).rate);
    }
  }
  const best = rates.module.map((_, round) => Math.max(...names.slice(1).map((name) => rates[name][round])));
  print(`\n${network.title}`);
  for (const name of names) {
    const ratios = rates.module.map((own, round) => own / rates[name][round]);
    const ratio = name === 'module' ? '' : `×${spread(ratios, 1).trim()}`;
    print(`  ${peers[name].title.padEnd(20)}${spread(rates[name], 0)} ${ratio}`);
  }
  const ratios = rates.module.map((own, round) => own / best[round]);
  print(`  ${'the best of them'.padEnd(52)}×${spread(ratios, 1).trim()}`);
}

/**
 * Prints what an update costs the module, and by how much more than at best each unit of it.
 * @param {import('playwright-core').Page} page @param {import('./peers/growth.mjs').Growth} growth
 */
async function grow(page, { title, unit, rows }) {
  /** @type {number[][]} */
  const costs = rows.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, { network, updates }] of rows.entries()) costs[i].push(1 / (await rateOf(page, network, updates)));
  const bests = costs[0].map((_, round) => Math.min(...rows.map(({ units }, i) => costs[i][round] / units)));
  print(`\n${title}: microseconds an update, and how many times the least a ${unit}`);
  for (const [i, { name, units }] of rows.entries()) {
    const micro = costs[i].map((cost) => 1e6 * cost);
    const ratios = costs[i].map((cost, round) => cost / units / bests[round]);
    print(`  ${name.padEnd(30)}${spread(micro, 1)}  ×${spread(ratios, 2).trim()}`);
  }
}

/**
 * @param {import('playwright-core').Page} page @param {import('./peers/peer.js').Network} network @param {number} [updates] of a whole run
 * @returns {Promise<number>} updates a second
 */
async function rateOf(page, network, updates) {
  if (updates === undefined) return (await askWithStart(page, 'module', 'measure', network, false, seconds / 2)).rate;
  const { rate } = await page.evaluate(
    ({ network, updates, seconds }) => /** @type {any} */ (globalThis).ask('module', 'whole', network, updates, seconds),
    { network, updates, seconds: seconds / 2 },
  );
  return rate;
}

await makePeers(names);
await onSite(
  'peers.mjs',
  async (browser, origin) => {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    await page.evaluate(startWorkers, names);
    const versions = names.slice(1).map((name) => `${peers[name].title} ${versionOf(peers[name].from ?? '')}`);
    print(`${cpus()[0].model}; Chromium ${browser.version()}\n${versions.join('; ')}; one thread each`);
    print(`After ${checked.updates} updates of one batch the losses are the same up to ${(await check(page)).toExponential(0)}.\n`);
    print(`\nUpdates per second, medians of ${rounds} rounds (min … max), and how many times as many the module does`);
    for (const network of networks) await compare(page, network);
    for (const each of growth) await grow(page, each);
  },
  site,
);
