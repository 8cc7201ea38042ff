// A race collects telemetry by update, obeys targets, keeps racers together, and survives crashes of workers.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Race } from '../../../web/src/lab/race.js';
import { Pool } from '../../../web/src/pool/pool.js';
import { QueryClient } from '../../../web/src/pool/query-client.js';
import { fakeEta } from '../fake-eta.mjs';
import { endWorkers, localEnvironment } from '../local-worker.mjs';

afterEach(endWorkers);

/**
 * @param {string} text
 * @param {import('../../../web/src/lab/race.js').RaceHooks} [hooks]
 * @param {import('../fake-eta.mjs').Plan} [plan]
 * @param {number} [limit]
 */
async function raceOf(text, hooks, plan, limit) {
  const environment = localEnvironment({ createEta: fakeEta(plan), checkpointEvery: 60 }, limit);
  const pool = new Pool(environment);
  const checked = await new QueryClient(pool).read(text);
  if (!checked?.run) throw new Error('the text has problems');
  return { environment, pool, race: new Race(pool, checked.run, hooks) };
}

/** Checks that every row is as it would be without interruption. @param {Race} race @param {number} racer @param {number} updates */
function assertWhole(race, racer, updates) {
  const { updates: columns, evaluations } = race.telemetry(racer);
  const rows = Float32Array.from({ length: updates }, (_, t) => 100 * racer + t);
  for (const column of Object.values(columns)) assert.deepEqual(column, rows);
  const after = Float32Array.from({ length: Math.floor(updates / 10) }, (_, i) => 10 * (i + 1));
  assert.deepEqual(evaluations.update, after);
  assert.deepEqual(
    evaluations.validation_loss,
    after.map((t) => 1 / t),
  );
  assert.deepEqual(evaluations.validation_accuracy, evaluations.validation_loss);
}

test('nothing is trained without a target; then up to the target, one more update, to the end', async () => {
  /** @type {number[]} */
  const ends = [];
  const { pool, race } = await raceOf('updates=3000 racer racer racer', { onEnd: (racer) => ends.push(racer) });
  await race.settled();
  assert.deepEqual(race.state(1), { update: 0, updates: 3000, ended: '', restored: -1 });
  race.setTarget(25);
  await race.settled();
  for (const racer of [1, 2, 3]) assertWhole(race, racer, 25);
  race.setTarget(26);
  await race.settled();
  assert.deepEqual(
    [1, 2, 3].map((racer) => race.state(racer).update),
    [26, 26, 26],
  );
  assert.equal(await race.hash(2), '2@26');
  race.setTarget(1e6);
  await race.settled();
  for (const racer of [1, 2, 3]) assertWhole(race, racer, 3000);
  assert.equal(race.state(3).ended, 'finished');
  assert.deepEqual(ends.toSorted(), [1, 2, 3]);
  assert.deepEqual(await race.weights(3), Float32Array.of(3, 3000));
  assert.throws(() => race.state(4), RangeError);
  pool.close();
});

test('racers that share a worker and one with its own advance together, and stop on request', async () => {
  const racers = [1, 2, 3];
  const done = [0, 0, 0];
  let apart = 0;
  let largest = 0;
  const { pool, race } = await raceOf('updates=100000 racer racer racer', { onProgress }, { busy: 0.1 }, 2);
  /** @param {number} racer */
  function onProgress(racer) {
    const { update } = race.state(racer);
    largest = Math.max(largest, update - done[racer - 1]);
    done[racer - 1] = update;
    apart = Math.max(apart, Math.max(...done) - Math.min(...done));
    if (Math.min(...done) > 40 * largest) race.stop();
  }
  race.setTarget(100_000);
  await race.settled();
  await race.hash(1);
  await new Promise((resolve) => setTimeout(resolve, 60));
  const stopped = racers.map((racer) => race.state(racer).update);
  assert.ok(Math.min(...stopped) < 100_000);
  // Without a limit the racer with its own worker would be ahead by 40 times the largest progress.
  assert.ok(apart <= 12 * largest, `${apart} apart, ${largest} at a time`);
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(
    racers.map((racer) => race.state(racer).update),
    stopped,
  );
  pool.close();
});

/** Whether calls were made twice, more than the one that trapped. @param {string[]} calls */
const repeated = (calls) => calls.length - new Set(calls).size > 10;

test('after a crash the telemetry is complete, stored once, and the hook is called', async () => {
  /** @type {number[]} */
  const replaced = [];
  /** @type {number[]} */
  const updates = [];
  /** @type {string[]} */
  const seen = [];
  const hooks = {
    onReplaced: (/** @type {number} */ racer) => replaced.push(racer),
    onProgress: (/** @type {number} */ racer) => racer === 1 && updates.push(race.state(1).update),
  };
  const { pool, race } = await raceOf('updates=2000 racer', hooks, {
    traps: ['1 700', '1 1500'],
    busy: 0.2,
    seen: (call) => seen.push(call),
  });
  race.setTarget(2000);
  await race.settled();
  assertWhole(race, 1, 2000);
  assert.deepEqual(replaced, [1, 1]);
  assert.ok(repeated(seen), 'the lost updates were to be repeated');
  assert.deepEqual(
    updates,
    Array.from(new Set(updates)).toSorted((a, b) => a - b),
  );
  assert.equal(await race.hash(1), '1@2000');
  pool.close();
});

test('a hash requested while a racer repeats lost updates is not of earlier weights', async () => {
  const { environment, pool, race } = await raceOf('updates=400 racer', {}, { busy: 0.2 });
  race.setTarget(300);
  await race.settled();
  race.stop();
  environment.workers.at(-1)?.onerror?.({});
  assert.equal(await race.hash(1), '1@300');
  pool.close();
});

test('a racer whose workers keep crashing has failed, the other finishes, and nothing is reported after dispose', async () => {
  /** @type {number[]} */
  const ends = [];
  const { pool, race } = await raceOf('updates=100 racer racer', { onEnd: (racer) => ends.push(racer) }, { traps: Array(30).fill('2 40') });
  race.setTarget(100);
  await race.settled();
  assert.deepEqual(race.state(1), { update: 100, updates: 100, ended: 'finished', restored: -1 });
  assert.deepEqual([race.state(2).ended, race.state(2).failure], ['failed', 'died']);
  assert.deepEqual(ends.toSorted(), [1, 2]);
  race.dispose();
  await assert.rejects(race.hash(1), /disposed/);
  await race.settled();
  pool.close();
  assert.equal(ends.length, 2);
});
