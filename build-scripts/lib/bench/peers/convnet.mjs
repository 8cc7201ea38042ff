// ConvNetJS takes one sample after the other, and sums their gradients.
import convnetjs from 'convnetjs';
import { batchesOf, layersOf } from './networks.mjs';

export async function open() {}

/** @param {import('./peer.js').Start} start @returns {import('./peer.js').Training} */
export function make(start) {
  const { widths, act, opt, lr, batch } = start.network;
  const outputs = widths[widths.length - 1];
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: widths[0] },
    ...widths.slice(1, -1).map((width) => ({ type: 'fc', num_neurons: width, activation: act })),
    outputs === 1 ? { type: 'regression', num_neurons: 1 } : { type: 'softmax', num_classes: outputs },
  ]);
  if (outputs === 1) net.layers[net.layers.length - 1].backward = binaryCrossEntropy;
  setWeights(net, start);
  const samples = batchesOf(start).flatMap(({ x, y }) => Array.from(y, (label, i) => ({ x: volume(x, i, widths[0]), label })));
  const trainer = opt === 'adam' ? adam(net, lr, batch) : new convnetjs.Trainer(net, { learning_rate: lr, momentum: 0, batch_size: batch });
  let at = 0;
  return {
    async run(updates) {
      let loss = Number.NaN;
      for (let i = 0; i < updates; i++) {
        loss = 0;
        for (let k = 0; k < batch; k++) {
          const { x, label } = samples[at++ % samples.length];
          loss += trainer.train(x, label).loss;
        }
      }
      return loss / batch;
    },
    delete() {},
  };
}

/** It has no binary cross-entropy: this stands in a layer that passes a logit through. @this {any} @param {number} y */
function binaryCrossEntropy(y) {
  const [z] = this.in_act.w;
  this.in_act.dw = new Float64Array([1 / (1 + Math.exp(-z)) - y]);
  return Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
}

/** @param {any} net @param {import('./peer.js').Start} start */
function setWeights(net, start) {
  const own = net.layers.filter((/** @type {any} */ { layer_type }) => layer_type === 'fc');
  layersOf(start).forEach(({ inputs, outputs, w, b }, i) => {
    for (let o = 0; o < outputs; o++) for (let k = 0; k < inputs; k++) own[i].filters[o].w[k] = w[k * outputs + o];
    own[i].biases.w.set(b);
  });
}

/** @param {Float32Array} x @param {number} row @param {number} width */
function volume(x, row, width) {
  const each = new convnetjs.Vol(1, 1, width, 0);
  each.w.set(x.subarray(row * width, (row + 1) * width));
  return each;
}

/** This version has no Adam, so its loop over the parameters is written here. @param {any} net @param {number} lr @param {number} batch */
function adam(net, lr, batch) {
  const list = net.getParamsAndGrads().map((/** @type {any} */ { params, grads }) => ({
    params,
    grads,
    m: new Float64Array(params.length),
    v: new Float64Array(params.length),
  }));
  let samples = 0;
  let t = 0;
  const update = () => {
    t++;
    const [first, second] = [1 - 0.9 ** t, 1 - 0.999 ** t];
    for (const { params, grads, m, v } of list) {
      for (let i = 0; i < params.length; i++) {
        const g = grads[i] / batch;
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        params[i] -= (lr * m[i]) / first / (Math.sqrt(v[i] / second) + 1e-8);
        grads[i] = 0;
      }
    }
  };
  return {
    /** @param {any} x @param {number} label */
    train(x, label) {
      net.forward(x, true);
      const loss = net.backward(label);
      if (++samples % batch === 0) update();
      return { loss };
    },
  };
}
