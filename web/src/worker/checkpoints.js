// A cache of a racer's checkpoints. A past state is resumed from the nearest one and trained from there, so its bits are equal.

/** @typedef {import('../engine/trainer.js').Trainer} Trainer */

/** The cache holds at most this many checkpoints of a racer, and at most this many bytes. */
const maxCheckpoints = 64;
const maxBytes = 8_000_000;
/** A past state is trained to in steps of this many updates, between which the worker can say that it is alive. */
const step = 1024;

export class CheckpointCache {
  /** @type {{ update: number, bytes: Uint8Array }[]} In ascending order, without the start: a new trainer is there. */ #checkpoints = [];
  /** @type {number} The number of updates between two checkpoints. */
  #every;
  #make;
  /** @type {Trainer | null} A second trainer that moves to past updates, made when one is first requested. */ #rewound = null;

  /**
   * @param {number} updates of the whole run
   * @param {() => Trainer} make makes a trainer at the start of the same run
   */
  constructor(updates, make) {
    this.#every = Math.max(1, Math.ceil(updates / maxCheckpoints));
    this.#make = make;
  }

  /** Gives the next update for a checkpoint. @param {number} update */
  next(update) {
    return (Math.floor(update / this.#every) + 1) * this.#every;
  }

  /** Keeps a checkpoint if one is due. @param {number} update @param {() => Uint8Array} checkpoint */
  keep(update, checkpoint) {
    const last = this.#checkpoints.at(-1)?.update ?? 0;
    if (update < last + this.#every) return;
    const bytes = checkpoint();
    this.#checkpoints.push({ update, bytes });
    // When they take too many bytes, every other one is removed, and the next come half as often.
    while (this.#checkpoints.length > 1 && this.#checkpoints.length * bytes.length > maxBytes) {
      this.#every *= 2;
      this.#checkpoints = this.#checkpoints.filter((_, i) => i % 2 === 1);
    }
  }

  /**
   * Gives a trainer after `update` updates.
   * @param {number} update that the racer has reached
   * @param {() => void} [alive] is called between steps, which together may take long
   * @returns {Trainer} valid until the next call
   */
  at(update, alive = () => {}) {
    this.#rewound ??= this.#make();
    const trainer = this.#rewound;
    const nearest = this.#checkpoints.findLast((checkpoint) => checkpoint.update <= update);
    const now = trainer.state().update;
    if (nearest && (now > update || now < nearest.update)) {
      if (!trainer.resume(nearest.bytes)) throw new Error(`the checkpoint of update ${nearest.update} is not one of this run`);
    } else if (now > update) {
      trainer.delete();
      this.#rewound = this.#make();
    }
    const rewound = this.#rewound;
    for (let now = rewound.state().update; now < update; now = rewound.state().update) {
      alive();
      if (rewound.advance(Math.min(step, update - now)).updates.batch_loss.length === 0) break;
    }
    return rewound;
  }

  delete() {
    this.#rewound?.delete();
    this.#rewound = null;
    this.#checkpoints = [];
  }
}
