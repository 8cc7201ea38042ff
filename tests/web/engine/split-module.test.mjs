// The site serves the module in two files: a first visit needs only the primary one, and runs that need the secondary one have the same
// bits.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { Incomplete } from '../../../web/src/engine/split-module.js';
import { readList } from '../../bits/list.mjs';
import { assetBytes, defaultRun, eta, realEta, root } from '../real-eta.mjs';

const { createEta } = realEta();
const folder = `${root}build/wasm/split/`;
const wasm = new Uint8Array(readFileSync(`${folder}eta.wasm`));

const secondary = new WebAssembly.Module(new Uint8Array(readFileSync(`${folder}eta.secondary.wasm`)));

/** Opens an engine with the primary file. */
async function splitEngine() {
  const engine = await openEngine({ createEta, wasm, defaultRun: defaultRun() });
  engine.provide('digits', assetBytes('digits'));
  return engine;
}

/**
 * @param {import('../../../web/src/engine/trainer.js').Engine} engine
 * @param {string} text
 * @returns {string[]} the hash of each racer's final weights
 */
function hashes(engine, text) {
  const { run } = engine.read(text);
  if (!run) throw new Error(text);
  return run.racers.map(({ updates }, i) => {
    const trainer = engine.trainer(text, i + 1);
    trainer.advance(updates);
    const hash = trainer.hash();
    trainer.delete();
    return hash;
  });
}

/** Gives the memory that the primary file begins with, and that with the secondary one. No function of theirs is called. */
function memories() {
  const nothing = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), nothing);
  const memory = /** @type {WebAssembly.Memory} */ (Object.values(exports).find((each) => each instanceof WebAssembly.Memory));
  const primary = memory.buffer.slice(0);
  new WebAssembly.Instance(secondary, { primary: exports });
  return { primary: new Memory(primary), whole: new Memory(memory.buffer) };
}

class Memory {
  /** @param {ArrayBuffer} buffer */
  constructor(buffer) {
    this.words = new Uint32Array(buffer);
    this.bytes = Buffer.from(buffer);
  }
  /** Whether a text's address and length stand here. @param {number} word @param {string} text */
  refers(word, text) {
    const [at, length] = this.words.subarray(word, word + 2);
    return length === Buffer.byteLength(text) && this.bytes.toString('utf8', at, at + length) === text;
  }
}

/**
 * Whether a row of a table lies here, as cpp/eta/describe/entry.hpp lays it out: its key, three English texts, which the module leaves
 * empty, and its parameters, of which the first begins with its key. A name that stands alone is not a row.
 * @param {Memory} memory
 * @param {{ key: string, params?: { key: string }[] }} entry
 */
function hasRow(memory, { key, params = [] }) {
  const { words } = memory;
  for (let at = words.indexOf(key.length); at > 0; at = words.indexOf(key.length, at + 1)) {
    if (!memory.refers(at - 1, key) || words.subarray(at + 1, at + 7).some((word) => word !== 0)) continue;
    const [first, count] = words.subarray(at + 7, at + 9);
    if (count === params.length && (count === 0 || memory.refers(first / 4, params[0].key))) return true;
  }
  return false;
}

test('the default race and its curves need the primary file only; drags and another optimizer the secondary one', async () => {
  const engine = await splitEngine();
  const { run } = engine.read('');
  assert(run);
  for (const [i, { updates }] of run.racers.entries()) {
    assert.equal(engine.stretch({ text: run.text, racer: i + 1, from: 0, to: updates, points: updates }).t.length > 0, true);
    const trainer = engine.trainer(run.text, i + 1);
    trainer.advance(updates);
    trainer.resume(trainer.checkpoint());
    // These are what the model's view asks for.
    assert.equal(trainer.weights().length, run.racers[i].weights);
    assert.match(trainer.hash(), /^[0-9a-f]+$/);
    assert(trainer.probabilities(trainer.samples(true).inputs).length > 0);
    trainer.samples(false);
    trainer.delete();
  }
  assert.throws(() => engine.drag({ text: run.text, handle: 0, t: 200, eta: 0.3 }));
  engine.complete(secondary);
  engine.complete(secondary);
  for (const [handle] of run.handles.entries()) {
    for (const eta of [0.01, 0.3, 1]) assert(engine.drag({ text: run.text, handle, t: 200, eta })?.run);
  }
  hashes(engine, 'opt=adam lr=0.01 steps=20');
  hashes(engine, 'data=moons opt=rmsprop lr=0.01 act=tanh steps=20');
});

test('every published run of a few updates has its hash', async () => {
  const list = readList(`${root}tests/bits/list.txt`).filter(({ text }) => Number(/steps=(\d+)/.exec(text)?.[1] ?? 1e6) <= 400);
  const few = list.filter(({ text }) => !/mnist/.test(text));
  assert(few.length >= 40, `${few.length}`);
  for (const { text, hashes: known } of few) {
    // Each run has a new module, because a later run would find the secondary file loaded.
    const engine = await splitEngine();
    engine.complete(secondary);
    assert.deepEqual(hashes(engine, text), known, text);
  }
});

test('the secondary file describes problems as well', async () => {
  const engine = await splitEngine();
  engine.complete(secondary);
  assert.equal(engine.read('schedule=cosin').problems[0].values[1], 'cosine');
});

test('without the secondary file a call that needs it throws Incomplete', async () => {
  const engine = await splitEngine();
  assert.throws(() => engine.read('opt=adam schedule=cosin'), Incomplete);
  const fresh = await splitEngine();
  fresh.complete(secondary);
  assert.equal(fresh.read('opt=adam').problems.length, 0);
});

test('a schedule that the default race does not have is in the whole tables only, which the secondary file has', () => {
  const { kinds } = JSON.parse(eta('describe').join('\n'));
  const primary = Buffer.from(wasm).toString('latin1');
  const own = ['constant', 'step', 'cosine'];
  // Conventions, limits of lengths, operators, data and problems have these names, too, as the core writes them itself.
  const named = [
    'exponential',
    'linear',
    'points',
    'warmup',
    'cooldown',
    'repeat',
    'plateau',
    'greedy',
    'multistep',
    'power',
    'one_cycle',
    'wsd',
    'noise',
  ];
  const others = kinds.schedule.filter((/** @type {{ key: string }} */ { key }) => ![...own, ...named].includes(key));
  assert(others.length > 0);
  for (const { key } of others) assert(!primary.includes(key), key);
});

/** What a first visit needs of each table; of the others it needs nothing. @type {Record<string, string[]>} */
const firstVisit = {
  schedule: ['constant', 'step', 'cosine'],
  optimizer: ['sgd'],
  clip: ['none'],
  data: ['digits'],
  activation: ['relu'],
  loss: ['cross_entropy'],
  initialiser: ['he_normal'],
  split: ['stratified'],
  stop: ['none'],
  convention: ['none'],
  preset: ['default'],
  average: ['none'],
};

test('what the default race does not have is in the whole tables only, which the secondary file has', () => {
  const { kinds } = JSON.parse(eta('describe').join('\n'));
  const { primary, whole } = memories();
  for (const [kind, entries] of Object.entries(kinds)) {
    for (const entry of entries) {
      const first = firstVisit[kind]?.includes(entry.key) ?? false;
      assert.equal(hasRow(primary, entry), first, `${kind} ${entry.key} in the primary file`);
      assert(hasRow(whole, entry), `${kind} ${entry.key} in both`);
    }
  }
});
