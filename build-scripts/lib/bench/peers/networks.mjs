// The networks that build-scripts/bench peers trains.

/** @typedef {import('./peer.js').Network} Network */

/** @param {Omit<Network, 'run'>} network @returns {Network} */
export function networkOf(network) {
  const { widths, act, opt, lr, batch } = network;
  const loss = widths.at(-1) === 1 ? ' loss=binary_cross_entropy' : '';
  return { ...network, run: `hidden=${widths.slice(1, -1).join('-')} act=${act}${loss} opt=${opt} lr=${lr} batch=${batch}` };
}

const b = {
  data: 'mnist',
  widths: [784, 128, 64, 10],
  batch: 32,
  act: /** @type {const} */ ('relu'),
  opt: /** @type {const} */ ('adam'),
  lr: 0.001,
};

export const networks = [
  networkOf({ title: 'B: 784-128-64-10, batch 32, Adam, MNIST', ...b }),
  networkOf({ title: 'B: the same on dense random inputs', dense: true, ...b }),
  networkOf({ title: 'A: 100-64-1, batch 32, SGD', data: 'features', widths: [100, 64, 1], batch: 32, act: 'relu', opt: 'sgd', lr: 0.1 }),
  networkOf({ title: 'digits 64-32-10, batch 8, SGD', data: 'digits', widths: [64, 32, 10], batch: 8, act: 'relu', opt: 'sgd', lr: 0.1 }),
  networkOf({ title: 'moons 2-8-8-2, batch 32, SGD', data: 'moons', widths: [2, 8, 8, 2], batch: 32, act: 'tanh', opt: 'sgd', lr: 0.1 }),
];

/** The run as the module reads it; it is evaluated once, at the end, which the measurement does not reach. */
export const textOf = (/** @type {Network} */ { data, run, batch }, /** @type {boolean} */ single, steps = 1_000_000) => {
  // Whether a data set is large or small is said by how many samples are not set aside.
  const samples = data === 'digits' ? ['', `validation=${1797 - batch}`] : [`(samples=${batch + 8})`, 'validation=8'];
  const [arguments_, validation] = single ? samples : ['', ''];
  return `data=${data}${arguments_} ${validation} ${run} steps=${steps} evaluate=100%`;
};

/** Dense images in the module's own format, in which a byte that is not 0 is a pixel. @param {number} count */
export function denseImages(count) {
  const random = xorshift(1);
  const bytes = new Uint8Array(10 + count * 785);
  bytes.set(new TextEncoder().encode('EtaMnst1'));
  bytes.set([count % 256, count >> 8], 8);
  for (let i = 0; i < count; i++) bytes[10 + i] = random() % 10;
  for (let i = 10 + count; i < bytes.length; i++) bytes[i] = 1 + (random() % 255);
  return bytes;
}

/** Marsaglia's generator of 32 bits. @param {number} state */
function xorshift(state) {
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** The layers' parts of the flat vector of weights. @param {import('./peer.js').Start} start */
export function layersOf({ network: { widths }, weights }) {
  let at = 0;
  return widths.slice(1).map((outputs, i) => {
    const inputs = widths[i];
    const w = weights.slice(at, at + inputs * outputs);
    const b = weights.slice(at + inputs * outputs, at + (inputs + 1) * outputs);
    at += (inputs + 1) * outputs;
    return { inputs, outputs, w, b };
  });
}

/** Whole batches, in the samples' order. @param {import('./peer.js').Start} start */
export function batchesOf({ network: { batch, widths }, inputs, classes }) {
  return Array.from({ length: Math.floor(classes.length / batch) }, (_, i) => ({
    x: inputs.slice(i * batch * widths[0], (i + 1) * batch * widths[0]),
    y: classes.slice(i * batch, (i + 1) * batch),
  }));
}

/** The labels as the last layer's outputs: a class, or one of them hot. @param {Int32Array} y @param {number} outputs */
export function targetsOf(y, outputs) {
  if (outputs === 1) return Float32Array.from(y);
  const targets = new Float32Array(y.length * outputs);
  y.forEach((each, i) => {
    targets[i * outputs + each] = 1;
  });
  return targets;
}
