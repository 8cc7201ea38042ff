// The worker as it is served, bundled with the real module's glue, trains in threads of Node what the native program trains.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { bundleWorker } from '../../../build-scripts/lib/site/bundle.mjs';
import { Race } from '../../../web/src/lab/race.js';
import { Pool } from '../../../web/src/pool/pool.js';
import { QueryClient } from '../../../web/src/pool/query-client.js';
import { assetBytes, eta, realEta, root } from '../real-eta.mjs';

/** Gives a thread of Node the names of a browser's worker. */
const surroundings = `
  const { parentPort } = require('node:worker_threads');
  globalThis.self = globalThis;
  self.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  parentPort.on('message', (data) => self.onmessage({ data }));
`;

/** @type {Pool} */
let pool;
/** @type {Worker[]} */
const threads = [];

before(async () => {
  const text = await bundleWorker(`${root}build/wasm/eta.mjs`, 'null');
  const startWorker = () => {
    const thread = new Worker(surroundings + text, { eval: true });
    threads.push(thread);
    /** @type {import('../../../web/src/lib/messages.js').WorkerLike} */
    const worker = {
      postMessage: (message, transfer) =>
        thread.postMessage(message, /** @type {import('node:worker_threads').TransferListItem[]} */ (transfer)),
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      terminate: () => thread.terminate(),
    };
    thread.on('message', (data) => worker.onmessage?.({ data }));
    thread.on('error', (error) => worker.onerror?.(error));
    thread.on('exit', () => worker.onerror?.({ message: 'exit' }));
    return worker;
  };
  pool = new Pool({
    startWorker,
    loadModule: async () => ({ wasm: await WebAssembly.compile(realEta().wasm) }),
    loadAsset: async (asset) => assetBytes(asset),
    limit: 2,
  });
});
after(() => pool.close());

/** @param {string} text */
async function runOf(text) {
  const checked = await new QueryClient(pool).read(text);
  if (!checked?.run) throw new Error(`problems in ${text}`);
  return checked.run;
}

/** The hashes that `eta train` prints, in the racers' order. @param {string} text */
function nativeHashes(text) {
  return eta('train', text, '--every', '1000000')
    .filter((line) => line.startsWith('# weights'))
    .map((line) => line.split(' ').at(-1));
}

test('the default race gives the native weights, and its telemetry is complete', async () => {
  const run = await runOf('');
  const race = new Race(pool, run);
  race.setTarget(run.steps);
  await race.settled();
  const racers = run.racers.map((_, i) => i + 1);
  assert.deepEqual(await Promise.all(racers.map((racer) => race.hash(racer))), nativeHashes(''));
  for (const racer of racers) {
    const { updates, evaluations } = race.telemetry(racer);
    const { batch_loss: batchLoss } = updates;
    assert.equal(batchLoss.length, 800);
    assert.equal(evaluations.update.length, 100);
    assert.ok(batchLoss.every(Number.isFinite) && evaluations.validation_accuracy.every((accuracy) => accuracy > 0 && accuracy <= 1));
    assert.equal(race.state(racer).ended, 'finished');
  }
  race.dispose();
});

test('threads that end in the middle of a race change no bit of it', async () => {
  const text = 'data=digits hidden=64-32 opt=adam lr=0.01 batch=32 steps=3000 schedule=cosine schedule=linear schedule=constant';
  const run = await runOf(text);
  /** @type {number[]} */
  const replaced = [];
  let killed = 0;
  const race = new Race(pool, run, {
    onProgress: (racer) => {
      if (killed < 2 && race.state(racer).update > 700 * (killed + 1)) {
        killed += 1;
        threads.at(-1)?.terminate();
      }
    },
    onReplaced: (racer) => replaced.push(racer),
  });
  race.setTarget(run.steps);
  await race.settled();
  assert.deepEqual(await Promise.all([1, 2, 3].map((racer) => race.hash(racer))), nativeHashes(text));
  assert.ok(replaced.length >= 2, `replaced: ${replaced}`);
  race.dispose();
});

test('curves, problems and generated data come from the query worker', async () => {
  const client = new QueryClient(pool);
  const run = await runOf('data=moons(noise=0.2) hidden=8-8 act=tanh opt=adam lr=0.01 steps=100 schedule=warmup(10) then cosine');
  const curve = await client.stretch('1', { text: run.text, racer: 1, from: 0, to: 100, points: 100 });
  assert.deepEqual(
    Array.from(curve?.eta ?? []),
    eta('curve', run.text)
      .slice(1)
      .map((line) => Number(line.split(',')[1])),
  );
  assert.equal((await client.read('lr='))?.problems[0].key, 'lr');
  const race = new Race(pool, run);
  race.setTarget(100);
  await race.settled();
  assert.deepEqual([await race.hash(1)], nativeHashes(run.text));
  race.dispose();
});
