// A racer's telemetry is stored in growing columns. Rows that are reported twice are stored once.

/**
 * @typedef {import('../lib/rows.js').Rows} Rows
 * @typedef {import('../lib/rows.js').Telemetry} Telemetry
 */

class Column {
  #values = new Float32Array(1024);
  length = 0;

  /**
   * Writes rows from index `at` on, which is at most the length.
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

const empty = new Float32Array(0);

/** The columns of one group are created with their first rows; a missing one reads as empty. */
class Columns {
  /** @type {Map<string, Column>} */
  #columns = new Map();

  /** @param {string} key */
  #column(key) {
    const column = this.#columns.get(key) ?? new Column();
    this.#columns.set(key, column);
    return column;
  }

  /** @param {Record<string, Float32Array>} rows @param {number} at the index of the first row, at most the length */
  put(rows, at) {
    for (const [key, values] of Object.entries(rows)) this.#column(key).put(at, values);
  }

  /**
   * Appends the rows that are not stored yet; a column without rows is skipped.
   * @param {import('../lib/rows.js').ColumnGroup} rows ascending in `update`
   */
  putMeasured(rows) {
    const known = this.#column('update');
    const last = known.view.at(-1) ?? 0;
    const fresh = rows.update.findIndex((update) => update > last);
    const at = known.length;
    for (const [key, values] of Object.entries(rows)) {
      const column = this.#column(key);
      if (fresh >= 0 && values.length > 0) column.put(at, values.subarray(fresh));
    }
  }

  /** @returns {any} the columns under their keys */
  get views() {
    const views = Object.fromEntries(Array.from(this.#columns, ([key, column]) => [key, column.view]));
    return new Proxy(views, { get: (all, key) => all[/** @type {string} */ (key)] ?? empty });
  }
}

export class TelemetryColumns {
  #updates = new Columns();
  #evaluations = new Columns();
  #epochs = new Columns();
  /** @type {import('../lib/rows.js').Factor[]} */ #factors = [];

  /** @param {Rows} rows that begin at most at the length */
  put({ from, updates, evaluations, epochs, factors }) {
    this.#updates.put(updates, from);
    this.#evaluations.putMeasured(evaluations);
    this.#epochs.putMeasured(epochs);
    for (let i = 0; i < factors.length; i += 2) {
      if (factors[i] > (this.#factors.at(-1)?.update ?? 0)) this.#factors.push({ update: factors[i], factor: factors[i + 1] });
    }
  }

  /** @returns {Telemetry} */
  get views() {
    const [evaluations, epochs] = [this.#evaluations.views, this.#epochs.views];
    return { updates: this.#updates.views, evaluations, epochs, factors: this.#factors };
  }
}
