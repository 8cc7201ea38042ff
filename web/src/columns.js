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

export class Columns {
  #batchLoss = new Column();
  #gradientNorm = new Column();
  #updateNorm = new Column();
  #update = new Column();
  #loss = new Column();
  #accuracy = new Column();
  #trainingLoss = new Column();
  #trainingAccuracy = new Column();
  /** @type {import('./types.js').Factor[]} */ #factors = [];

  /** @param {Rows} rows that begin at or before the end of what is there */
  put({ from, batchLoss, gradientNorm, updateNorm, evaluations, factors }) {
    this.#batchLoss.put(from, batchLoss);
    this.#gradientNorm.put(from, gradientNorm);
    this.#updateNorm.put(from, updateNorm);
    for (let i = 0; i < factors.length; i += 2) {
      if (factors[i] > (this.#factors.at(-1)?.update ?? 0)) this.#factors.push({ update: factors[i], factor: factors[i + 1] });
    }
    const last = this.#update.view.at(-1) ?? 0;
    const fresh = evaluations.update.findIndex((update) => update > last);
    if (fresh < 0) return;
    const at = this.#update.length;
    this.#update.put(at, evaluations.update.subarray(fresh));
    this.#loss.put(at, evaluations.loss.subarray(fresh));
    this.#accuracy.put(at, evaluations.accuracy.subarray(fresh));
    if (evaluations.trainingLoss.length === 0) return;
    this.#trainingLoss.put(at, evaluations.trainingLoss.subarray(fresh));
    this.#trainingAccuracy.put(at, evaluations.trainingAccuracy.subarray(fresh));
  }

  /** @returns {Telemetry} */
  get views() {
    return {
      batchLoss: this.#batchLoss.view,
      gradientNorm: this.#gradientNorm.view,
      updateNorm: this.#updateNorm.view,
      evaluations: {
        update: this.#update.view,
        loss: this.#loss.view,
        accuracy: this.#accuracy.view,
        trainingLoss: this.#trainingLoss.view,
        trainingAccuracy: this.#trainingAccuracy.view,
      },
      factors: this.#factors,
    };
  }
}
