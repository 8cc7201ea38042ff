// What a worker does: answers questions and trains racers, one slice at a time. Any worker can do both; the pool decides which does what.
//
// A module that has trapped or aborted cannot be trusted any more: the worker says that it is dead and does nothing further.

import { BadArgument, openEngine } from '../engine/engine.js';
import { TrainingLoop } from './training-loop.js';

/**
 * @typedef {import('../engine/trainer.js').Engine} Engine
 * @typedef {import('../lib/messages.js').FromWorker} FromWorker
 * @typedef {import('../lib/messages.js').Question} Question
 * @typedef {import('../lib/rows.js').Rows} Rows
 * @typedef {import('../lib/messages.js').ToWorker} ToWorker
 */

/**
 * @typedef {object} ServiceOptions
 * @property {import('../engine/eta-module.js').CreateEta} createEta
 * @property {(task: () => void) => void} defer runs a task after the messages that wait
 * @property {(url: string) => BufferSource} [fetchSync] the bytes of a file, at once
 * @property {number} [slice] milliseconds of training between looking at messages
 * @property {number} [checkpointEvery] milliseconds between checkpoints
 */

/**
 * @param {import('../lib/messages.js').PortLike} port
 * @param {ServiceOptions} options
 */
export function serve(port, options) {
  const service = new Service(port, options);
  let handled = Promise.resolve();
  // One at a time: what comes before the module is open waits for it.
  port.onmessage = ({ data }) => {
    handled = handled.then(() => service.handle(data)).catch((error) => service.die(error));
  };
}

class Service {
  /** @type {Engine | null} */ #engine = null;
  /** @type {Map<number, TrainingLoop>} those that wait longest come first */ #sessions = new Map();
  #port;
  #options;
  #scheduled = false;
  #dead = false;

  /**
   * @param {import('../lib/messages.js').PortLike} port
   * @param {ServiceOptions} options
   */
  constructor(port, options) {
    this.#port = port;
    this.#options = { slice: 10, checkpointEvery: 2000, ...options };
  }

  /** @param {ToWorker} message */
  async handle(message) {
    if (this.#dead) return;
    if (message.type === 'open') {
      const { createEta, fetchSync } = this.#options;
      const { wasm, secondary } = message;
      this.#engine = await openEngine({ createEta, wasm, fetchSecondary: secondary && fetchSync ? () => fetchSync(secondary) : undefined });
      this.#post({ type: 'ready' });
      return;
    }
    if (!this.#engine) throw new Error(`${message.type} came before open`);
    if (message.type === 'provide') this.#engine.provide(message.asset, message.bytes);
    if (message.type === 'ask') this.#answer(this.#engine, message.id, message.question);
    if (message.type === 'start') this.#start(this.#engine, message);
    if (message.type === 'target') this.#setTarget(message.session, message.update);
    if (message.type === 'dispose') this.#dispose(message.session);
  }

  /** @param {unknown} error */
  die(error) {
    if (this.#dead) return;
    this.#dead = true;
    this.#post({ type: 'dead', message: String(error) });
  }

  /**
   * @param {Engine} engine
   * @param {number} id
   * @param {Question} question
   */
  #answer(engine, id, question) {
    try {
      const value = this.#valueOf(engine, question);
      const parts = value !== null && typeof value === 'object' && 'curves' in value ? value.curves : [value];
      this.#post(
        { type: 'answer', id, value },
        parts.flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer] : [])),
      );
    } catch (error) {
      if (!(error instanceof BadArgument)) throw error;
      this.#post({ type: 'refused', id, message: error.message });
    }
  }

  /**
   * @param {Engine} engine
   * @param {Question} question
   */
  #valueOf(engine, question) {
    if (question.kind === 'check') return engine.check(question.text);
    if (question.kind === 'curve') return engine.curve(question);
    if (question.kind === 'drag') return dragged(engine, question);
    const training = this.#sessions.get(question.session);
    if (!training) throw new BadArgument(`there is no run ${question.session}`);
    return training.answer(question);
  }

  /**
   * @param {Engine} engine
   * @param {Extract<ToWorker, { type: 'start' }>} message
   */
  #start(engine, { session, text, racer, target, checkpoint }) {
    try {
      const make = () => engine.trainer(text, racer);
      const trainer = make();
      // A checkpoint that does not fit changes nothing: the run begins anew.
      if (checkpoint) trainer.resume(checkpoint);
      this.#sessions.set(session, new TrainingLoop(trainer, make));
    } catch (error) {
      if (!(error instanceof BadArgument)) throw error;
      this.#post({ type: 'unstarted', session, message: error.message });
    }
    this.#setTarget(session, target);
  }

  /**
   * @param {number} session
   * @param {number} update
   */
  #setTarget(session, update) {
    const training = this.#sessions.get(session);
    if (training) training.target = update;
    this.#schedule();
  }

  /** @param {number} session */
  #dispose(session) {
    this.#sessions.get(session)?.delete();
    this.#sessions.delete(session);
  }

  #schedule() {
    if (this.#scheduled || this.#dead) return;
    if (!Array.from(this.#sessions.values()).some((training) => training.canTrain)) return;
    this.#scheduled = true;
    this.#options.defer(() => {
      this.#scheduled = false;
      try {
        this.#trainOne();
      } catch (error) {
        this.die(error);
      }
      this.#schedule();
    });
  }

  /** The racer that has waited longest trains for a slice and goes to the end of the line. */
  #trainOne() {
    const next = Array.from(this.#sessions).find(([, training]) => training.canTrain);
    if (!next) return;
    const [session, training] = next;
    this.#sessions.delete(session);
    this.#sessions.set(session, training);
    const rows = training.slice(this.#options.slice);
    const checkpoint = training.checkpoint(this.#options.checkpointEvery);
    const transfer = buffersOf(rows);
    if (checkpoint) transfer.push(checkpoint.buffer);
    this.#post({ type: 'progress', session, rows, state: training.state, checkpoint }, transfer);
  }

  /**
   * @param {FromWorker} message
   * @param {ArrayBufferLike[]} [transfer]
   */
  #post(message, transfer = []) {
    this.#port.postMessage(message, /** @type {ArrayBuffer[]} */ (transfer));
  }
}

/**
 * @param {Rows} rows
 * @returns {ArrayBufferLike[]}
 */
function buffersOf({ batchLoss, gradientNorm, updateNorm, evaluations, epochs, factors }) {
  const columns = [batchLoss, gradientNorm, updateNorm, ...Object.values(evaluations), ...Object.values(epochs), factors];
  return columns.map((column) => column.buffer);
}

/**
 * The run after a drag with all of its curves, in one answer: while one drags, every question on the way costs a frame.
 * @param {Engine} engine
 * @param {import('../lib/run.js').DragQuestion} question
 * @returns {import('../lib/run.js').Dragged | null}
 */
function dragged(engine, question) {
  const { run } = engine.check(engine.drag(question) || question.text);
  if (!run) return null;
  const curves = run.racers.map(({ updates }, i) => engine.curve({ text: run.text, racer: i + 1, first: 0, count: updates, stride: 1 }));
  return { run, curves };
}
