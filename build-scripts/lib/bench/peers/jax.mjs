// jax-js compiles one whole update. It has no optimizers of its own; they are written as its examples have them.
//
// Each function owns its arguments: `ref` keeps one for another use.
import { blockUntilReady, defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { batchesOf, layersOf, targetsOf } from './networks.mjs';

export async function open() {
  await init('wasm');
  defaultDevice('wasm');
}

/** @param {import('./peer.js').Start} start @returns {import('./peer.js').Training} */
export function make(start) {
  const { act, opt, lr, widths, batch } = start.network;
  const outputs = widths[widths.length - 1];
  let params = layersOf(start).map(({ inputs, outputs, w, b }) => ({ w: np.array(w).reshape([inputs, outputs]), b: np.array(b) }));
  const batches = batchesOf(start).map(({ x, y }) => ({
    x: np.array(x).reshape([batch, widths[0]]),
    y: np.array(targetsOf(y, outputs)).reshape([batch, outputs]),
  }));

  /** @param {any[]} params @param {any} x @param {any} y */
  const lossOf = (params, x, y) => {
    params.forEach(({ w, b }, i) => {
      const z = np.matmul(x, w).add(b);
      x = i === params.length - 1 ? z : act === 'tanh' ? np.tanh(z) : nn.relu(z);
    });
    if (outputs === 1) return nn.softplus(x.ref).sub(x.mul(y)).mean();
    return nn
      .logSoftmax(x)
      .mul(y)
      .sum()
      .mul(-1 / batch);
  };
  const sgd = jit((/** @type {any[]} */ params, /** @type {any} */ x, /** @type {any} */ y) => {
    const [loss, grads] = valueAndGrad(lossOf)(
      params.map(({ w, b }) => ({ w: w.ref, b: b.ref })),
      x,
      y,
    );
    return { loss, params: params.map(({ w, b }, i) => ({ w: w.sub(grads[i].w.mul(lr)), b: b.sub(grads[i].b.mul(lr)) })) };
  });
  const adam = jit(
    (/** @type {any[]} */ params, /** @type {any[]} */ state, /** @type {any} */ rates, /** @type {any} */ x, /** @type {any} */ y) => {
      const [loss, grads] = valueAndGrad(lossOf)(
        params.map(({ w, b }) => ({ w: w.ref, b: b.ref })),
        x,
        y,
      );
      /** @type {any[]} */ const moments = [];
      const next = params.map((layer, i) => {
        /** @type {any} */ const kept = {};
        const each = (/** @type {'w' | 'b'} */ key) => {
          const g = grads[i][key];
          const m = state[i][key].m.mul(0.9).add(g.ref.mul(0.1));
          const v = state[i][key].v.mul(0.999).add(np.square(g).mul(0.001));
          kept[key] = { m: m.ref, v: v.ref };
          const root = np.sqrt(v.mul(rates.second.ref)).add(1e-8);
          return layer[key].sub(m.mul(rates.first.ref).div(root));
        };
        const moved = { w: each('w'), b: each('b') };
        moments.push(kept);
        return moved;
      });
      rates.first.dispose();
      rates.second.dispose();
      return { loss, params: next, state: moments };
    },
  );

  const zeros = (/** @type {any} */ like) => ({ m: np.zeros(like.shape), v: np.zeros(like.shape) });
  let state = opt === 'adam' ? params.map(({ w, b }) => ({ w: zeros(w), b: zeros(b) })) : [];
  let t = 0;
  const update = () => {
    const { x, y } = batches[t++ % batches.length];
    if (opt === 'sgd') return sgd(params, x.ref, y.ref);
    const rates = { first: np.array(lr / (1 - 0.9 ** t)), second: np.array(1 / (1 - 0.999 ** t)) };
    return adam(params, state, rates, x.ref, y.ref);
  };
  return {
    async run(updates) {
      let loss = Number.NaN;
      for (let i = 1; i <= updates; i++) {
        const result = update();
        ({ params, state = state } = result);
        // It puts work off until somebody reads, and each call goes through all that was put off: reading every loss is fastest.
        loss = result.loss.dataSync()[0];
      }
      await blockUntilReady(params);
      return loss;
    },
    delete() {
      const moments = state.flatMap(({ w, b }) => [w.m, w.v, b.m, b.v]);
      for (const each of [...params.flatMap(({ w, b }) => [w, b]), ...moments, ...batches.flatMap(({ x, y }) => [x, y])]) each.dispose();
    },
  };
}
