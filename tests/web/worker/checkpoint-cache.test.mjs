// A cache of checkpoints keeps few of them, in as many bytes as it may, and goes to a past update from the nearest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CheckpointCache } from '../../../web/src/worker/checkpoints.js';

/** A trainer that only counts; one call does at most 40 updates. */
class Counting {
  update = 0;
  deleted = false;
  /** @type {string[]} */
  static done = [];
  state() {
    return { update: this.update };
  }
  /** @param {number} count */
  advance(count) {
    const applied = Math.min(count, 40);
    Counting.done.push(`${this.update} + ${applied}`);
    this.update += applied;
    return { updates: { batch_loss: new Float32Array(applied) } };
  }
  /** @param {Uint8Array} bytes */
  resume(bytes) {
    if (bytes[0] === 255) return false;
    Counting.done.push(`to ${bytes[0]}`);
    [this.update] = bytes;
    return true;
  }
  delete() {
    this.deleted = true;
    Counting.done.push('deleted');
  }
}

/** @param {number} updates */
const cacheOf = (updates) => new CheckpointCache(updates, () => /** @type {any} */ (new Counting()));

/** Keeps all that are due, and gives the updates of those that were made. @param {CheckpointCache} cache @param {number} size */
function kept(cache, updates = 0, size = 1) {
  /** @type {number[]} */
  const made = [];
  for (let update = cache.next(0); update <= updates; update = cache.next(update)) {
    cache.keep(update, () => {
      made.push(update);
      return new Uint8Array(size).fill(update);
    });
  }
  return made;
}

/** What was done since the last look. */
const done = () => Counting.done.splice(0);

test('there are at most 64 checkpoints of a run, at equal distances', () => {
  assert.deepEqual(kept(cacheOf(640), 640).length, 64);
  assert.deepEqual(kept(cacheOf(641), 641).slice(0, 3), [11, 22, 33]);
  assert.deepEqual(kept(cacheOf(5), 5), [1, 2, 3, 4, 5]);
  assert.equal(cacheOf(640).next(10), 20);
  assert.equal(cacheOf(640).next(19), 20);
});

test('what is not due is not made', () => {
  const cache = cacheOf(640);
  const never = () => assert.fail('it is made');
  cache.keep(0, never);
  cache.keep(9, never);
  cache.keep(10, () => Uint8Array.of(10));
  cache.keep(19, never);
  cache.keep(20, () => Uint8Array.of(20));
});

test('when they take too many bytes every other one goes, and the next come half as often', () => {
  const cache = cacheOf(128);
  // Four of these are 8 MB, and a fifth is one too many: of 2, 4, 6, 8, 10 there remain 4 and 8, of 4 … 20 then 8 and 16, at last 16, 32.
  assert.deepEqual(kept(cache, 40, 2_000_000), [2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40]);
  assert.equal(cache.next(40), 48);
  done();
  cache.at(39);
  cache.at(20);
  cache.at(15);
  assert.deepEqual(done(), ['to 32', '32 + 7', 'to 16', '16 + 4', 'deleted', '0 + 15']);
});

test('a past update is reached from the nearest checkpoint before it, and from where the trainer is when that is nearer', () => {
  const cache = cacheOf(640);
  kept(cache, 200);
  done();
  assert.equal(cache.at(57).state().update, 57);
  assert.deepEqual(done(), ['to 50', '50 + 7']);
  // Forwards to before the next checkpoint it only goes on.
  assert.equal(cache.at(59).state().update, 59);
  assert.deepEqual(done(), ['57 + 2']);
  // Further on, it jumps.
  assert.equal(cache.at(121).state().update, 121);
  assert.deepEqual(done(), ['to 120', '120 + 1']);
  // Backwards it jumps too, to a checkpoint itself.
  assert.equal(cache.at(120).state().update, 120);
  assert.deepEqual(done(), ['to 120']);
  // Where it is already, nothing is done.
  assert.equal(cache.at(120).state().update, 120);
  assert.deepEqual(done(), []);
  // Behind the last checkpoint it takes as many calls as are needed.
  assert.equal(cache.at(290).state().update, 290);
  assert.deepEqual(done(), ['to 200', '200 + 40', '240 + 40', '280 + 10']);
});

test('before the first checkpoint there is only the start', () => {
  const cache = cacheOf(640);
  kept(cache, 30);
  done();
  assert.equal(cache.at(25).state().update, 25);
  assert.equal(cache.at(3).state().update, 3);
  assert.deepEqual(done(), ['to 20', '20 + 5', 'deleted', '0 + 3']);
});

test('a checkpoint that the trainer refuses is an error, not another state', () => {
  const cache = cacheOf(640);
  cache.keep(10, () => Uint8Array.of(255));
  assert.throws(() => cache.at(12), /checkpoint of update 10/);
});
