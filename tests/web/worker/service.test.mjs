// A worker's messages, and their order.
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
 * Makes a worker that records its messages, and lets tests wait for one.
 * @param {import('../fake-eta.mjs').Plan} [plan]
 * @param {object} [options]
 */
function worker(plan, options) {
  const made = localWorker({ createEta: fakeEta(plan), ...options });
  /** @type {FromWorker[]} */
  const messages = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  made.onmessage = ({ data }) => {
    messages.push(data);
    for (const wake of waiting.splice(0)) wake();
  };
  /** @param {(message: FromWorker) => boolean} wanted */
  const until = async (wanted) => {
    while (!messages.some(wanted)) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
  };
  /** @param {...ToWorker} messages */
  const send = (...messages) => {
    for (const message of messages) made.postMessage(message);
  };
  return { messages, until, send, end: () => made.terminate() };
}

const open = /** @type {ToWorker} */ ({ type: 'open', wasm: emptyWasm.buffer });

/**
 * @param {number} session
 * @param {string} text
 * @param {number} target
 * @returns {ToWorker}
 */
const start = (session, text, target, racer = 1) => ({ type: 'start', session, text, racer, target, checkpoint: null });

/** @param {FromWorker[]} messages @param {number} session @returns {any[]} */
const progressOf = (messages, session) => messages.filter((message) => message.type === 'progress' && message.session === session);

test('questions that come before the module is open are answered after it, in order', async () => {
  const { messages, until, send, end } = worker();
  send(
    open,
    { type: 'ask', id: 1, question: { kind: 'read', text: '余 x' } },
    { type: 'ask', id: 2, question: { kind: 'read', text: '' } },
  );
  await until((message) => 'id' in message && message.id === 2);
  assert.deepEqual(
    messages.map((message) => ('id' in message ? message.id : message.type)),
    ['ready', 1, 2],
  );
  const [, answer] = /** @type {any[]} */ (messages);
  assert.deepEqual([answer.value.run, answer.value.problems[0].from, answer.value.problems[0].to], [null, 2, 3]);
  end();
});

test('a racer trains to its target in consecutive rows, stops there, continues, ends', async () => {
  const { messages, until, send, end } = worker();
  send(open, start(7, 'updates=1000 racer', 25));
  await until((message) => message.type === 'progress' && message.state.update === 25);
  send({ type: 'ask', id: 1, question: { kind: 'hash', session: 7 } });
  await until((message) => message.type === 'answer');
  assert.equal(progressOf(messages, 7).at(-1).state.ended, '');
  send({ type: 'target', session: 7, update: 5000 });
  await until((message) => message.type === 'progress' && message.state.ended === 'finished');
  let next = 0;
  const evaluated = [];
  for (const { rows, state } of progressOf(messages, 7)) {
    assert.equal(rows.from, next);
    for (const loss of rows.updates.batch_loss) {
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
  assert.deepEqual(messages.find((message) => message.type === 'answer')?.value, '1@25');
  assert.ok(progressOf(messages, 7).at(-1).checkpoint);
  end();
});

test('two racers take turns, and a stop is handled between two slices', async () => {
  const { messages, until, send, end } = worker({ busy: 1 }, { slice: 5 });
  send(open, start(1, 'updates=100000 racer', 100_000), start(2, 'updates=100000 racer racer', 100_000, 2));
  await until((message) => message.type === 'progress' && message.state.update >= 20);
  send(
    { type: 'target', session: 1, update: 0 },
    { type: 'target', session: 2, update: 0 },
    { type: 'ask', id: 1, question: { kind: 'hash', session: 1 } },
  );
  await until((message) => message.type === 'answer');
  const [a, b] = [progressOf(messages, 1), progressOf(messages, 2)].map((all) => all.at(-1).state.update);
  assert.ok(Math.abs(a - b) <= 20, `${a} and ${b} updates`);
  const length = messages.length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(messages.length, length);
  end();
});

test('it reports what it refuses, and continues', async () => {
  const { messages, until, send, end } = worker();
  const rates = { kind: /** @type {const} */ ('rates'), text: 'updates=4 racer', racer: 1 };
  send(open);
  send(
    { type: 'ask', id: 1, question: { ...rates, updates: [-1] } },
    { type: 'ask', id: 2, question: { ...rates, updates: [0], racer: 2 } },
  );
  send(
    { type: 'ask', id: 3, question: { kind: 'hash', session: 9 } },
    start(4, 'nonsense here', 10),
    start(5, 'updates=3 racer asset', 10),
  );
  send({ type: 'ask', id: 6, question: { ...rates, updates: [0, 1, 2] } });
  await until((message) => 'id' in message && message.id === 6);
  assert.deepEqual(
    messages.map(({ type }) => type),
    ['ready', 'refused', 'refused', 'refused', 'unstarted', 'unstarted', 'answer'],
  );
  assert.deepEqual(messages.at(-1), { type: 'answer', id: 6, value: Float64Array.of(1, 1.25, 1.5) });
  end();
});

test('after a trap it reports one crash and does nothing further', async () => {
  const { messages, until, send, end } = worker({ traps: ['1 30'] });
  send(open, start(1, 'updates=100 racer', 100), start(2, 'updates=100 racer', 20));
  await until((message) => message.type === 'crashed');
  send({ type: 'ask', id: 1, question: { kind: 'read', text: '' } });
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(messages.at(-1)?.type, 'crashed');
  assert.equal(messages.filter(({ type }) => type === 'crashed').length, 1);
  end();
});
