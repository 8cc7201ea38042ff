// One racer in a worker: trains in slices of some milliseconds, so that messages are heard in between.

import { CheckpointCache } from './checkpoints.js';

/**
 * @typedef {import('../lib/rows.js').Rows} Rows
 * @typedef {import('../engine/trainer.js').Trainer} Trainer
 */

/** Updates asked for in one call, at most. */
const maxUpdates = 65_536;

export class TrainingLoop {
  /** Updates to have done; none beyond. */
  target = 0;
  #trainer;
  #state;
  /** Updates that took about a slice the last time. */
  #count = 1;
  /** When the last checkpoint was taken. */
  #kept;
  #checkpoints;

  /**
   * @param {Trainer} trainer owned from here on
   * @param {() => Trainer} make another one, at the start of the same run
   */
  constructor(trainer, make) {
    this.#trainer = trainer;
    this.#state = trainer.state();
    this.#checkpoints = new CheckpointCache(this.#state.updates, make);
    this.#kept = performance.now();
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
    const parts = [];
    do {
      parts.push(this.#advance(budget));
    } while (this.canTrain && performance.now() < end);
    return joined(parts);
  }

  /** @param {number} budget */
  #advance(budget) {
    const { update } = this.#state;
    const count = Math.min(this.#count, Math.min(this.target, this.#checkpoints.next(update)) - update);
    const begun = performance.now();
    const rows = this.#trainer.advance(count);
    const taken = performance.now() - begun;
    this.#state = this.#trainer.state();
    this.#checkpoints.keep(this.#state.update, () => this.#trainer.checkpoint());
    // A clock may be as coarse as 1 ms: nearly no time says only that there may be many more.
    const next = taken < budget / 4 ? this.#count * 4 : (count * budget) / taken;
    this.#count = Math.min(maxUpdates, Math.max(1, Math.round(next)));
    if (rows.batchLoss.length === 0 && this.#state.ended === '') throw new Error('a trainer that has not ended did nothing');
    return rows;
  }

  /**
   * A checkpoint when the last is older than `every` ms or the run has ended, else null.
   * @param {number} every
   */
  checkpoint(every) {
    const now = performance.now();
    if (this.#state.ended === '' && now - this.#kept < every) return null;
    this.#kept = now;
    return this.#trainer.checkpoint();
  }

  /** @param {import('../lib/messages.js').SessionRequest} about */
  answer(about) {
    if (about.kind === 'hash') return this.#trainer.hash();
    if (about.kind === 'weights') return this.#trainer.weights();
    if (about.kind === 'samples') return this.#trainer.samples(about.validation);
    return this.#model(about.update, about.rows);
  }

  /** @param {number} wanted @param {Float32Array} rows @returns {import('../lib/rows.js').Model} */
  #model(wanted, rows) {
    const update = Math.max(0, Math.min(wanted, this.#state.update));
    const trainer = update === this.#state.update ? this.#trainer : this.#checkpoints.at(update);
    return { update, weights: trainer.weights(), hash: trainer.hash(), probabilities: trainer.probabilities(rows) };
  }

  delete() {
    this.#checkpoints.delete();
    this.#trainer.delete();
  }
}

/**
 * @param {Rows[]} parts at least one, each beginning where the one before ends
 * @returns {Rows}
 */
function joined(parts) {
  if (parts.length === 1) return parts[0];
  /** @param {(rows: Rows) => Float32Array} column */
  const all = (column) => concat(parts.map(column), Float32Array);
  return {
    from: parts[0].from,
    batchLoss: all((rows) => rows.batchLoss),
    gradientNorm: all((rows) => rows.gradientNorm),
    updateNorm: all((rows) => rows.updateNorm),
    evaluations: {
      update: all((rows) => rows.evaluations.update),
      loss: all((rows) => rows.evaluations.loss),
      accuracy: all((rows) => rows.evaluations.accuracy),
      trainingLoss: all((rows) => rows.evaluations.trainingLoss),
      trainingAccuracy: all((rows) => rows.evaluations.trainingAccuracy),
    },
    factors: concat(
      parts.map((rows) => rows.factors),
      Float64Array,
    ),
    epochs: {
      update: all((rows) => rows.epochs.update),
      loss: all((rows) => rows.epochs.loss),
      accuracy: all((rows) => rows.epochs.accuracy),
    },
  };
}

/**
 * @template {Float32Array | Float64Array} T
 * @param {T[]} arrays
 * @param {new (length: number) => T} Kind
 */
function concat(arrays, Kind) {
  const whole = new Kind(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}
