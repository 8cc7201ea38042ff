// A worker that says nothing when it should is replaced, one from which nothing is awaited is not; a held pool trains nothing.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Race } from '../../../web/src/lab/race.js';
import { Pool } from '../../../web/src/pool/pool.js';
import { QueryClient } from '../../../web/src/pool/query-client.js';
import { fakeEta } from '../fake-eta.mjs';
import { endWorkers, localEnvironment } from '../local-worker.mjs';

afterEach(endWorkers);

const soon = () => new Promise((later) => setTimeout(later, 20));

/** A pool whose workers can be ended without any event. */
function poolOf(plan = {}) {
  const environment = localEnvironment({ createEta: fakeEta(plan), checkpointEvery: 0 }, 1);
  const pool = new Pool(environment);
  const tick = (/** @type {number} */ count) => {
    for (let i = 0; i < count; i += 1) pool.tick();
  };
  return { pool, tick, workers: environment.workers };
}

/** Starts a race of 3000 updates. @param {Pool} pool */
async function raceOf(pool) {
  const run = (await new QueryClient(pool).read('updates=3000 racer'))?.run;
  assert(run);
  const race = new Race(pool, run);
  race.setTarget(3000);
  return race;
}

test('a query worker that ended in silence is replaced, and its question answered', async () => {
  const { pool, tick, workers } = poolOf();
  await pool.ready;
  workers[0].terminate();
  const read = new QueryClient(pool).read('updates=3 racer');
  await soon();
  tick(30);
  await soon();
  assert.equal(workers.length, 1);
  tick(1);
  assert.equal((await read)?.run?.steps, 3);
  assert.equal(workers.length, 2);
  pool.close();
});

test('a worker that ended in silence while it trained is replaced, and every update is done', async () => {
  const { pool, tick, workers } = poolOf({ busy: 0.05 });
  const race = await raceOf(pool);
  while (race.state(1).update < 200) await soon();
  workers[1].terminate();
  await soon();
  tick(31);
  await race.settled();
  assert.equal(await race.hash(1), '1@3000');
  assert.equal(workers.length, 3);
  pool.close();
});

test('idle workers may be silent, and those that answer are not replaced however long the whole takes', async () => {
  const { pool, tick, workers } = poolOf({ busy: 0.1 });
  await new QueryClient(pool).read('updates=3 racer');
  tick(100);
  const race = await raceOf(pool);
  while (race.state(1).ended === '') {
    tick(20);
    await soon();
  }
  tick(100);
  assert.equal(workers.length, 2);
  pool.close();
});

test('a held pool trains nothing but answers; released, it trains on to the end', async () => {
  const { pool, tick, workers } = poolOf({ busy: 0.05 });
  const race = await raceOf(pool);
  while (race.state(1).update < 200) await soon();
  pool.hold(true);
  await soon();
  const held = race.state(1).update;
  const other = new Race(pool, race.run);
  other.setTarget(3000);
  for (let i = 0; i < 5; i += 1) await soon();
  assert.equal(race.state(1).update, held);
  assert.equal(other.state(1).update, 0);
  assert(held < 3000);
  tick(100);
  assert.equal((await new QueryClient(pool).read('updates=4 racer'))?.run?.steps, 4);
  pool.hold(false);
  await Promise.all([race.settled(), other.settled()]);
  assert.deepEqual([race.state(1).update, other.state(1).update], [3000, 3000]);
  assert.equal(workers.length, 2);
  pool.close();
});
