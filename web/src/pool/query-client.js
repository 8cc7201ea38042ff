// An element's client of the query worker. Of each kind of question one is in flight at a time, and only the newest waits.

/**
 * @typedef {import('./pool.js').Pool} Pool
 * @typedef {import('../lib/run.js').Checked} Checked
 * @typedef {import('../lib/run.js').CurveQuestion} CurveQuestion
 * @typedef {import('../lib/messages.js').Question} Question
 */

/** @typedef {{ question: Question, resolve: (value: any) => void, reject: (error: unknown) => void }} Pending */

export class QueryClient {
  #pool;
  /** @type {Map<string, Pending>} The newest question of each kind that has no answer yet. */ #pending = new Map();
  /** @type {Set<string>} The kinds with a question in flight. */ #inFlight = new Set();
  #closed = false;

  /** @param {Pool} pool */
  constructor(pool) {
    this.#pool = pool;
  }

  /**
   * @param {string} text
   * @returns {Promise<Checked | null>} null when a newer text superseded it
   */
  check(text) {
    return this.#ask('check', { kind: 'check', text });
  }

  /**
   * @param {import('../lib/run.js').DragQuestion} question
   * @returns {Promise<import('../lib/run.js').Dragged | null>} null when a newer drag superseded it
   */
  drag(question) {
    return this.#ask('drag', { kind: 'drag', ...question });
  }

  /**
   * @param {CurveQuestion & { topic?: string }} question
   * @returns {Promise<Float64Array | null>} null when a newer question of the same topic, by default the racer, superseded it
   */
  curve({ topic, ...question }) {
    return this.#ask(`curve ${topic ?? question.racer}`, { kind: 'curve', ...question });
  }

  /** Resolves all pending questions with null. */
  close() {
    this.#closed = true;
    for (const { resolve } of this.#pending.values()) resolve(null);
    this.#pending.clear();
  }

  /**
   * @param {string} kind
   * @param {Question} question
   * @returns {Promise<any>}
   */
  #ask(kind, question) {
    if (this.#closed) return Promise.resolve(null);
    this.#pending.get(kind)?.resolve(null);
    return new Promise((resolve, reject) => {
      this.#pending.set(kind, { question, resolve, reject });
      this.#send(kind);
    });
  }

  /** @param {string} kind */
  async #send(kind) {
    const pending = this.#pending.get(kind);
    if (!pending || this.#inFlight.has(kind)) return;
    this.#inFlight.add(kind);
    const { value, error } = await this.#pool.ask(pending.question).then(
      (value) => ({ value, error: null }),
      (error) => ({ value: null, error }),
    );
    this.#inFlight.delete(kind);
    if (this.#pending.get(kind) !== pending) {
      this.#send(kind);
      return;
    }
    this.#pending.delete(kind);
    if (error) pending.reject(error);
    else pending.resolve(value);
  }
}
