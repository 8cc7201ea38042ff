// The pool: who works where, what is fetched once, and what happens when workers die.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Pool } from '../../../web/src/pool/pool.js';
import { PoolError } from '../../../web/src/pool/pool-error.js';
import { fakeEta } from '../fake-eta.mjs';
import { endWorkers, localHost } from '../local-worker.mjs';

afterEach(endWorkers);

/**
 * @param {import('../fake-eta.mjs').Plan} [plan]
 * @param {number} [limit]
 */
function poolOf(plan, limit) {
  const host = localHost({ createEta: fakeEta(plan), checkpointEvery: 0 }, limit);
  return { host, pool: new Pool(host) };
}

/** Starts a racer and waits for its end. @param {Pool} pool @param {string} text @param {number} racer */
function train(pool, text, racer, asset = '') {
  const told = { updates: 0, replaced: 0 };
  const ended = new Promise((resolve, reject) => {
    const run = pool.start(
      { text, racer, asset },
      {
        onProgress: (_, state) => {
          told.updates = state.update;
          if (state.ended !== '') resolve(run);
        },
        onReplaced: () => {
          told.replaced += 1;
        },
        onFailed: reject,
      },
    );
    run.setTarget(1e6);
  });
  return { ended, told };
}

/** @param {string} code */
const withCode = (code) => (/** @type {unknown} */ error) => error instanceof PoolError && error.code === code;

test('racers share the workers up to the limit, the desk is one more; wasm and data are fetched once', async () => {
  /** @type {string[]} */
  const provided = [];
  const { host, pool } = poolOf({ seen: (call) => call.startsWith('provide') && provided.push(call) }, 2);
  await pool.ready;
  assert.equal(host.workers.length, 1);
  const runs = await Promise.all([1, 2, 3].map((racer) => train(pool, 'updates=50 racer racer racer asset', racer, 'digits').ended));
  assert.equal(host.workers.length, 3);
  assert.deepEqual(host.loaded, ['wasm', 'digits']);
  assert.equal(provided.length, 2);
  assert.deepEqual(await Promise.all(runs.map((run) => run.ask({ kind: 'hash' }))), ['1@50', '2@50', '3@50']);
  for (const run of runs) pool.dispose(run);
  await train(pool, 'updates=50 racer', 1).ended;
  assert.equal(host.workers.length, 3);
  pool.close();
});

test('an idle worker is used before another one is started', async () => {
  const { host, pool } = poolOf({}, 4);
  pool.dispose(await train(pool, 'updates=5 racer', 1).ended);
  await train(pool, 'updates=5 racer', 1).ended;
  assert.equal(host.workers.length, 2);
  pool.close();
});

test('a worker that traps is replaced, its racers go on from their checkpoints, every update as if nothing had been', async () => {
  /** @type {string[]} */
  const seen = [];
  const { host, pool } = poolOf({ traps: ['1 500', '1 900'], seen: (call) => seen.push(call), busy: 0.05 }, 1);
  const first = train(pool, 'updates=1500 racer racer', 1);
  const second = train(pool, 'updates=1500 racer racer', 2);
  const run = await first.ended;
  await second.ended;
  assert.equal(await run.ask({ kind: 'hash' }), '1@1500');
  assert.deepEqual([first.told.replaced, second.told.replaced], [2, 2]);
  assert.equal(host.workers.length, 4);
  assert.ok(seen.some((call) => /^1 resumed at [1-9]/.test(call)));
  pool.close();
});

test('error and messageerror are deaths too; what was asked is answered by the next worker', async () => {
  const { host, pool } = poolOf({}, 1);
  const { ended } = train(pool, 'updates=20 racer', 1);
  const run = await ended;
  for (const death of /** @type {const} */ (['onerror', 'onmessageerror'])) {
    const hash = run.ask({ kind: 'hash' });
    host.workers.at(-1)?.[death]?.({});
    assert.equal(await hash, '1@20');
  }
  assert.equal(host.workers.length, 4);
  const answer = pool.ask({ kind: 'check', text: 'updates=3 racer' });
  host.workers[0].onerror?.({ message: 'gone' });
  assert.equal((await answer).run.steps, 3);
  pool.close();
});

test('a racer that kills every worker is given up, the others are not', async () => {
  const { pool } = poolOf({ traps: Array(30).fill('1 5') }, 2);
  const bad = train(pool, 'updates=100 racer racer', 1);
  const good = train(pool, 'updates=100 racer racer', 2);
  await assert.rejects(bad.ended, /again and again/);
  assert.equal(await (await good.ended).ask({ kind: 'hash' }), '2@100');
  pool.close();
});

test('a question that kills the desk is given up, the next one is answered', async () => {
  const { pool } = poolOf({ traps: Array(3).fill('check updates=1 racer') });
  await assert.rejects(pool.ask({ kind: 'check', text: 'updates=1 racer' }), withCode('died'));
  assert.equal((await pool.ask({ kind: 'check', text: 'updates=2 racer' })).run.steps, 2);
  pool.close();
});

test('workers that cannot open the module end the pool with a reason', async () => {
  const { host, pool } = poolOf({ traps: Array(9).fill('open') });
  await assert.rejects(pool.ready, withCode('died'));
  await assert.rejects(pool.ask({ kind: 'check', text: '' }), withCode('died'));
  await assert.rejects(train(pool, 'updates=1 racer', 1).ended, withCode('died'));
  assert.equal(host.workers.length, 3);
});

test('where no worker can be started at all, the reason is the same', async () => {
  const startWorker = () => {
    throw new Error('SecurityError');
  };
  const pool = new Pool({ ...localHost({ createEta: fakeEta() }), startWorker });
  await assert.rejects(pool.ready, withCode('died'));
  await assert.rejects(pool.ask({ kind: 'check', text: '' }), withCode('died'));
});

test('files that do not arrive are told; a data set is fetched anew the next time', async () => {
  const host = localHost({ createEta: fakeEta() });
  const noWasm = new Pool({ ...host, loadWasm: () => Promise.reject(new PoolError('no_simd', 'old')) });
  await assert.rejects(noWasm.ready, withCode('no_simd'));
  await assert.rejects(noWasm.ask({ kind: 'check', text: '' }), withCode('no_simd'));
  let tries = 0;
  const loadAsset = async () => {
    tries += 1;
    if (tries === 1) throw new Error('offline');
    return Uint8Array.of(1);
  };
  const pool = new Pool({ ...host, loadAsset });
  await assert.rejects(train(pool, 'updates=5 racer asset', 1, 'digits').ended, withCode('unreachable'));
  await train(pool, 'updates=5 racer asset', 1, 'digits').ended;
  assert.equal(tries, 2);
  pool.close();
});

test('close ends everything that waits', async () => {
  const { pool } = poolOf({ busy: 1 });
  await pool.ready;
  const { ended } = train(pool, 'updates=100000 racer', 1);
  const asked = pool.ask({ kind: 'check', text: '' });
  setTimeout(() => pool.close(), 20);
  await assert.rejects(ended, withCode('closed'));
  await asked;
  await assert.rejects(pool.ask({ kind: 'check', text: '' }), withCode('closed'));
});
