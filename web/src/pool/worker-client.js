// One worker as the page sees it: messages in order once the module is there, questions with their answers, and its death told once.

/**
 * @typedef {import('../lib/messages.js').FromWorker} FromWorker
 * @typedef {import('../lib/messages.js').Question} Question
 * @typedef {import('../lib/messages.js').ToWorker} ToWorker
 * @typedef {import('../lib/messages.js').WorkerLike} WorkerLike
 */

/** The worker died before it answered; asking another one may help. */
export class WorkerCrashed extends Error {}

/** The worker was asked something that it cannot be asked: a mistake of the caller's. */
export class QuestionRefused extends Error {}

/**
 * @typedef {object} WorkerHooks
 * @property {(message: FromWorker) => void} onMessage of a run
 * @property {(link: WorkerClient) => void} onCrashed
 */

export class WorkerClient {
  /** Data sets whose bytes it has. @type {Set<string>} */ provided = new Set();
  /** It has opened the module, so it can work at all. */
  hasOpened = false;
  /** @type {Promise<void>} settles when it can answer */ ready;
  #worker;
  #hooks;
  /** Messages go out in order behind this. */ #sending;
  #asked = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */ #asks = new Map();
  #ended = false;
  /** @type {{ resolve: () => void, reject: (error: Error) => void }} */ #opening;

  /**
   * @param {WorkerLike} worker
   * @param {Promise<WebAssembly.Module>} wasm when it rejects, nothing is sent
   * @param {string | undefined} secondary the address of its second part
   * @param {WorkerHooks} hooks
   */
  constructor(worker, wasm, secondary, hooks) {
    this.#worker = worker;
    this.#hooks = hooks;
    this.#opening = { resolve() {}, reject() {} };
    this.ready = new Promise((resolve, reject) => {
      this.#opening = { resolve, reject };
    });
    // Whoever waits for it hears of a rejection; that nobody waits is no mistake.
    this.ready.catch(() => {});
    worker.onmessage = ({ data }) => this.#onMessage(data);
    worker.onerror = ({ message }) => this.#crash(message ?? 'error');
    worker.onmessageerror = () => this.#crash('a message could not be read');
    this.#sending = wasm.then((module) => this.#worker.postMessage({ type: 'open', wasm: module, secondary }));
    this.#sending.catch((error) => this.end(error));
  }

  /**
   * @param {ToWorker} message
   * @param {Transferable[]} [transfer]
   */
  post(message, transfer = []) {
    this.#sending = this.#sending.then(() => {
      if (!this.#ended) this.#worker.postMessage(message, transfer);
    });
    this.#sending.catch(() => {});
  }

  /**
   * @param {Question} question
   * @returns {Promise<any>} rejects with LinkDied, Refused, or what end() was given
   */
  ask(question) {
    if (this.#ended) return Promise.reject(new WorkerCrashed('the worker has ended'));
    this.#asked += 1;
    const id = this.#asked;
    this.post({ type: 'ask', id, question });
    return new Promise((resolve, reject) => this.#asks.set(id, { resolve, reject }));
  }

  /** Ends the worker; everything that waits is rejected with the error. @param {Error} error */
  end(error) {
    if (this.#ended) return;
    this.#ended = true;
    this.#worker.terminate();
    this.#opening.reject(error);
    for (const { reject } of this.#asks.values()) reject(error);
    this.#asks.clear();
  }

  /** @param {string} message */
  #crash(message) {
    if (this.#ended) return;
    this.end(new WorkerCrashed(message));
    this.#hooks.onCrashed(this);
  }

  /** @param {FromWorker} message */
  #onMessage(message) {
    if (this.#ended) return;
    if (message.type === 'ready') {
      this.hasOpened = true;
      this.#opening.resolve();
    } else if (message.type === 'dead') {
      this.#crash(message.message);
    } else if (message.type === 'answer' || message.type === 'refused') {
      const ask = this.#asks.get(message.id);
      this.#asks.delete(message.id);
      if (message.type === 'answer') ask?.resolve(message.value);
      else ask?.reject(new QuestionRefused(message.message));
    } else {
      this.#hooks.onMessage(message);
    }
  }
}
