// The module that the page ships, as its workers start it. Unlike the others it shuffles the samples and keeps its telemetry.
import createEta from 'eta:glue';
import { openEngine } from '../../../../web/src/engine/engine.js';
import { denseImages, textOf } from './networks.mjs';

/** @type {WebAssembly.Module} */ let primary;
/** @type {WebAssembly.Module} */ let secondary;
/** @type {Map<string, Uint8Array>} */ const assets = new Map();

const bytesOf = async (/** @type {string} */ path) => (await fetch(new URL(path, self.location.href))).arrayBuffer();

export async function open() {
  primary = await WebAssembly.compile(await bytesOf('eta.wasm'));
  secondary = await WebAssembly.compile(await bytesOf('eta.secondary.wasm'));
  for (const name of ['digits', 'mnist_1000']) assets.set(name, new Uint8Array(await bytesOf(`assets/${name}.bin`)));
  assets.set('dense', denseImages(1000));
}

/** A trainer of an engine of its own: a module's compiled code is shared. @param {string} text @param {boolean} [dense] */
async function trainerOf(text, dense = false) {
  const engine = await openEngine({ createEta, wasm: primary });
  engine.complete(secondary);
  const { problems, run } = engine.read(text);
  if (!run) throw new Error(`${text}: ${problems.map(({ code }) => code).join(', ')}`);
  const bytes = assets.get(dense ? 'dense' : run.data.asset);
  if (bytes) engine.provide(run.data.asset, bytes);
  return engine.trainer(text, 1);
}

/**
 * What every library starts with.
 * @param {import('./peer.js').Network} network
 * @param {boolean} single
 * @returns {Promise<import('./peer.js').Start>}
 */
export async function startOf(network, single) {
  const trainer = await trainerOf(textOf(network, single), network.dense);
  return { network, single, weights: trainer.weights(), ...trainer.samples(false) };
}

/** @param {import('./peer.js').Start} start @returns {Promise<import('./peer.js').Training>} */
export async function make({ network, single }) {
  const trainer = await trainerOf(textOf(network, single), network.dense);
  return { run: async (updates) => advance(trainer, updates), delete: () => trainer.delete() };
}

/** @param {import('../../../../web/src/engine/trainer.js').Trainer} trainer @param {number} updates @returns {number} the last loss */
function advance(trainer, updates) {
  let loss = Number.NaN;
  for (let done = 0; done < updates; ) {
    const { batch_loss } = trainer.advance(Math.min(1024, updates - done)).updates;
    if (batch_loss.length === 0) throw new Error(`the training ended after ${trainer.state().update} updates`);
    done += batch_loss.length;
    loss = batch_loss[batch_loss.length - 1];
  }
  return loss;
}

/**
 * Trains whole runs, again and again.
 * @param {import('./peer.js').Network} network
 * @param {number} updates of each
 * @param {number} seconds at least
 * @returns {Promise<{ rate: number }>} updates a second
 */
export async function whole(network, updates, seconds) {
  let spent = 0;
  let done = 0;
  for (; spent < seconds; done += updates) {
    const trainer = await trainerOf(textOf(network, false, updates));
    const start = performance.now();
    advance(trainer, updates);
    spent += (performance.now() - start) / 1000;
    trainer.delete();
  }
  return { rate: done / spent };
}
