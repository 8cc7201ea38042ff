// The desk's client, one for each element: of each kind of question only the newest counts, and one is on its way at a time.

/**
 * @typedef {import('./pool.js').Pool} Pool
 * @typedef {import('../lib/run.js').Checked} Checked
 * @typedef {import('../lib/run.js').CurveQuestion} CurveQuestion
 * @typedef {import('../lib/messages.js').Question} Question
 */

/** @typedef {{ question: Question, resolve: (value: any) => void, reject: (error: unknown) => void }} Waiting */

export class QueryClient {
  #pool;
  /** The newest question of each kind that has no answer yet. @type {Map<string, Waiting>} */ #pending = new Map();
  /** Kinds with a question on its way. @type {Set<string>} */ #inFlight = new Set();
  #closed = false;

  /** @param {Pool} pool */
  constructor(pool) {
    this.#pool = pool;
  }

  /**
   * @param {string} text
   * @returns {Promise<Checked | null>} null when a newer text was asked about before this one's answer came
   */
  check(text) {
    return this.#ask('check', { kind: 'check', text });
  }

  /**
   * @param {import('../lib/run.js').DragQuestion} question
   * @returns {Promise<import('../lib/run.js').Dragged | null>} null when there was a newer drag
   */
  drag(question) {
    return this.#ask('drag', { kind: 'drag', ...question });
  }

  /**
   * @param {CurveQuestion & { slot?: string }} question
   * @returns {Promise<Float64Array | null>} null when there was a newer question of the same slot
   */
  curve({ slot, ...question }) {
    return this.#ask(`curve ${slot ?? question.racer}`, { kind: 'curve', ...question });
  }

  /** What waits resolves null. */
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
    const waiting = this.#pending.get(kind);
    if (!waiting || this.#inFlight.has(kind)) return;
    this.#inFlight.add(kind);
    const { value, error } = await this.#pool.ask(waiting.question).then(
      (value) => ({ value, error: null }),
      (error) => ({ value: null, error }),
    );
    this.#inFlight.delete(kind);
    if (this.#pending.get(kind) !== waiting) {
      this.#send(kind);
      return;
    }
    this.#pending.delete(kind);
    if (error) waiting.reject(error);
    else waiting.resolve(value);
  }
}
