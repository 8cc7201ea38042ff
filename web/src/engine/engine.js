// The engine wraps the C++ module: plain values go in and come out. No other JavaScript uses embind.
//
// embind checks nothing ('abc' becomes NaN), so the type of every argument is checked here before a call. The core checks what a text
// means; for an invalid one it returns an empty curve, and a trainer that is 'unready'. A view into WebAssembly memory is copied in the
// expression that made it: after the memory has grown it would have length 0.

import { instantiate } from './split-module.js';
import { fromBytes, wellFormed } from './utf8-offsets.js';

/**
 * @typedef {import('../lib/run.js').Checked} Checked
 * @typedef {import('./trainer.js').Engine} Engine
 * @typedef {import('./eta-module.js').EtaModule} EtaModule
 * @typedef {import('../lib/registry.js').Column} Column
 * @typedef {import('../lib/run.js').Problem} Problem
 * @typedef {import('../lib/run.js').Run} Run
 * @typedef {import('./trainer.js').Trainer} Trainer
 */

/** No curve has more updates; the limit keeps a call from requesting more memory than there is. */
const maxValues = 10_000_000;

/** The parameter in C++ is an int; the module itself refuses a racer that does not exist. */
const maxRacers = 2 ** 31 - 1;

/** An argument has the wrong type or range, which is the caller's mistake; the module stays usable. */
export class BadArgument extends TypeError {}

/**
 * @param {object} from
 * @param {import('./eta-module.js').CreateEta} from.createEta
 * @param {WebAssembly.Module | BufferSource} from.wasm
 * @param {any} [from.defaultRun] what `read` says of the empty text, so that a first visit has it without what reads any text
 * @returns {Promise<Engine>} rejects when the module cannot be started
 */
export async function openEngine({ createEta, wasm, defaultRun }) {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  /** @type {Engine['complete']} */
  let complete = () => {};
  /** @param {WebAssembly.Imports} imports */
  const started = async (imports) => {
    const made = await instantiate(module, imports);
    complete = made.complete;
    return made.instance;
  };
  const eta = await new Promise((resolve, reject) => {
    // The promise of createEta never settles when `instantiate` rejects (eta-module.d.ts).
    createEta({ instantiate: (imports) => new Promise((done) => started(imports).then(done, reject)) }).then(resolve, reject);
  });
  return engineOf(eta, complete, defaultRun);
}

/**
 * @param {EtaModule} eta
 * @param {Engine['complete']} complete
 * @param {any} defaultRun
 * @returns {Engine}
 */
function engineOf(eta, complete, defaultRun) {
  /** @type {Column[]} */
  const columns = JSON.parse(eta.columns());
  return {
    complete,
    read(text) {
      const isDefault = defaultRun && (text === '' || text === defaultRun.text);
      return checkedOf(isDefault ? defaultRun : JSON.parse(eta.read(wellFormed(string('text', text)))), text);
    },
    warnings: (text) => placed(JSON.parse(eta.warnings(wellFormed(string('text', text)))), text),
    compare: (text) => JSON.parse(eta.compare(wellFormed(string('text', text))) || 'null'),
    drag({ text, handle, t, eta: rate }) {
      integer('handle', handle, 0, maxRacers);
      const json = eta.drag(wellFormed(string('text', text)), handle, number('t', t), number('eta', rate));
      return json === '' ? null : checkedOf(JSON.parse(json), '');
    },
    explain({ text, racer, t = -1, factor = -1 }) {
      integer('racer', racer, 1, maxRacers);
      const json = eta.explain(wellFormed(string('text', text)), racer, integer('t', t, -1, maxValues), number('factor', factor));
      return json === '' ? refuse(this, text, racer) : JSON.parse(json);
    },
    exported({ text, racer, to }) {
      integer('racer', racer, 1, maxRacers);
      const written = eta.exported(wellFormed(string('text', text)), racer, string('to', to));
      if (written === '') refuse(this, text, racer, undefined, `there is no exporter ${to}`);
      return written;
    },
    stretch(question) {
      const { text, racer, path = '', from, to, points, factors } = question;
      integer('from', from, 0, maxValues);
      integer('to', to, from, maxValues);
      integer('points', points, 0, maxValues);
      integer('racer', racer, 1, maxRacers);
      if (factors && !(factors instanceof Float64Array)) throw new BadArgument('factors must be a Float64Array');
      if (factors) writeInput(eta, factors);
      const packed = eta.stretch(wellFormed(string('text', text)), racer, string('path', path), from, to, points).slice();
      return packed.length > 0 ? unpacked(packed, question) : refuse(this, text, racer, to);
    },
    rates({ updates, ...source }) {
      return Float64Array.from(updates, (t) => this.stretch({ ...source, from: t, to: t + 1, points: 1 }).eta[0]);
    },
    provide(asset, bytes) {
      if (!(bytes instanceof Uint8Array)) throw new BadArgument('bytes must be a Uint8Array');
      string('asset', asset);
      writeInput(eta, bytes);
      eta.provide(asset);
    },
    has: (asset) => eta.has(string('asset', asset)),
    trainer(text, racer) {
      integer('racer', racer, 1, maxRacers);
      const trainer = trainerOf(eta, columns, eta.start(wellFormed(string('text', text)), racer));
      if (/** @type {string} */ (trainer.state().ended) !== 'unready') return trainer;
      trainer.delete();
      return refuse(this, text, racer);
    },
  };
}

