// What a racer has told, in columns that grow; told twice, it stands once.

/**
 * @typedef {import('./types.js').Rows} Rows
 * @typedef {import('./types.js').Telemetry} Telemetry
 */

class Column {
  #values = new Float32Array(1024);
  length = 0;

  /**
   * Puts rows at `at`, which must not lie beyond the end.
   * @param {number} at
   * @param {Float32Array} rows
   */
  put(at, rows) {
    const length = Math.max(this.length, at + rows.length);
    if (length > this.#values.length) {
      const larger = new Float32Array(Math.max(length, 2 * this.#values.length));
      larger.set(this.#values.subarray(0, this.length));
      this.#values = larger;
    }
    this.#values.set(rows, at);
    this.length = length;
  }

  get view() {
    return this.#values.subarray(0, this.length);
  }
}

/** Loss and accuracy as they were after some updates. */
class Measured {
  #update = new Column();
  #loss = new Column();
  #accuracy = new Column();

  /** @param {Rows['epochs']} rows ascending; what is there already is left out */
  put({ update, loss, accuracy }) {
    const last = this.#update.view.at(-1) ?? 0;
    const fresh = update.findIndex((each) => each > last);
    if (fresh < 0) return;
    const at = this.#update.length;
    this.#update.put(at, update.subarray(fresh));
    this.#loss.put(at, loss.subarray(fresh));
    this.#accuracy.put(at, accuracy.subarray(fresh));
  }

  get views() {
    return { update: this.#update.view, loss: this.#loss.view, accuracy: this.#accuracy.view };
  }
}

export class Columns {
  #batchLoss = new Column();
  #gradientNorm = new Column();
  #updateNorm = new Column();
  #evaluations = new Measured();
  #epochs = new Measured();

  /** @param {Rows} rows that begin at or before the end of what is there */
  put({ from, batchLoss, gradientNorm, updateNorm, evaluations, epochs }) {
    this.#batchLoss.put(from, batchLoss);
    this.#gradientNorm.put(from, gradientNorm);
    this.#updateNorm.put(from, updateNorm);
    this.#evaluations.put(evaluations);
    this.#epochs.put(epochs);
  }

  /** @returns {Telemetry} */
  get views() {
    return {
      batchLoss: this.#batchLoss.view,
      gradientNorm: this.#gradientNorm.view,
      updateNorm: this.#updateNorm.view,
      evaluations: this.#evaluations.views,
      epochs: this.#epochs.views,
    };
  }
}
