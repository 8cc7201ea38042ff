// What a worker says to which message, and in which order.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { emptyWasm, fakeEta } from '../fake-eta.mjs';
import { endWorkers, localWorker } from '../local-worker.mjs';

afterEach(endWorkers);

/**
 * @typedef {import('../../../web/src/lib/messages.js').FromWorker} FromWorker
 * @typedef {import('../../../web/src/lib/messages.js').ToWorker} ToWorker
 */

/**
 * A worker, what it has said, and a way to wait for what it will say.
 * @param {import('../fake-eta.mjs').Plan} [plan]
 * @param {object} [options]
 */
function worker(plan, options) {
  const made = localWorker({ createEta: fakeEta(plan), ...options });
  /** @type {FromWorker[]} */
  const said = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  made.onmessage = ({ data }) => {
    said.push(data);
    for (const wake of waiting.splice(0)) wake();
  };
  /** @param {(message: FromWorker) => boolean} wanted */
  const until = async (wanted) => {
    while (!said.some(wanted)) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
  };
  /** @param {...ToWorker} messages */
  const tell = (...messages) => {
    for (const message of messages) made.postMessage(message);
  };
  return { said, until, tell, end: () => made.terminate() };
}

const open = /** @type {ToWorker} */ ({ type: 'open', wasm: emptyWasm.buffer });

/**
 * @param {number} session
 * @param {string} text
 * @param {number} target
 * @returns {ToWorker}
 */
const start = (session, text, target, racer = 1) => ({ type: 'start', session, text, racer, target, checkpoint: null });

/** @param {FromWorker[]} said @param {number} session @returns {any[]} */
const progressOf = (said, session) => said.filter((message) => message.type === 'progress' && message.session === session);

test('questions that come before the module is open are answered after it, in order', async () => {
  const { said, until, tell, end } = worker();
  tell(
    open,
    { type: 'ask', id: 1, question: { kind: 'check', text: '余 x' } },
    { type: 'ask', id: 2, question: { kind: 'check', text: '' } },
  );
  await until((message) => 'id' in message && message.id === 2);
  assert.deepEqual(
    said.map((message) => ('id' in message ? message.id : message.type)),
    ['ready', 1, 2],
  );
  const [, answer] = /** @type {any[]} */ (said);
  assert.deepEqual([answer.value.run, answer.value.problems[0].from, answer.value.problems[0].to], [null, 2, 3]);
  end();
});

test('a racer trains to its target in rows that join, stops there, goes on, ends', async () => {
  const { said, until, tell, end } = worker();
  tell(open, start(7, 'updates=1000 racer', 25));
  await until((message) => message.type === 'progress' && message.state.update === 25);
  tell({ type: 'ask', id: 1, question: { kind: 'hash', session: 7 } });
  await until((message) => message.type === 'answer');
  assert.equal(progressOf(said, 7).at(-1).state.ended, '');
  tell({ type: 'target', session: 7, update: 5000 });
  await until((message) => message.type === 'progress' && message.state.ended === 'finished');
  let next = 0;
  const evaluated = [];
  for (const { rows, state } of progressOf(said, 7)) {
    assert.equal(rows.from, next);
    for (const loss of rows.batchLoss) {
      assert.equal(loss, 100 + next);
      next += 1;
    }
    assert.equal(state.update, next);
    evaluated.push(...rows.evaluations.update);
  }
  assert.equal(next, 1000);
  assert.deepEqual(
    evaluated,
    Array.from({ length: 100 }, (_, i) => 10 * (i + 1)),
  );
  assert.deepEqual(said.find((message) => message.type === 'answer')?.value, '1@25');
  assert.ok(progressOf(said, 7).at(-1).checkpoint);
  end();
});

test('two racers take turns, and a stop is heard between two slices', async () => {
  const { said, until, tell, end } = worker({ busy: 1 }, { slice: 5 });
  tell(open, start(1, 'updates=100000 racer', 100_000), start(2, 'updates=100000 racer racer', 100_000, 2));
  await until((message) => message.type === 'progress' && message.state.update >= 20);
  tell(
    { type: 'target', session: 1, update: 0 },
    { type: 'target', session: 2, update: 0 },
    { type: 'ask', id: 1, question: { kind: 'hash', session: 1 } },
  );
  await until((message) => message.type === 'answer');
  const [a, b] = [progressOf(said, 1), progressOf(said, 2)].map((all) => all.at(-1).state.update);
  assert.ok(Math.abs(a - b) <= 20, `${a} and ${b} updates`);
  const length = said.length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(said.length, length);
  end();
});

test('it says what it refuses, and goes on', async () => {
  const { said, until, tell, end } = worker();
  const curve = { kind: /** @type {const} */ ('curve'), text: 'updates=4 racer', racer: 1, first: 0, stride: 1 };
  tell(open);
  tell({ type: 'ask', id: 1, question: { ...curve, count: -1 } }, { type: 'ask', id: 2, question: { ...curve, count: 3, racer: 2 } });
  tell(
    { type: 'ask', id: 3, question: { kind: 'hash', session: 9 } },
    start(4, 'nonsense here', 10),
    start(5, 'updates=3 racer asset', 10),
  );
  tell({ type: 'ask', id: 6, question: { ...curve, count: 3 } });
  await until((message) => 'id' in message && message.id === 6);
  assert.deepEqual(
    said.map(({ type }) => type),
    ['ready', 'refused', 'refused', 'refused', 'unstarted', 'unstarted', 'answer'],
  );
  assert.deepEqual(said.at(-1), { type: 'answer', id: 6, value: Float64Array.of(1, 1.25, 1.5) });
  end();
});

test('after a trap it says so once and does nothing further', async () => {
  const { said, until, tell, end } = worker({ traps: ['1 30'] });
  tell(open, start(1, 'updates=100 racer', 100), start(2, 'updates=100 racer', 20));
  await until((message) => message.type === 'dead');
  tell({ type: 'ask', id: 1, question: { kind: 'check', text: '' } });
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(said.at(-1)?.type, 'dead');
  assert.equal(said.filter(({ type }) => type === 'dead').length, 1);
  end();
});
