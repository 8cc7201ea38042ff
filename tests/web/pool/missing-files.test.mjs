// Files that do not come: what waits for one is kept, the reason is known by the file's name, and all goes on when the file comes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { Race } from '../../../web/src/lab/race.js';
import { Pool } from '../../../web/src/pool/pool.js';
import { PoolError } from '../../../web/src/pool/pool-error.js';
import { QueryClient } from '../../../web/src/pool/query-client.js';
import { endWorkers, localEnvironment } from '../local-worker.mjs';
import { assetBytes, defaultRun, eta, realEta, root } from '../real-eta.mjs';

afterEach(endWorkers);

const compiled = (/** @type {string} */ name) => WebAssembly.compile(new Uint8Array(readFileSync(`${root}build/wasm/split/${name}`)));

/** A pool of the module in its two files, each of which fails as often as `failures` says; `asked` lists each attempt. @param {Record<string, number>} failures */
function poolOf(failures) {
  /** @type {string[]} */
  const asked = [];
  /** @template T @param {string} file @param {boolean} again @param {() => T | Promise<T>} load @returns {Promise<T>} */
  const tried = async (file, again, load) => {
    asked.push(again ? `${file} again` : file);
    if ((failures[file] ?? 0) > 0) {
      failures[file] -= 1;
      throw new PoolError('damaged', 'cut', { file });
    }
    return load();
  };
  const environment = localEnvironment({ createEta: realEta().createEta, defaultRun: defaultRun() }, 1);
  const pool = new Pool({
    ...environment,
    loadModule: (again) => tried('eta.wasm', again, async () => ({ wasm: await compiled('eta.wasm') })),
    loadSecondary: (again) => tried('eta.secondary.wasm', again, () => compiled('eta.secondary.wasm')),
    loadAsset: (asset, again) => tried(`${asset}.bin`, again, () => assetBytes(asset)),
  });
  const missing = () => pool.missing.map(({ values }) => values.file);
  /** Waits until just these files are missing. @param {...string} files */
  const untilMissing = async (...files) => {
    while (missing().join() !== files.join()) await new Promise((later) => setTimeout(later, 5));
  };
  return { pool, asked, untilMissing, workers: environment.workers };
}

/** @param {string} text */
const native = (text) =>
  eta('train', text, '--every', '1000000')
    .filter((line) => line.startsWith('# weights'))
    .map((line) => line.split(' ').at(-1));

test('a module that did not come comes later, and questions asked before are answered then', async () => {
  const { pool, asked, untilMissing } = poolOf({ 'eta.wasm': 3 });
  const read = new QueryClient(pool).read('');
  await untilMissing('eta.wasm');
  pool.retry();
  await untilMissing('eta.wasm');
  while (asked.length < 3) await new Promise((later) => setTimeout(later, 5));
  pool.retry();
  assert.equal((await read)?.run?.steps, 800);
  await untilMissing();
  assert.deepEqual(asked, ['eta.wasm', ...Array(3).fill('eta.wasm again')]);
  pool.close();
});

test('a text that needs the second file is kept until it comes, and is read then', async () => {
  const { pool, untilMissing } = poolOf({ 'eta.secondary.wasm': 2 });
  const client = new QueryClient(pool);
  const read = client.read('data=moons opt=rmsprop lr=0.01 act=tanh steps=100');
  await untilMissing('eta.secondary.wasm');
  // Others are answered meanwhile.
  assert.equal((await new QueryClient(pool).read(''))?.run?.steps, 800);
  pool.retry();
  const run = (await read)?.run;
  assert(run);
  const race = new Race(pool, run);
  race.setTarget(100);
  await race.settled();
  assert.deepEqual([await race.hash(1)], native(run.text));
  pool.close();
});

