// The worker's side: it answers questions and trains racers, one slice of time at a time. Every worker can do both; the pool decides.
//
// The state of a module that has trapped or aborted is undefined, so the worker then reports a crash and does nothing further.

import { BadArgument, openEngine } from '../engine/engine.js';
import { Incomplete } from '../engine/split-module.js';
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
 * @property {any} [defaultRun] for openEngine
 * @property {(task: () => void) => void} defer runs a task after the messages that wait
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
  // Messages are handled one at a time, so those before the module is open wait for it.
  port.onmessage = ({ data }) => {
    handled = handled.then(() => service.handle(data)).catch((error) => service.crash(error));
  };
}

class Service {
  /** @type {Engine | null} */ #engine = null;
  /** @type {Map<number, TrainingLoop>} The session that has waited longest is first. */ #sessions = new Map();
  #port;
  #options;
  #scheduled = false;
  #crashed = false;

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
    if (this.#crashed) return;
    if (message.type === 'open') {
      const { createEta, defaultRun } = this.#options;
      this.#engine = await openEngine({ createEta, wasm: message.wasm, defaultRun });
      if (message.secondary) this.#engine.complete(message.secondary);
      this.#post({ type: 'ready' });
      return;
    }
    if (!this.#engine) throw new Error(`${message.type} came before open`);
    if (message.type === 'complete') this.#engine.complete(message.secondary);
    if (message.type === 'provide') this.#engine.provide(message.asset, message.bytes);
    if (message.type === 'ask') this.#answer(this.#engine, message.id, message.question);
    if (message.type === 'start') this.#start(this.#engine, message);
    if (message.type === 'target') this.#setTarget(message.session, message.update);
    if (message.type === 'dispose') this.#dispose(message.session);
  }

  /** @param {unknown} error */
  crash(error) {
    if (this.#crashed) return;
    this.#crashed = true;
    this.#post(error instanceof Incomplete ? { type: 'incomplete' } : { type: 'crashed', message: String(error) });
  }

  /**
   * @param {Engine} engine
   * @param {number} id
   * @param {Question} question
   */
  #answer(engine, id, question) {
    try {
      const value = this.#valueOf(engine, question);
      this.#post({ type: 'answer', id, value }, ArrayBuffer.isView(value) ? [value.buffer] : []);
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
    if (question.kind === 'read') return withCurves(engine, engine.read(question.text), question);
    if (question.kind === 'warnings') return engine.warnings(question.text);
    if (question.kind === 'compare') return engine.compare(question.text);
    if (question.kind === 'drag') return withCurves(engine, engine.drag(question) ?? engine.read(question.text), question);
    if (question.kind === 'explain') return engine.explain(question);
    if (question.kind === 'exported') return engine.exported(question);
    if (question.kind === 'stretch') return engine.stretch(question);
    if (question.kind === 'rates') return engine.rates(question);
    const training = this.#sessions.get(question.session);
    if (!training) throw new BadArgument(`there is no session ${question.session}`);
    return training.answer(question, () => this.#post({ type: 'alive' }));
  }

  /**
   * @param {Engine} engine
   * @param {Extract<ToWorker, { type: 'start' }>} message
   */
  #start(engine, { session, text, racer, target, checkpoint }) {
    try {
      const make = () => engine.trainer(text, racer);
      const trainer = make();
      // An invalid checkpoint changes nothing: training then begins at the start.
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
    if (this.#scheduled || this.#crashed) return;
    if (!Array.from(this.#sessions.values()).some((training) => training.canTrain)) return;
    this.#scheduled = true;
    this.#options.defer(() => {
      this.#scheduled = false;
      try {
        this.#trainOne();
      } catch (error) {
        this.crash(error);
      }
      this.#schedule();
    });
  }

  /** Trains the session that has waited longest for one slice, and moves it to the end. */
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
 * Lists the buffers of all columns, which are transferred and not copied.
 * @param {Rows} rows
 * @returns {ArrayBufferLike[]}
 */
function buffersOf({ updates, evaluations, epochs, factors }) {
  return [...[updates, evaluations, epochs].flatMap((group) => Object.values(group)), factors].map((column) => column.buffer);
}

/**
 * A text that was read, with its curves in the same answer: while one drags, every question on the way costs a frame.
 * @param {Engine} engine
 * @param {import('../lib/run.js').Checked} checked
 * @param {import('../lib/run.js').CurveRange} range
 * @returns {import('../lib/run.js').Reading}
 */
function withCurves(engine, { problems, run }, { points = 0, from, to }) {
  if (!run || points === 0) return { problems, run, curves: [] };
  const curves = run.racers.map(({ updates }, i) => {
    const whole = { text: run.text, racer: i + 1, from: 0, to: updates, points };
    if (from === undefined || to === undefined) return [engine.stretch(whole)];
    const part = { ...whole, from: Math.min(from, updates), to: Math.min(to, updates) };
    return [engine.stretch(whole), engine.stretch(part)];
  });
  return { problems, run, curves };
}
