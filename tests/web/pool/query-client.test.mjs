// The desk's client: the newest question of a kind wins.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Pool } from '../../../web/src/pool/pool.js';
import { QueryClient } from '../../../web/src/pool/query-client.js';
import { fakeEta } from '../fake-eta.mjs';
import { endWorkers, localHost } from '../local-worker.mjs';

afterEach(endWorkers);

/** @param {import('../fake-eta.mjs').Plan} [plan] */
function deskOf(plan) {
  const pool = new Pool(localHost({ createEta: fakeEta(plan) }));
  return { pool, desk: new QueryClient(pool) };
}

test('of many texts only the newest is answered, and few are asked', async () => {
  /** @type {string[]} */
  const seen = [];
  const { pool, desk } = deskOf({ seen: (call) => call.startsWith('check') && seen.push(call) });
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => desk.check(`updates=${i + 1} racer`)));
  assert.deepEqual(answers.slice(0, -1), Array(49).fill(null));
  assert.equal(answers.at(-1)?.run?.steps, 50);
  assert.equal(seen.length, 2);
  pool.close();
});

test('curves of different racers and slots, checks, and other clients do not displace one another', async () => {
  const { pool, desk } = deskOf();
  const question = { text: 'updates=4 racer racer', first: 0, count: 2, stride: 2 };
  const [one, two, preview, checked, others] = await Promise.all([
    desk.curve({ ...question, racer: 1 }),
    desk.curve({ ...question, racer: 2 }),
    desk.curve({ ...question, racer: 2, slot: 'preview' }),
    desk.check('not a run'),
    new QueryClient(pool).check('updates=9 racer'),
  ]);
  assert.deepEqual([one, two, preview], [Float64Array.of(1, 1.5), Float64Array.of(2, 2.5), Float64Array.of(2, 2.5)]);
  assert.equal(checked?.run, null);
  assert.equal(others?.run?.steps, 9);
  pool.close();
});

test('a refusal rejects, the next question is answered, closing resolves null', async () => {
  const { pool, desk } = deskOf();
  await assert.rejects(desk.curve({ text: 'updates=4 racer', racer: 3, first: 0, count: 1, stride: 1 }), /racer/);
  assert.equal((await desk.check('updates=4 racer'))?.run?.steps, 4);
  const waiting = desk.check('updates=5 racer');
  desk.close();
  assert.equal(await waiting, null);
  assert.equal(await desk.check('updates=6 racer'), null);
  pool.close();
});

test('of many drags only the newest is answered', async () => {
  const { pool, desk } = deskOf();
  const answers = await Promise.all([1, 2, 3].map((t) => desk.drag({ text: 'updates=4 racer', handle: 0, t, eta: 0.5 })));
  assert.deepEqual(answers.slice(0, 2), [null, null]);
  assert.equal(answers[2]?.run.text, 'updates=7 racer');
  assert.deepEqual(answers[2]?.curves, [Float64Array.from({ length: 7 }, (_, t) => 1 + t / 7)]);
  pool.close();
});