test('a racer whose training needs the second file waits for it; others train meanwhile', async () => {
  const { pool, untilMissing } = poolOf({ 'eta.secondary.wasm': 2 });
  const client = new QueryClient(pool);
  const adam = (await new QueryClient(poolOf({}).pool).read('opt=adam lr=0.01 steps=40'))?.run;
  const plain = (await client.read(''))?.run;
  assert(adam && plain);
  const waiting = new Race(pool, adam);
  waiting.setTarget(40);
  await untilMissing('eta.secondary.wasm');
  const race = new Race(pool, plain);
  race.setTarget(50);
  await race.settled();
  assert.deepEqual([waiting.state(1).ended, race.state(1).update], ['', 50]);
  pool.retry();
  await waiting.settled();
  assert.deepEqual([await waiting.hash(1)], native('opt=adam lr=0.01 steps=40'));
  pool.close();
});

test('a newer text that can be read is not kept waiting, and the older is dropped', async () => {
  const { pool, untilMissing } = poolOf({ 'eta.secondary.wasm': 2 });
  const client = new QueryClient(pool);
  const old = client.read('data=moons opt=rmsprop lr=0.01 act=tanh steps=100');
  await untilMissing('eta.secondary.wasm');
  assert.equal((await client.read(''))?.run?.steps, 800);
  assert.equal(await old, null);
  // A text that needs it asks for the file again, without a button.
  assert.equal((await client.read('data=moons opt=rmsprop act=tanh lr=0.01 steps=9'))?.run?.steps, 9);
  pool.close();
});

test('a second file that never comes does not hold the query worker', async () => {
  const silent = new Pool({
    ...localEnvironment({ createEta: realEta().createEta, defaultRun: defaultRun() }, 1),
    loadModule: async () => ({ wasm: await compiled('eta.wasm') }),
    loadSecondary: () => new Promise(() => {}),
  });
  const client = new QueryClient(silent);
  const old = client.read('data=moons opt=rmsprop act=tanh lr=0.01');
  assert.equal((await new QueryClient(silent).read(''))?.run?.steps, 800);
  assert.equal((await client.read('preset=default'))?.run?.steps, 800);
  assert.equal(await old, null);
  silent.close();
});

test('fetched ahead, it is there before it is needed: no worker is replaced', async () => {
  const { pool, asked, workers, untilMissing } = poolOf({ 'eta.secondary.wasm': 2 });
  await pool.ready;
  assert.deepEqual(asked, ['eta.wasm']);
  // Nobody wants it yet, so its failure is nobody's concern.
  pool.fetchAhead();
  while (asked.length < 3) await new Promise((later) => setTimeout(later, 5));
  await new Promise((later) => setTimeout(later, 20));
  await untilMissing();
  pool.fetchAhead();
  while (asked.length < 4) await new Promise((later) => setTimeout(later, 5));
  await new Promise((later) => setTimeout(later, 50));
  assert.equal((await new QueryClient(pool).read('data=moons opt=rmsprop act=tanh lr=0.01 steps=9'))?.run?.steps, 9);
  assert.equal(workers.length, 1);
  pool.close();
});

test('racers wait for their data, and train when it comes', async () => {
  const { pool, asked, untilMissing } = poolOf({ 'digits.bin': 2 });
  const run = (await new QueryClient(pool).read('steps=50'))?.run;
  assert(run);
  const race = new Race(pool, run);
  race.setTarget(50);
  await untilMissing('digits.bin');
  assert.equal(race.state(1).ended, '');
  pool.retry();
  await race.settled();
  assert.deepEqual([await race.hash(1)], native('steps=50'));
  assert.deepEqual(
    asked.filter((file) => file.startsWith('digits')),
    ['digits.bin', 'digits.bin again', 'digits.bin again'],
  );
  pool.close();
});

test('a racer that was dropped while its data were loading never trains, and the others do', async () => {
  const { pool, untilMissing } = poolOf({ 'digits.bin': 2 });
  const run = (await new QueryClient(pool).read('steps=50'))?.run;
  assert(run);
  const dropped = new Race(pool, run, { onProgress: () => assert.fail('a dropped race reports') });
  dropped.setTarget(50);
  await untilMissing('digits.bin');
  dropped.dispose();
  const race = new Race(pool, run);
  race.setTarget(50);
  pool.retry();
  await race.settled();
  assert.equal(race.state(1).update, 50);
  pool.close();
});
