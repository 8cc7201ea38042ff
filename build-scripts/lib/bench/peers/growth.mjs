// How the cost of an update grows: networks from 10³ to 10⁶ parameters, batches and lengths.
import { networkOf } from './networks.mjs';

/**
 * @typedef {object} Growth
 * @property {string} title
 * @property {string} unit what a cost is divided by
 * @property {{ name: string, network: import('./peer.js').Network, units: number, updates?: number }[]} rows with `updates`, whole runs
 */

const digits = (/** @type {number[]} */ hidden, /** @type {number} */ batch) =>
  networkOf({ title: '', data: 'digits', widths: [64, ...hidden, 10], batch, act: 'relu', opt: 'sgd', lr: 0.01 });

const countOf = (/** @type {number[]} */ widths) => widths.slice(1).reduce((sum, width, i) => sum + (widths[i] + 1) * width, 0);

const shapes = [...[16, 32, 64, 128, 256, 512, 1024].map((width) => [width]), [512, 512], [960, 960]];
const moons = networkOf({ title: '', data: 'moons', widths: [2, 8, 8, 2], batch: 32, act: 'tanh', opt: 'sgd', lr: 0.1 });

/** @type {Growth[]} */
export const growth = [
  {
    title: 'digits, batch 32, SGD, by the width of its hidden layers',
    unit: 'parameter',
    rows: shapes.map((hidden) => {
      const network = digits(hidden, 32);
      return { name: `${hidden.join('-')}: ${countOf(network.widths)} parameters`, network, units: countOf(network.widths) };
    }),
  },
  {
    title: 'digits 64-32-10, SGD, by its batch',
    unit: 'sample',
    rows: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512].map((batch) => ({ name: `batch ${batch}`, network: digits([32], batch), units: batch })),
  },
  {
    title: 'moons 2-8-8-2, batch 32, SGD, by the length of the run',
    unit: 'update',
    rows: [1e3, 1e4, 1e5, 1e6].map((updates) => ({ name: `${updates} updates`, network: moons, units: 1, updates })),
  },
];
