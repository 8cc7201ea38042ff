// The C++ module as plain values in and plain values out: the only JavaScript that knows embind.
//
// embind checks nothing ('abc' becomes NaN), so the type of every argument is checked here before a call; what a text means is checked by the
// core, which gives no curve and a trainer that is 'unready' when it cannot be had.
// A view into WebAssembly memory is copied in the expression that made it: after the memory has grown it would have length 0.

import { instantiateSplit } from './split-module.js';
import { fromBytes, wellFormed } from './utf8-offsets.js';

/**
 * @typedef {import('../lib/run.js').Checked} Checked
 * @typedef {import('../lib/run.js').CurveQuestion} CurveQuestion
 * @typedef {import('./trainer.js').Engine} Engine
 * @typedef {import('./eta-module.js').EtaModule} EtaModule
 * @typedef {import('../lib/run.js').Problem} Problem
 * @typedef {import('../lib/run.js').Run} Run
 * @typedef {import('./trainer.js').Trainer} Trainer
 */

/** More values than any curve has updates; one call must not ask for a memory that there is not. */
const maxValues = 10_000_000;

/** What its parameter in C++ can hold; a racer that there is not is refused by the module. */
const maxRacers = 2 ** 31 - 1;

/** An argument of the wrong type or range: the caller's mistake; the module was not called and goes on. */
export class BadArgument extends TypeError {}

/**
 * @param {object} from
 * @param {import('./eta-module.js').CreateEta} from.createEta
 * @param {WebAssembly.Module | BufferSource} from.wasm
 * @param {() => BufferSource} [from.fetchSecondary] where `wasm` is the first of two parts (parted.js)
 * @returns {Promise<Engine>} rejects when the module cannot be started
 */
export async function openEngine({ createEta, wasm, fetchSecondary }) {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  const eta = await new Promise((resolve, reject) => {
    const started = (/** @type {WebAssembly.Imports} */ imports) =>
      fetchSecondary ? instantiateSplit(module, imports, fetchSecondary) : WebAssembly.instantiate(module, imports);
    /** @param {WebAssembly.Imports} imports @returns {Promise<WebAssembly.Instance>} */
    const instantiate = (imports) => new Promise((done) => started(imports).then(done, reject));
    createEta({ instantiate }).then(resolve, reject);
  });
  return engineOf(eta);
}

/**
 * @param {EtaModule} eta
 * @returns {Engine}
 */
function engineOf(eta) {
  return {
    check: (text) => checkedOf(eta.check(wellFormed(string('text', text))), text),
    drag({ text, handle, t, eta: rate }) {
      integer('handle', handle, 0, maxRacers);
      return eta.drag(wellFormed(string('text', text)), handle, number('t', t), number('eta', rate));
    },
    curve({ text, racer, first, count, stride }) {
      integer('first', first, 0, Number.MAX_SAFE_INTEGER);
      integer('count', count, 0, maxValues);
      integer('stride', stride, 1, Number.MAX_SAFE_INTEGER);
      integer('racer', racer, 1, maxRacers);
      const curve = eta.curve(wellFormed(string('text', text)), racer, first, count, stride).slice();
      if (curve.length !== count) refuse(this, text, racer);
      return curve;
    },
    provide(asset, bytes) {
      if (!(bytes instanceof Uint8Array)) throw new BadArgument('bytes must be a Uint8Array');
      string('asset', asset);
      give(eta, bytes);
      eta.provide(asset);
    },
    has: (asset) => eta.has(string('asset', asset)),
    trainer(text, racer) {
      integer('racer', racer, 1, maxRacers);
      const trainer = trainerOf(eta, eta.start(wellFormed(string('text', text)), racer));
      if (/** @type {string} */ (trainer.state().ended) !== 'unready') return trainer;
      trainer.delete();
      return refuse(this, text, racer);
    },
  };
}

/**
 * The module has given nothing: says why.
 * @param {Engine} engine
 * @param {string} text
 * @param {number} racer
 * @returns {never}
 */
