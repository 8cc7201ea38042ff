// The page's side of one worker: it sends messages in order, matches answers to questions, and reports a crash once.

/**
 * @typedef {import('../lib/messages.js').FromWorker} FromWorker
 * @typedef {import('../lib/messages.js').Question} Question
 * @typedef {import('../lib/messages.js').ToWorker} ToWorker
 * @typedef {import('../lib/messages.js').WorkerLike} WorkerLike
 */

/** The worker crashed before it answered; another one may answer. */
export class WorkerCrashed extends Error {}

/** It ended because a call needed the module's secondary file, which it did not have. */
export class WorkerIncomplete extends WorkerCrashed {
  /** Whether the question that is rejected by it needed the file; a worker answers in order, so that is the oldest. */
  isCause = false;
}

/** A worker from which something is awaited may say nothing for this many ticks, of about a second each. */
const maxSilence = 30;

/** The question was invalid, by a mistake of the caller. */
export class QuestionRefused extends Error {}

/**
 * @typedef {object} WorkerHooks
 * @property {(message: FromWorker) => void} onMessage receives the messages about a session
 * @property {(worker: WorkerClient, error: WorkerCrashed) => void} onCrashed
 */

export class WorkerClient {
  /** @type {Set<string>} The data sets whose bytes it has. */ provided = new Set();
  /** Whether it has opened the module. */
  hasOpened = false;
  /** @type {Promise<void>} Resolves when it can answer. */ ready;
  #worker;
  #hooks;
  /** @type {Promise<void>} Resolves when all messages before the next one have been sent. */ #sending;
  #lastId = 0;
  #isOpening = false;
  /** The number of ticks since it last said anything, if anything is awaited. */
  #silence = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */ #pending = new Map();
  #ended = false;
  /** @type {{ resolve: () => void, reject: (error: Error) => void }} */ #opening;

  /**
   * @param {WorkerLike} worker
   * @param {Promise<import('../lib/messages.js').LoadedModule & { secondary?: WebAssembly.Module | null }>} module when it rejects, nothing is sent
   * @param {WorkerHooks} hooks
   */
  constructor(worker, module, hooks) {
    this.#worker = worker;
    this.#hooks = hooks;
    this.#opening = { resolve() {}, reject() {} };
    this.ready = new Promise((resolve, reject) => {
      this.#opening = { resolve, reject };
    });
    // A rejection that nobody awaits is not an error.
    this.ready.catch(() => {});
    worker.onmessage = ({ data }) => this.#onMessage(data);
    worker.onerror = ({ message }) => this.#crash(message ?? 'error');
    worker.onmessageerror = () => this.#crash('a message could not be read');
    this.#sending = module.then((loaded) => {
      if (this.#ended) return;
      this.#isOpening = true;
      this.#worker.postMessage({ type: 'open', ...loaded });
    });
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
   * @returns {Promise<any>} rejects with WorkerCrashed, QuestionRefused or the error of end()
   */
  ask(question) {
    if (this.#ended) return Promise.reject(new WorkerCrashed('the worker has ended'));
    this.#lastId += 1;
    const id = this.#lastId;
    this.post({ type: 'ask', id, question });
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  /** Ends the worker, and rejects everything pending. @param {Error} error */
  end(error) {
    if (this.#ended) return;
    this.#ended = true;
    this.#worker.terminate();
    this.#opening.reject(error);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  /** Counts a second of its silence. @param {boolean} isTraining whether it should report progress */
  tick(isTraining) {
    const isAwaited = this.#isOpening && (!this.hasOpened || this.#pending.size > 0 || isTraining);
    this.#silence = isAwaited ? this.#silence + 1 : 0;
    if (this.#silence > maxSilence) this.#crash('the worker does not answer');
  }

  /** @param {string} message @param {WorkerCrashed} [error] */
  #crash(message, error = new WorkerCrashed(message)) {
    if (this.#ended) return;
    this.end(error);
    this.#hooks.onCrashed(this, error);
  }

  #onIncomplete() {
    const [oldest] = this.#pending;
    if (oldest) {
      const cause = new WorkerIncomplete('it needs the secondary file');
      cause.isCause = true;
      this.#pending.delete(oldest[0]);
      oldest[1].reject(cause);
    }
    this.#crash('', new WorkerIncomplete('another question needs the secondary file'));
  }

  /** @param {FromWorker} message */
  #onMessage(message) {
    if (this.#ended) return;
    this.#silence = 0;
    if (message.type === 'ready') {
      this.hasOpened = true;
      this.#opening.resolve();
    } else if (message.type === 'crashed') {
      this.#crash(message.message);
    } else if (message.type === 'incomplete') {
      this.#onIncomplete();
    } else if (message.type === 'answer' || message.type === 'refused') {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.type === 'answer') pending?.resolve(message.value);
      else pending?.reject(new QuestionRefused(message.message));
    } else {
      this.#hooks.onMessage(message);
    }
  }
}
