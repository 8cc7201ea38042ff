// A training session outlives its workers: what a dead one had done is done again before anything is asked, and three deaths end it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TrainingSession } from '../../../web/src/pool/training-session.js';
import { WorkerCrashed } from '../../../web/src/pool/worker-client.js';

/** A worker that records what it is sent, and answers a question as it is told to. */
function recordingWorker() {
  /** @type {any[]} */
  const posted = [];
  /** @type {{ question: any, resolve: (value: unknown) => void, reject: (error: Error) => void }[]} */
  const asked = [];
  const worker = {
    posted,
    asked,
    post: (/** @type {unknown} */ message) => void posted.push(message),
    ask: (/** @type {unknown} */ question) => new Promise((resolve, reject) => asked.push({ question, resolve, reject })),
  };
  return /** @type {typeof worker & import('../../../web/src/pool/worker-client.js').WorkerClient} */ (/** @type {unknown} */ (worker));
}

function recordedSession() {
  /** @type {string[]} */
  const said = [];
  const session = new TrainingSession(
    7,
    { text: 'a run', racer: 2, asset: '' },
    {
      onProgress: (_, { update }) => said.push(`at ${update}`),
      onReplaced: () => said.push('replaced'),
      onFailed: ({ message }) => said.push(message),
    },
  );
  /** @param {number} update @param {Uint8Array | null} [checkpoint] */
  const progress = (update, checkpoint = null, ended = '') =>
    session.onMessage(/** @type {any} */ ({ type: 'progress', session: 7, rows: {}, state: { update, ended }, checkpoint }));
  return { session, said, progress };
}

const crash = new WorkerCrashed('it ended');
const settled = () => new Promise((resolve) => setImmediate(resolve));
const starts = (/** @type {any[]} */ posted) => posted.filter(({ type }) => type === 'start');
const targets = (/** @type {any[]} */ posted) => posted.filter(({ type }) => type === 'target').map(({ update }) => update);

test('a target below what was done stops a worker there, but never the repetition of what a dead one had done', () => {
  const { session, progress } = recordedSession();
  const [first, second] = [recordingWorker(), recordingWorker()];
  session.setTarget(500);
  session.begin(first);
  assert.equal(starts(first.posted)[0].target, 500);
  progress(100, Uint8Array.of(1));
  progress(300);
  session.setTarget(50);
  // The worker has done 300 already, so that is where it stops.
  assert.deepEqual(targets(first.posted), [300]);
  assert.ok(session.onWorkerCrashed(crash));
  session.begin(second);
  assert.deepEqual(starts(second.posted), [
    { type: 'start', session: 7, text: 'a run', racer: 2, target: 300, checkpoint: Uint8Array.of(1) },
  ]);
  session.setTarget(200);
  assert.deepEqual(targets(second.posted), [300]);
  session.setTarget(400);
  assert.deepEqual(targets(second.posted), [300, 400]);
  // The same target again is not sent.
  session.setTarget(400);
  assert.equal(targets(second.posted).length, 2);
});

test('nothing is asked of a worker that has not caught up with the one that died', async () => {
  const { session, progress } = recordedSession();
  const [first, second] = [recordingWorker(), recordingWorker()];
  session.setTarget(500);
  session.begin(first);
  progress(100, Uint8Array.of(1));
  progress(300);
  assert.ok(session.onWorkerCrashed(crash));
  const answer = session.ask({ kind: 'hash' });
  await settled();
  session.begin(second);
  await settled();
  assert.equal(second.asked.length, 0);
  progress(299);
  await settled();
  assert.equal(second.asked.length, 0);
  progress(300);
  await settled();
  assert.deepEqual(
    second.asked.map(({ question }) => question),
    [{ kind: 'hash', session: 7 }],
  );
  second.asked[0].resolve('the hash');
  assert.equal(await answer, 'the hash');
  assert.equal(first.asked.length, 0);
});

test('a question that a worker died with is asked of the next one', async () => {
  const { session, progress } = recordedSession();
  const [first, second] = [recordingWorker(), recordingWorker()];
  session.begin(first);
  progress(10, Uint8Array.of(1));
  const answer = session.ask({ kind: 'weights' });
  await settled();
  assert.ok(session.onWorkerCrashed(crash));
  first.asked[0].reject(new WorkerCrashed('gone'));
  await settled();
  session.begin(second);
  await settled();
  second.asked[0].resolve('weights');
  assert.equal(await answer, 'weights');
});

test('the third death without a new update between them is the last; a new update, or an end, begins the count again', () => {
  const { session, said, progress } = recordedSession();
  session.begin(recordingWorker());
  progress(10, Uint8Array.of(1));
  assert.ok(session.onWorkerCrashed(crash));
  session.begin(recordingWorker());
  // What was done before is repeated: that is no new update.
  progress(10);
  assert.ok(session.onWorkerCrashed(crash));
  session.begin(recordingWorker());
  progress(11);
  for (let death = 1; death <= 2; death += 1) {
    assert.ok(session.onWorkerCrashed(crash), `death ${death} after a new update`);
    session.begin(recordingWorker());
    progress(11);
  }
  assert.equal(session.onWorkerCrashed(crash), false);
  assert.deepEqual(said.slice(-2), ['at 11', 'its worker crashed again and again: it ended']);
  assert.equal(said.filter((each) => each === 'replaced').length, 4);
  assert.ok(session.closed);
  progress(12);
  assert.equal(said.at(-1), 'its worker crashed again and again: it ended');

  const other = recordedSession();
  for (let death = 1; death <= 6; death += 1) {
    other.session.begin(recordingWorker());
    other.progress(20, null, 'finished');
    assert.ok(other.session.onWorkerCrashed(crash), `death ${death} of a racer that had ended`);
  }
});

test('a session that was disposed of is not begun again, and its questions are rejected', async () => {
  const { session, said, progress } = recordedSession();
  const [first, second] = [recordingWorker(), recordingWorker()];
  session.begin(first);
  progress(5);
  assert.ok(session.onWorkerCrashed(crash));
  const asked = assert.rejects(session.ask({ kind: 'hash' }), /disposed of/);
  session.dispose();
  await asked;
  assert.equal(session.onWorkerCrashed(crash), false);
  session.begin(second);
  assert.deepEqual([second.posted, said], [[], ['at 5', 'replaced']]);
});
