// A query client answers the newest question of each kind.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Pool } from '../../../web/src/pool/pool.js';
import { QueryClient } from '../../../web/src/pool/query-client.js';
import { fakeEta } from '../fake-eta.mjs';
import { endWorkers, localEnvironment } from '../local-worker.mjs';

afterEach(endWorkers);

/** @param {import('../fake-eta.mjs').Plan} [plan] */
function clientOf(plan) {
  const pool = new Pool(localEnvironment({ createEta: fakeEta(plan) }));
  return { pool, client: new QueryClient(pool) };
}

test('of many texts only the newest is answered, and few are sent', async () => {
  /** @type {string[]} */
  const seen = [];
  const { pool, client } = clientOf({ seen: (call) => call.startsWith('read') && seen.push(call) });
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => client.read(`updates=${i + 1} racer`)));
  assert.deepEqual(answers.slice(0, -1), Array(49).fill(null));
  assert.equal(answers.at(-1)?.run?.steps, 50);
  assert.equal(seen.length, 2);
  pool.close();
});

test('stretches and rates of different slots, texts, and other clients do not displace one another', async () => {
  const { pool, client } = clientOf();
  const question = { text: 'updates=4 racer racer', from: 0, to: 3, points: 2 };
  const [one, two, preview, checked, others] = await Promise.all([
    client.stretch('1', { ...question, racer: 1 }),
    client.stretch('2', { ...question, racer: 2 }),
    client.rates('2', { text: question.text, racer: 2, updates: [0, 2] }),
    client.read('not a run'),
    new QueryClient(pool).read('updates=9 racer'),
  ]);
  assert.deepEqual([one?.eta, two?.eta, preview], [Float64Array.of(1, 1.5), Float64Array.of(2, 2.5), Float64Array.of(2, 2.5)]);
  assert.equal(checked?.run, null);
  assert.equal(others?.run?.steps, 9);
  pool.close();
});

test('a refusal rejects, the next question is answered, closing resolves null', async () => {
  const { pool, client } = clientOf();
  await assert.rejects(client.stretch('3', { text: 'updates=4 racer', racer: 3, from: 0, to: 1, points: 1 }), /racer/);
  assert.equal((await client.read('updates=4 racer'))?.run?.steps, 4);
  const waiting = client.read('updates=5 racer');
  client.close();
  assert.equal(await waiting, null);
  assert.equal(await client.read('updates=6 racer'), null);
  pool.close();
});

test('of many drags only the newest is answered', async () => {
  const { pool, client } = clientOf();
  const answers = await Promise.all([1, 2, 3].map((t) => client.drag({ text: 'updates=4 racer', handle: 0, t, eta: 0.5, points: 9 })));
  assert.deepEqual(answers.slice(0, 2), [null, null]);
  assert.equal(answers[2]?.run?.text, 'updates=7 racer');
  const [[curve]] = answers[2]?.curves ?? [[]];
  assert.deepEqual(
    curve.eta,
    Float64Array.from({ length: 7 }, (_, t) => 1 + t / 7),
  );
  pool.close();
});

test('of many explanations at a cursor only the newest is answered, and they do not displace what is known of the whole', async () => {
  /** @type {string[]} */
  const seen = [];
  const { pool, client } = clientOf({ seen: (call) => call.startsWith('explain') && seen.push(call) });
  const question = { text: 'updates=9 racer racer', racer: 2 };
  const [known, ...steps] = await Promise.all([client.explain(question), ...[1, 2, 3].map((t) => client.explain({ ...question, t }))]);
  assert.deepEqual([known.schedule, known.t], ['racer', undefined]);
  assert.deepEqual(
    steps.map((step) => step?.t),
    [undefined, undefined, 3],
  );
  assert.equal(seen.length, 3);
  await assert.rejects(client.explain({ ...question, racer: 3 }), /racer/);
  pool.close();
});
