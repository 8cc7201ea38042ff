// What a racer has told, in columns that grow; told twice, it stands once.

/**
 * @typedef {import('../lib/rows.js').Rows} Rows
 * @typedef {import('../lib/rows.js').Telemetry} Telemetry
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

/** What was measured after some updates, a column for each key. */
class ColumnGroup {
  /** @type {Map<string, Column>} */
  #columns = new Map();

  /** @param {string[]} keys `update` among them */
  constructor(keys) {
    for (const key of keys) this.#columns.set(key, new Column());
  }

  /** @param {Record<string, Float32Array>} rows ascending in `update`; what is there already is left out, and so is a column without rows */
  put(rows) {
    const known = /** @type {Column} */ (this.#columns.get('update'));
    const last = known.view.at(-1) ?? 0;
    const fresh = rows.update.findIndex((update) => update > last);
    if (fresh < 0) return;
    const at = known.length;
    for (const [key, column] of this.#columns) if (rows[key].length > 0) column.put(at, rows[key].subarray(fresh));
  }

  /** @returns {any} under the keys */
  get views() {
    return Object.fromEntries(Array.from(this.#columns, ([key, column]) => [key, column.view]));
  }
}

export class TelemetryColumns {
  #batchLoss = new Column();
  #gradientNorm = new Column();
  #updateNorm = new Column();
  #evaluations = new ColumnGroup(['update', 'loss', 'accuracy', 'trainingLoss', 'trainingAccuracy']);
  #epochs = new ColumnGroup(['update', 'loss', 'accuracy']);
  /** @type {import('../lib/rows.js').Factor[]} */ #factors = [];

  /** @param {Rows} rows that begin at or before the end of what is there */
  put({ from, batchLoss, gradientNorm, updateNorm, evaluations, epochs, factors }) {
    this.#batchLoss.put(from, batchLoss);
    this.#gradientNorm.put(from, gradientNorm);
    this.#updateNorm.put(from, updateNorm);
    for (let i = 0; i < factors.length; i += 2) {
      if (factors[i] > (this.#factors.at(-1)?.update ?? 0)) this.#factors.push({ update: factors[i], factor: factors[i + 1] });
    }
    this.#evaluations.put({ ...evaluations });
    this.#epochs.put({ ...epochs });
  }

  /** @returns {Telemetry} */
  get views() {
    return {
      batchLoss: this.#batchLoss.view,
      gradientNorm: this.#gradientNorm.view,
      updateNorm: this.#updateNorm.view,
      evaluations: this.#evaluations.views,
      epochs: this.#epochs.views,
      factors: this.#factors,
    };
  }
}
