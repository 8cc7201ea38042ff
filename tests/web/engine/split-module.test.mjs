// The site serves the module in two files: a first visit needs only the primary one, and runs that need the secondary one have the same
// bits.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { readList } from '../../bits/list.mjs';
import { assetBytes, realEta, root } from '../real-eta.mjs';

const { createEta } = realEta();
const folder = `${root}build/wasm/split/`;
const wasm = new Uint8Array(readFileSync(`${folder}eta.wasm`));

/** @type {string[]} The addresses that were requested synchronously, as a worker does. */
const fetched = [];
let status = 200;
/** This replaces a worker's XMLHttpRequest for the files of that folder. */
class Request {
  status = 0;
  /** @type {Uint8Array<ArrayBuffer> | null} */ response = null;
  #url = '';
  /** @param {string} _method @param {string} url @param {boolean} isAsync */
  open(_method, url, isAsync) {
    assert.equal(isAsync, false);
    this.#url = url;
  }
  send() {
    fetched.push(this.#url);
    this.status = status;
    if (status === 200) this.response = new Uint8Array(readFileSync(this.#url.replace('https://lab.example/', folder)));
  }
}
Object.assign(globalThis, { XMLHttpRequest: Request });
afterEach(() => {
  fetched.length = 0;
  status = 200;
});

/** Opens an engine with the primary file. */
async function splitEngine() {
  const engine = await openEngine({ createEta, wasm, url: 'https://lab.example/eta.wasm' });
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

test('the default race, its curves and every drag need the primary file only; another optimizer fetches the secondary one, once', async () => {
  const engine = await splitEngine();
  const { run } = engine.read('');
  assert(run);
  hashes(engine, run.text);
  for (const [handle] of run.handles.entries()) {
    for (const eta of [0.01, 0.3, 1]) assert(engine.drag({ text: run.text, handle, t: 200, eta })?.run);
  }
  assert.deepEqual(fetched, []);
  hashes(engine, 'opt=adam lr=0.01 steps=20');
  hashes(engine, 'data=moons opt=rmsprop lr=0.01 act=tanh steps=20');
  assert.deepEqual(fetched, ['https://lab.example/eta.secondary.wasm']);
});

test('every published run of a few updates has its hash', async () => {
  const list = readList(`${root}tests/bits/list.txt`).filter(({ text }) => Number(/steps=(\d+)/.exec(text)?.[1] ?? 1e6) <= 400);
  const few = list.filter(({ text }) => !/mnist/.test(text));
  assert(few.length >= 40, `${few.length}`);
  for (const { text, hashes: known } of few) {
    // Each run has a new module, because a later run would find the secondary file loaded.
    const engine = await splitEngine();
    assert.deepEqual(hashes(engine, text), known, text);
  }
});

test('the secondary file describes problems as well', async () => {
  const engine = await splitEngine();
  assert.equal(engine.read('schedule=cosin').problems[0].values[1], 'cosine');
});

test('a missing secondary file makes the call throw, and may be loaded later', async () => {
  const engine = await splitEngine();
  status = 404;
  assert.throws(() => engine.read('opt=adam schedule=cosin'), /404/);
  status = 200;
  const fresh = await splitEngine();
  assert.equal(fresh.read('opt=adam').problems.length, 0);
});
