// An element's client of the query worker. Of each kind of question one is in flight at a time, and only the newest waits.

import { SecondaryAwaited } from './pool.js';

/**
 * @typedef {import('./pool.js').Pool} Pool
 * @typedef {import('../lib/run.js').CurveRange} CurveRange
 * @typedef {import('../lib/run.js').Reading} Reading
 * @typedef {import('../lib/messages.js').Question} Question
 */

/** @typedef {{ question: Question, answer: Promise<any>, resolve: (value: any) => void, reject: (error: unknown) => void }} Pending */

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
   * @param {CurveRange} [range] of its curves, which are left out without one
   * @returns {Promise<Reading | null>} null when a newer text superseded it
   */
  read(text, range) {
    return this.#ask('read', { kind: 'read', text, ...range });
  }

  /**
   * @param {string} text
   * @returns {Promise<import('../lib/run.js').Problem[] | null>} what a good run can never come to; null when a newer text superseded it
   */
  warnings(text) {
    return this.#ask('warnings', { kind: 'warnings', text });
  }

  /**
   * @param {string} text
   * @returns {Promise<import('../lib/run.js').Compared | null>} where racers part from the first; null when a newer text superseded it
   */
  compare(text) {
    return this.#ask('compare', { kind: 'compare', text });
  }

  /**
   * @param {import('../lib/run.js').DragQuestion & CurveRange} question
   * @returns {Promise<Reading | null>} the run that a handle was dragged to; null when a newer drag superseded it
   */
  drag(question) {
    return this.#ask('drag', { kind: 'drag', ...question });
  }

  /**
   * @param {string} topic
   * @param {import('../lib/run.js').StretchQuestion} question
   * @returns {Promise<import('../lib/run.js').Stretch | null>} null when a newer question of the same topic superseded it
   */
  stretch(topic, question) {
    return this.#ask(`stretch ${topic}`, { kind: 'stretch', ...question });
  }

  /**
   * @param {string} topic
   * @param {import('../lib/run.js').RatesQuestion} question
   * @returns {Promise<Float64Array | null>} null when a newer question of the same topic superseded it
   */
  rates(topic, question) {
    return this.#ask(`rates ${topic}`, { kind: 'rates', ...question });
  }

  /**
   * @param {import('../lib/run.js').ExplainQuestion} question
   * @returns {Promise<any>} Known, or of an update Explanation; null when a newer question of the same topic superseded it
   */
  explain(question) {
    return this.#ask(`explain ${question.t === undefined}`, { kind: 'explain', ...question });
  }

  /**
   * @param {import('../lib/run.js').ExportQuestion} question
   * @returns {Promise<string | null>} what is written; null when a newer question superseded it
   */
  exported(question) {
    return this.#ask('exported', { kind: 'exported', ...question });
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
    let settle = { resolve: (/** @type {any} */ _) => {}, reject: (/** @type {unknown} */ _) => {} };
    const answer = new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.#pending.set(kind, { question, answer, ...settle });
    this.#send(kind);
    return answer;
  }

  /** @param {string} kind @returns {Promise<void>} */
  async #send(kind) {
    const pending = this.#pending.get(kind);
    if (!pending || this.#inFlight.has(kind)) return;
    this.#inFlight.add(kind);
    const { value, error } = await this.#pool.ask(pending.question).then(
      (value) => ({ value, error: null }),
      (error) => ({ value: null, error }),
    );
    // The question is kept until it can be answered, or a newer one has come, which may be answered sooner.
    if (error instanceof SecondaryAwaited) await Promise.race([error.arrival, pending.answer]).catch(() => {});
    this.#inFlight.delete(kind);
    if (error instanceof SecondaryAwaited) return this.#send(kind);
    if (this.#pending.get(kind) !== pending) {
      this.#send(kind);
      return;
    }
    this.#pending.delete(kind);
    if (error) pending.reject(error);
    else pending.resolve(value);
  }
}