/**
 * @param {Float64Array} packed in the layout of cpp/bindings/queries.hpp
 * @param {import('../lib/run.js').StretchQuestion} question
 * @returns {import('../lib/run.js').Stretch}
 */
function unpacked(packed, { from, to, points }) {
  const [min, max, zero, dropCount, packedDrops] = packed;
  const begin = 5 + packedDrops;
  const middle = (begin + packed.length) / 2;
  const drops = packed.subarray(5, begin);
  const [t, eta] = [packed.subarray(begin, middle), packed.subarray(middle)];
  return { from, to, points, extent: { min, max, hasZero: zero === 1 }, dropCount, drops, t, eta };
}

/**
 * Throws with the reason for which the module returned nothing.
 * @param {Engine} engine
 * @param {string} text
 * @param {number} racer
 * @param {number} [to] the requested end of a stretch
 * @returns {never}
 */
function refuse(engine, text, racer, to, otherwise = '') {
  const { problems, run } = engine.read(text);
  if (!run) throw new BadArgument(`the text has problems: ${problems.map(({ code }) => code).join(', ')}`);
  integer('racer', racer, 1, run.racers.length);
  if (to !== undefined) integer('to', to, 0, run.racers[racer - 1].updates);
  if (otherwise) throw new BadArgument(otherwise);
  const { asset } = run.data;
  throw new BadArgument(
    engine.has(asset) ? `the bytes of ${asset} are not what they should be` : `the bytes of ${asset} were not provided`,
  );
}

/**
 * @param {any} answer as the module writes it
 * @param {string} text
 * @returns {Checked}
 */
function checkedOf(answer, text) {
  const { problems, ...rest } = answer;
  if (problems.length === 0) return { problems, run: runOf(rest) };
  return { problems: placed(problems, text), run: null };
}

/** Converts the module's offsets. @param {Problem[]} problems @param {string} text */
function placed(problems, text) {
  const offsetOf = fromBytes(text);
  return problems.map((problem) => ({ ...problem, from: offsetOf(problem.from), to: offsetOf(problem.to) }));
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
 * Gives the rows of the last `advance` as columns.
 * @param {EtaModule} eta
 * @param {Column[]} columns
 * @param {number} trainer as the module numbers it
 */
function rowsOf(eta, columns, trainer) {
  /** @param {Column['group']} group */
  const of = (group) => {
    const members = columns.filter((column) => column.group === group);
    return Object.fromEntries(members.map(({ key, is_index }) => [is_index ? 'update' : key, eta.column(trainer, key).slice()]));
  };
  /** @param {Column['group']} group @returns {import('../lib/rows.js').ColumnGroup} */
  const indexed = (group) => /** @type {any} */ (of(group));
  return { updates: of('updates'), evaluations: indexed('evaluations'), epochs: indexed('epochs') };
}

/**
 * @param {EtaModule} eta
 * @param {Column[]} columns
 * @param {number} trainer as the module numbers it
 * @returns {Trainer}
 */
function trainerOf(eta, columns, trainer) {
  const state = () => JSON.parse(eta.state(trainer));
  return {
    advance(count) {
      const from = state().update;
      eta.advance(trainer, integer('count', count, 0, maxValues));
      return { from, ...rowsOf(eta, columns, trainer), factors: eta.factors(trainer).slice() };
    },
    state,
    weights: () => eta.weights(trainer).slice(),
    hash: () => eta.hash(trainer),
    probabilities(rows) {
      if (!(rows instanceof Float32Array)) throw new BadArgument('rows must be a Float32Array');
      writeInput(eta, rows);
      return eta.probabilities(trainer).slice();
    },
    samples: (validation) => ({ inputs: eta.inputs(trainer, validation).slice(), classes: eta.classes(trainer, validation).slice() }),
    checkpoint: () => eta.checkpoint(trainer).slice(),
    resume(checkpoint) {
      if (!(checkpoint instanceof Uint8Array)) throw new BadArgument('a checkpoint must be a Uint8Array');
      writeInput(eta, checkpoint);
      return eta.resume(trainer);
    },
    delete: () => eta.dispose(trainer),
  };
}

/**
 * Writes the input buffer, which the next call consumes.
 * @param {EtaModule} eta
 * @param {Uint8Array | Float32Array | Float64Array} values
 */
function writeInput(eta, { buffer, byteOffset, byteLength }) {
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
 * @param {number} min
 * @param {number} max
 */
function integer(name, value, min, max) {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw new BadArgument(`${name} must be an integer from ${min} to ${max}`);
  }
  return value;
}
