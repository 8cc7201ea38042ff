// The pool divides sessions among workers, fetches files once, and replaces workers that crash.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Pool } from '../../../web/src/pool/pool.js';
import { PoolError } from '../../../web/src/pool/pool-error.js';
import { fakeEta } from '../fake-eta.mjs';
import { endWorkers, localEnvironment } from '../local-worker.mjs';

afterEach(endWorkers);

/**
 * @param {import('../fake-eta.mjs').Plan} [plan]
 * @param {number} [limit]
 */
function poolOf(plan, limit) {
  const environment = localEnvironment({ createEta: fakeEta(plan), checkpointEvery: 0 }, limit);
  return { environment, pool: new Pool(environment) };
}

/** Starts a racer and waits for its end. @param {Pool} pool @param {string} text @param {number} racer */
function train(pool, text, racer, asset = '') {
  const reported = { updates: 0, replaced: 0 };
  const ended = new Promise((resolve, reject) => {
    const session = pool.start(
      { text, racer, asset },
      {
        onProgress: (_, state) => {
          reported.updates = state.update;
          if (state.ended !== '') resolve(session);
        },
        onReplaced: () => {
          reported.replaced += 1;
        },
        onFailed: reject,
      },
    );
    session.setTarget(1e6);
  });
  return { ended, reported };
}

/** @param {string} code */
const withCode = (code) => (/** @type {unknown} */ error) => error instanceof PoolError && error.code === code;

test('racers share the workers up to the limit, the query worker is one more; wasm and data are fetched once', async () => {
  /** @type {string[]} */
  const provided = [];
  const { environment, pool } = poolOf({ seen: (call) => call.startsWith('provide') && provided.push(call) }, 2);
  await pool.ready;
  assert.equal(environment.workers.length, 1);
  const sessions = await Promise.all([1, 2, 3].map((racer) => train(pool, 'updates=50 racer racer racer asset', racer, 'digits').ended));
  assert.equal(environment.workers.length, 3);
  assert.deepEqual(environment.loaded, ['wasm', 'digits']);
  assert.equal(provided.length, 2);
  assert.deepEqual(await Promise.all(sessions.map((session) => session.ask({ kind: 'hash' }))), ['1@50', '2@50', '3@50']);
  for (const session of sessions) pool.dispose(session);
  await train(pool, 'updates=50 racer', 1).ended;
  assert.equal(environment.workers.length, 3);
  pool.close();
});

test('an idle worker is used before another one is started', async () => {
  const { environment, pool } = poolOf({}, 4);
  pool.dispose(await train(pool, 'updates=5 racer', 1).ended);
  await train(pool, 'updates=5 racer', 1).ended;
  assert.equal(environment.workers.length, 2);
  pool.close();
});

test('a worker that traps is replaced, its racers continue from their checkpoints, every update as without the crash', async () => {
  /** @type {string[]} */
  const seen = [];
  const { environment, pool } = poolOf({ traps: ['1 500', '1 900'], seen: (call) => seen.push(call), busy: 0.05 }, 1);
  const first = train(pool, 'updates=1500 racer racer', 1);
  const second = train(pool, 'updates=1500 racer racer', 2);
  const session = await first.ended;
  await second.ended;
  assert.equal(await session.ask({ kind: 'hash' }), '1@1500');
  assert.deepEqual([first.reported.replaced, second.reported.replaced], [2, 2]);
  assert.equal(environment.workers.length, 4);
  assert.ok(seen.some((call) => /^1 resumed at [1-9]/.test(call)));
  pool.close();
});

test('error and messageerror are crashes too; the next worker answers the question', async () => {
  const { environment, pool } = poolOf({}, 1);
  const { ended } = train(pool, 'updates=20 racer', 1);
  const session = await ended;
  for (const handler of /** @type {const} */ (['onerror', 'onmessageerror'])) {
    const hash = session.ask({ kind: 'hash' });
    environment.workers.at(-1)?.[handler]?.({});
    assert.equal(await hash, '1@20');
  }
  assert.equal(environment.workers.length, 4);
  const answer = pool.ask({ kind: 'read', text: 'updates=3 racer' });
  environment.workers[0].onerror?.({ message: 'gone' });
  assert.equal((await answer).run.steps, 3);
  pool.close();
});

