// What a racer was after any of its updates: resumed from the nearest checkpoint and trained from there, so with equal bits.

/** @typedef {import('../engine/trainer.js').Trainer} Trainer */

/** Checkpoints kept of a racer, and bytes of them, at most. */
const maxCheckpoints = 64;
const maxBytes = 8_000_000;

export class CheckpointCache {
  /** Ascending; the start is none of them: a new trainer stands there. @type {{ update: number, bytes: Uint8Array }[]} */ #kept = [];
  /** Updates between two of them. */
  #every;
  #make;
  /** @type {Trainer | null} a second one, made when it is first wanted, that goes back and forth */ #past = null;

  /**
   * @param {number} updates of the whole run
   * @param {() => Trainer} make gives a trainer at the start of the same run
   */
  constructor(updates, make) {
    this.#every = Math.max(1, Math.ceil(updates / maxCheckpoints));
    this.#make = make;
  }

  /** The next update to stop at and keep. @param {number} update */
  next(update) {
    return (Math.floor(update / this.#every) + 1) * this.#every;
  }

  /** Keeps where the trainer stands, if it is time to. @param {number} update @param {() => Uint8Array} checkpoint */
  keep(update, checkpoint) {
    const last = this.#kept.at(-1)?.update ?? 0;
    if (update < last + this.#every) return;
    const bytes = checkpoint();
    this.#kept.push({ update, bytes });
    // Large ones are kept less often: every other one goes.
    while (this.#kept.length > 1 && this.#kept.length * bytes.length > maxBytes) {
      this.#every *= 2;
      this.#kept = this.#kept.filter((_, i) => i % 2 === 1);
    }
  }

  /** @param {number} update not beyond where the racer has been @returns {Trainer} valid until the next call */
  at(update) {
    this.#past ??= this.#make();
    const past = this.#past;
    const nearest = this.#kept.findLast((kept) => kept.update <= update);
    const now = past.state().update;
    if (nearest && (now > update || now < nearest.update)) past.resume(nearest.bytes);
    else if (now > update) {
      past.delete();
      this.#past = this.#make();
    }
    const there = this.#past;
    // One call does so many updates at most.
    for (let now = there.state().update; now < update; now = there.state().update) {
      if (there.advance(update - now).batchLoss.length === 0) break;
    }
    return there;
  }

  delete() {
    this.#past?.delete();
    this.#past = null;
    this.#kept = [];
  }
}
