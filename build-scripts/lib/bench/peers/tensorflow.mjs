// TensorFlow.js without its layers, which add work to each update: its optimizers minimise a function of variables.
import '@tensorflow/tfjs-backend-cpu';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { batchesOf, layersOf, targetsOf } from './networks.mjs';

/** @param {string} backend 'wasm' or 'cpu' */
export async function openWith(backend) {
  setWasmPaths(new URL('./', self.location.href).href);
  setThreadsCount(1);
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
  await tf.ready();
}

/** @param {import('./peer.js').Start} start @returns {import('./peer.js').Training} */
export function make(start) {
  const { act, opt, lr, widths } = start.network;
  const outputs = widths[widths.length - 1];
  const layers = layersOf(start).map(({ inputs, outputs, w, b }) => ({
    w: tf.variable(tf.tensor2d(w, [inputs, outputs])),
    b: tf.variable(tf.tensor1d(b)),
  }));
  const batches = batchesOf(start).map(({ x, y }) => ({
    x: tf.tensor2d(x, [y.length, widths[0]]),
    y: tf.tensor2d(targetsOf(y, outputs), [y.length, outputs]),
  }));
  const variables = layers.flatMap(({ w, b }) => [w, b]);
  const optimizer = opt === 'adam' ? tf.train.adam(lr, 0.9, 0.999, 1e-8) : tf.train.sgd(lr);

  /** @param {{ x: any, y: any }} batch */
  const lossOf = ({ x, y }) => {
    layers.forEach(({ w, b }, i) => {
      const z = tf.add(tf.matMul(x, w), b);
      x = i === layers.length - 1 ? z : act === 'tanh' ? tf.tanh(z) : tf.relu(z);
    });
    return outputs === 1 ? tf.losses.sigmoidCrossEntropy(y, x) : tf.losses.softmaxCrossEntropy(y, x);
  };
  let at = 0;
  return {
    async run(updates) {
      let loss = Number.NaN;
      for (let i = 1; i <= updates; i++) {
        const batch = batches[at++ % batches.length];
        const cost = optimizer.minimize(() => lossOf(batch), true, variables);
        if (i === updates) loss = (await cost.data())[0];
        cost.dispose();
      }
      // The last update is done when its weights are there.
      await variables[0].data();
      return loss;
    },
    delete() {
      optimizer.dispose();
      for (const each of [...variables, ...batches.flatMap(({ x, y }) => [x, y])]) each.dispose();
    },
  };
}