test('a racer that crashes every worker fails, the others do not', async () => {
  const { pool } = poolOf({ traps: Array(30).fill('1 5') }, 2);
  const bad = train(pool, 'updates=100 racer racer', 1);
  const good = train(pool, 'updates=100 racer racer', 2);
  await assert.rejects(bad.ended, /again and again/);
  assert.equal(await (await good.ended).ask({ kind: 'hash' }), '2@100');
  pool.close();
});

test('a question that crashes the query worker fails, the next one is answered', async () => {
  const { pool } = poolOf({ traps: Array(3).fill('read updates=1 racer') });
  await assert.rejects(pool.ask({ kind: 'read', text: 'updates=1 racer' }), withCode('died'));
  assert.equal((await pool.ask({ kind: 'read', text: 'updates=2 racer' })).run.steps, 2);
  pool.close();
});

test('workers that cannot open the module end the pool with a reason', async () => {
  const { environment, pool } = poolOf({ traps: Array(9).fill('open') });
  await assert.rejects(pool.ready, withCode('died'));
  await assert.rejects(pool.ask({ kind: 'read', text: '' }), withCode('died'));
  await assert.rejects(train(pool, 'updates=1 racer', 1).ended, withCode('died'));
  assert.equal(environment.workers.length, 3);
});

test('where no worker can be started at all, that is the reason', async () => {
  const startWorker = () => {
    throw new Error('SecurityError');
  };
  const pool = new Pool({ ...localEnvironment({ createEta: fakeEta() }), startWorker });
  await assert.rejects(pool.ready, withCode('no_worker'));
  await assert.rejects(pool.ask({ kind: 'read', text: '' }), withCode('no_worker'));
});

test('a module that no file can mend is a reason to end', async () => {
  const environment = localEnvironment({ createEta: fakeEta() });
  const noWasm = new Pool({ ...environment, loadModule: () => Promise.reject(new PoolError('no_simd', 'old')) });
  await assert.rejects(noWasm.ready, withCode('no_simd'));
  await assert.rejects(noWasm.ask({ kind: 'read', text: '' }), withCode('no_simd'));
});

test('a racer that is disposed of while its data is on the way is never started, and takes no worker', async () => {
  /** @type {string[]} */
  const seen = [];
  const environment = localEnvironment({ createEta: fakeEta({ seen: (call) => seen.push(call) }) }, 2);
  /** @type {(bytes: Uint8Array) => void} */
  let arrive = () => {};
  const loadAsset = () => new Promise((/** @type {(bytes: Uint8Array) => void} */ resolve) => (arrive = resolve));
  const pool = new Pool({ ...environment, loadAsset });
  await pool.ready;
  /** @type {string[]} */
  const heard = [];
  const hooks = {
    onProgress: () => heard.push('progress'),
    onReplaced: () => heard.push('replaced'),
    onFailed: () => heard.push('failed'),
  };
  const session = pool.start({ text: 'updates=50 racer asset', racer: 1, asset: 'digits' }, hooks);
  session.setTarget(50);
  // The data is asked for a moment later.
  await new Promise((done) => setImmediate(done));
  pool.dispose(session);
  arrive(Uint8Array.of(1));
  // Another one with the same data comes after it through the same worker, so what was to be sent for it has been.
  await train(pool, 'updates=5 racer racer asset', 2, 'digits').ended;
  assert.deepEqual(heard, []);
  assert.deepEqual(
    seen.filter((call) => call.startsWith('start')),
    ['start updates=5 racer racer asset 2'],
  );
  assert.equal(environment.workers.length, 2);
  pool.close();
});

test('close ends everything pending', async () => {
  const { pool } = poolOf({ busy: 1 });
  await pool.ready;
  const { ended } = train(pool, 'updates=100000 racer', 1);
  const asked = pool.ask({ kind: 'read', text: '' });
  setTimeout(() => pool.close(), 20);
  await assert.rejects(ended, withCode('closed'));
  await asked;
  await assert.rejects(pool.ask({ kind: 'read', text: '' }), withCode('closed'));
});
