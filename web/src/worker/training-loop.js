// Trains one racer in slices of some milliseconds, so that the worker can handle messages in between.

import { CheckpointCache } from './checkpoints.js';

/**
 * @typedef {import('../lib/rows.js').Rows} Rows
 * @typedef {import('../engine/trainer.js').Trainer} Trainer
 */

/** One call of the trainer does at most this many updates. */
const maxUpdates = 65_536;

export class TrainingLoop {
  /** @type {number} Training stops at this number of updates. */
  target = 0;
  #trainer;
  #state;
  /** @type {number} The number of updates that last took about a slice. */
  #count = 1;
  /** @type {number} The time of the last checkpoint that was sent. */
  #checkpointTime;
  #checkpoints;

  /**
   * @param {Trainer} trainer is owned and deleted by the loop
   * @param {() => Trainer} make makes another one at the start of the same run
   */
  constructor(trainer, make) {
    this.#trainer = trainer;
    this.#state = trainer.state();
    this.#checkpoints = new CheckpointCache(this.#state.updates, make);
    this.#checkpointTime = performance.now();
  }

  get state() {
    return this.#state;
  }

  get canTrain() {
    return this.#state.ended === '' && this.#state.update < this.target;
  }

  /**
   * Trains for about `budget` ms (at least one call), never beyond the target.
   * @param {number} budget
   * @returns {Rows}
   */
  slice(budget) {
    const end = performance.now() + budget / 2;
    const slices = [];
    do {
      slices.push(this.#advance(budget));
    } while (this.canTrain && performance.now() < end);
    return joined(slices);
  }

  /** @param {number} budget */
  #advance(budget) {
    const { update } = this.#state;
    const count = Math.min(this.#count, Math.min(this.target, this.#checkpoints.next(update)) - update);
    const begun = performance.now();
    const rows = this.#trainer.advance(count);
    const elapsed = performance.now() - begun;
    this.#state = this.#trainer.state();
    this.#checkpoints.keep(this.#state.update, () => this.#trainer.checkpoint());
    // A clock may be as coarse as 1 ms, so a very short time only shows that many more updates fit.
    const next = elapsed < budget / 4 ? this.#count * 4 : (count * budget) / elapsed;
    this.#count = Math.min(maxUpdates, Math.max(1, Math.round(next)));
    if (rows.updates.batch_loss.length === 0 && this.#state.ended === '') throw new Error('a trainer that has not ended did nothing');
    return rows;
  }

  /**
   * Gives a checkpoint when the last one is older than `every` ms or training has ended, else null.
   * @param {number} every
   */
  checkpoint(every) {
    const now = performance.now();
    if (this.#state.ended === '' && now - this.#checkpointTime < every) return null;
    this.#checkpointTime = now;
    return this.#trainer.checkpoint();
  }

  /** @param {import('../lib/messages.js').SessionRequest} request @param {() => void} [alive] is called now and then by a long answer */
  answer(request, alive = () => {}) {
    if (request.kind === 'hash') return this.#trainer.hash();
    if (request.kind === 'weights') return this.#trainer.weights();
    if (request.kind === 'samples') return this.#trainer.samples(request.validation);
    return this.#model(request.update, request.rows, alive);
  }

  /**
   * Gives the model after `requested` updates, or after all so far.
   * @param {number} requested
   * @param {Float32Array} rows
   * @param {() => void} alive
   * @returns {import('../lib/rows.js').Model}
   */
  #model(requested, rows, alive) {
    const update = Math.max(0, Math.min(requested, this.#state.update));
    const trainer = update === this.#state.update ? this.#trainer : this.#checkpoints.at(update, alive);
    return { update, weights: trainer.weights(), hash: trainer.hash(), probabilities: trainer.probabilities(rows) };
  }

  delete() {
    this.#checkpoints.delete();
    this.#trainer.delete();
  }
}

/**
 * Joins rows in order.
 * @param {Rows[]} slices at least one, each beginning where the previous one ends
 * @returns {Rows}
 */
function joined(slices) {
  if (slices.length === 1) return slices[0];
  /** @param {'updates' | 'evaluations' | 'epochs'} group */
  const groupOf = (group) => {
    const keys = Object.keys(slices[0][group]);
    return Object.fromEntries(
      keys.map((key) => [
        key,
        concat(
          slices.map((rows) => rows[group][key]),
          Float32Array,
        ),
      ]),
    );
  };
  /** @param {'evaluations' | 'epochs'} group @returns {import('../lib/rows.js').ColumnGroup} */
  const indexed = (group) => /** @type {any} */ (groupOf(group));
  const factors = concat(
    slices.map((rows) => rows.factors),
    Float64Array,
  );
  return { from: slices[0].from, updates: groupOf('updates'), evaluations: indexed('evaluations'), epochs: indexed('epochs'), factors };
}

/**
 * Concatenates typed arrays.
 * @template {Float32Array | Float64Array} T
 * @param {T[]} arrays
 * @param {new (length: number) => T} Kind
 */
function concat(arrays, Kind) {
  const result = new Kind(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    result.set(array, at);
    at += array.length;
  }
  return result;
}
