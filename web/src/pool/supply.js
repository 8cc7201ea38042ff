// A file that workers need. While it is not there, whoever wants it waits, and why it is not is known; it is asked for again when it is
// wanted again, by the reader's button, and when the network is back.
import { poolError } from './pool-error.js';

/** @template T */
export class Supply {
  /** @type {import('./pool-error.js').PoolError | null} */ #error = null;
  #isWanted = false;
  /** @type {T | null} */ value = null;
  #isLoading = false;
  #isSettled = false;
  #load;
  #onChange;
  /** @type {{ resolve: (value: T) => void, reject: (error: Error) => void }} */ #promise = { resolve() {}, reject() {} };

  /**
   * @param {(again: boolean) => Promise<T>} load
   * @param {() => void} onChange is called when `missing` may have changed
   */
  constructor(load, onChange) {
    this.#load = load;
    this.#onChange = onChange;
    /** @type {Promise<T>} It rejects for a reason that cannot pass. */
    this.arrival = new Promise((resolve, reject) => {
      this.#promise = { resolve, reject };
    });
    this.arrival.catch(() => {});
  }

  /** Why the file is not there although something waits for it. */
  get missing() {
    return this.#isWanted ? this.#error : null;
  }

  /** Waits for the file. */
  want() {
    this.#isWanted = true;
    this.fetch();
    return this.arrival;
  }

  /** Asks for the file, if it is not there; nothing waits for it yet. @returns {Promise<void>} */
  async fetch() {
    if (this.#isLoading || this.#isSettled) return;
    this.#isLoading = true;
    const again = this.#error !== null;
    try {
      this.value = await this.#load(again);
      this.#promise.resolve(this.value);
      this.#isSettled = true;
      this.#error = null;
    } catch (cause) {
      const error = poolError(cause);
      if (error.mayPass) this.#error = error;
      else this.#promise.reject(error);
      this.#isSettled = !error.mayPass;
    }
    this.#isLoading = false;
    // The first failure may be a cache's, or one moment's.
    if (this.#error && !again && this.#error.code !== 'silent') return this.fetch();
    this.#onChange();
  }
}