function refuse(engine, text, racer) {
  const { problems, run } = engine.check(text);
  if (!run) throw new BadArgument(`the text has problems: ${problems.map(({ code }) => code).join(', ')}`);
  integer('racer', racer, 1, run.racers.length);
  const { asset } = run.data;
  throw new BadArgument(
    engine.has(asset) ? `the bytes of ${asset} are not what they should be` : `the bytes of ${asset} were not provided`,
  );
}

/**
 * @param {string} json
 * @param {string} text
 * @returns {Checked}
 */
function checkedOf(json, text) {
  const { problems, ...rest } = JSON.parse(json);
  const place = fromBytes(text);
  if (problems.length === 0) return { problems, run: runOf(rest) };
  /** @param {Problem} problem */
  const placed = (problem) => ({ ...problem, from: place(problem.from), to: place(problem.to) });
  return { problems: problems.map(placed), run: null };
}

/**
 * @param {any} answer as the module writes it
 * @returns {Run}
 */
function runOf({ racers, ...shared }) {
  /** @param {any} racer */
  const racerOf = ({ updates_per_epoch, ...racer }) => ({ ...racer, name: nameOf(racer.tree), updatesPerEpoch: updates_per_epoch });
  return { ...shared, racers: racers.map(racerOf) };
}

/** @param {import('../lib/run.js').Tree} tree */
function nameOf({ op, text }) {
  return op === 'call' || op === 'name' ? text : '';
}

/**
 * @param {EtaModule} eta
 * @param {number} trainer as the module numbers it
 * @returns {Trainer}
 */
function trainerOf(eta, trainer) {
  const state = () => JSON.parse(eta.state(trainer));
  return {
    advance(count) {
      const from = state().update;
      eta.advance(trainer, integer('count', count, 0, maxValues));
      return {
        from,
        batchLoss: eta.column(trainer, 'batch_loss').slice(),
        gradientNorm: eta.column(trainer, 'gradient_norm').slice(),
        updateNorm: eta.column(trainer, 'update_norm').slice(),
        evaluations: {
          update: eta.column(trainer, 'evaluation').slice(),
          loss: eta.column(trainer, 'validation_loss').slice(),
          accuracy: eta.column(trainer, 'validation_accuracy').slice(),
          trainingLoss: eta.column(trainer, 'training_loss').slice(),
          trainingAccuracy: eta.column(trainer, 'training_accuracy').slice(),
        },
        factors: eta.factors(trainer).slice(),
        epochs: {
          update: eta.column(trainer, 'epoch').slice(),
          loss: eta.column(trainer, 'epoch_loss').slice(),
          accuracy: eta.column(trainer, 'epoch_accuracy').slice(),
        },
      };
    },
    state,
    weights: () => eta.weights(trainer).slice(),
    hash: () => eta.hash(trainer),
    probabilities(rows) {
      if (!(rows instanceof Float32Array)) throw new BadArgument('rows must be a Float32Array');
      give(eta, rows);
      return eta.probabilities(trainer).slice();
    },
    samples: (validation) => ({ inputs: eta.inputs(trainer, validation).slice(), classes: eta.classes(trainer, validation).slice() }),
    checkpoint: () => eta.checkpoint(trainer).slice(),
    resume(checkpoint) {
      if (!(checkpoint instanceof Uint8Array)) throw new BadArgument('a checkpoint must be a Uint8Array');
      give(eta, checkpoint);
      return eta.resume(trainer);
    },
    delete: () => eta.dispose(trainer),
  };
}

/** Lays down what the next call takes. @param {EtaModule} eta @param {Uint8Array | Float32Array} values */
function give(eta, { buffer, byteOffset, byteLength }) {
  eta.allocate(byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function string(name, value) {
  if (typeof value !== 'string') throw new BadArgument(`${name} must be a string`);
  return value;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function number(name, value) {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new BadArgument(`${name} must be a number`);
  return value;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
function integer(name, value, least, most) {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new BadArgument(`${name} must be an integer from ${least} to ${most}`);
  }
  return value;
}
