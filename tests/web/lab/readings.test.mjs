// How often a text is read, with the real module in every worker: once where questions are answered, and once for each racer that trains.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { DragSession } from '../../../web/src/lab/drag-session.js';
import { Lab } from '../../../web/src/lab/lab.js';
import { setZoom } from '../../../web/src/lab/zoom.js';
import { Pool } from '../../../web/src/pool/pool.js';
import { QueryClient } from '../../../web/src/pool/query-client.js';
import { endWorkers, localEnvironment } from '../local-worker.mjs';
import { assetBytes, realEta } from '../real-eta.mjs';

afterEach(endWorkers);
Object.assign(globalThis, {
  requestAnimationFrame: (/** @type {(now: number) => void} */ frame) => setTimeout(() => frame(performance.now()), 4),
  cancelAnimationFrame: clearTimeout,
});

/** A laboratory, and how many texts its modules have read since this was asked the last time. */
function laboratory() {
  const { createEta, wasm } = realEta();
  /** @type {import('../../../web/src/engine/eta-module.js').EtaModule[]} */
  const modules = [];
  const counted = async (/** @type {Parameters<typeof createEta>[0]} */ options) => {
    const eta = await createEta(options);
    modules.push(eta);
    return eta;
  };
  const host = {
    ...localEnvironment({ createEta: counted }, 3),
    loadModule: async () => ({ wasm: await WebAssembly.compile(wasm) }),
    loadAsset: async (/** @type {string} */ asset) => assetBytes(asset),
  };
  const pool = new Pool(host);
  const lab = new Lab(pool, new QueryClient(pool), new QueryClient(pool));
  let before = 0;
  const readings = () => {
    const all = modules.reduce((sum, eta) => sum + eta.readings(), 0);
    const since = all - before;
    before = all;
    return since;
  };
  return { lab, pool, readings, settled: () => lab.race?.settled() };
}

test('at the start, after an edit and at each position of a drag a text of three racers is read four times', async () => {
  const { lab, pool, readings, settled } = laboratory();
  assert.deepEqual(await lab.edit(''), []);
  await settled();
  assert.equal(readings(), 4);
  assert.deepEqual(await lab.edit('steps=400 schedule=cosine schedule=linear schedule=constant'), []);
  await settled();
  assert.equal(readings(), 4);
  // The same again, in other words: it is known.
  await lab.edit(lab.run?.text ?? '');
  assert.equal(readings(), 0);
  // Any edit whose text has problems is one reading.
  assert.equal((await lab.edit('schedule=cosin'))?.length, 1);
  assert.equal(readings(), 1);

  const text = lab.run?.text ?? '';
  for (const eta of [0.3, 0.2]) {
    const session = new DragSession(lab, (/** @type {number} */ to) => lab.drag({ text, handle: 0, t: 0, eta: to }));
    session.moveTo(eta);
    await session.finish();
    await settled();
    await new Promise((done) => setTimeout(done, 1100));
    assert.deepEqual([lab.curves[0].first, lab.displayed?.run.text], [eta, lab.run?.text]);
    assert.equal(readings(), 4);
  }
  lab.close();
  pool.close();
});

test('a zoom, the cursor and a listener ask what is kept, and read nothing', async () => {
  const { lab, pool, readings } = laboratory();
  lab.visible = false;
  await lab.edit('data=moons hidden=8 steps=1000000 schedule=cosine schedule=constant * plateau(0.5, patience=2)');
  // Each racer has started when it answers.
  await Promise.all([1, 2].map((racer) => lab.race?.hash(racer)));
  assert.equal(readings(), 3);
  setZoom(lab, { from: 300_000, to: 302_000 });
  for (const curve of lab.curves) curve.pairs({ from: 300_000, to: 302_000 }, 2800);
  await lab.curves[0].fetch([123_457]);
  const factors = await lab.curves[1].withFactors([{ update: 500_000, factor: 0.5 }]);
  assert.deepEqual([factors?.first, factors?.last], [0.5, 0.25]);
  assert.equal(readings(), 0);
  assert.equal(lab.curves[0].pairs({ from: 300_000, to: 302_000 }, 2800).to - 302_000 < 2000, true);
  lab.close();
  pool.close();
});
