// The module is split in two, as the site serves it: a first visit needs only the primary one, and runs that need the secondary have the
// same bits.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { readList } from '../../bits/list.mjs';
import { assetBytes, realEta, root } from '../real-eta.mjs';

const { createEta } = realEta();
const [wasm, secondary] = ['eta.wasm', 'eta.second.wasm'].map((name) => new Uint8Array(readFileSync(`${root}build/wasm/parted/${name}`)));

/** Makes an engine that counts how often it fetches the secondary module. */
async function splitEngine() {
  let fetched = 0;
  const fetchSecondary = () => {
    fetched += 1;
    return secondary;
  };
  const engine = await openEngine({ createEta, wasm, fetchSecondary });
  engine.provide('digits', assetBytes('digits'));
  return { engine, fetched: () => fetched };
}

/**
 * @param {import('../../../web/src/engine/trainer.js').Engine} engine
 * @param {string} text
 * @returns {string[]} the hash of each racer's final weights
 */
function hashes(engine, text) {
  const { run } = engine.check(text);
  if (!run) throw new Error(text);
  return run.racers.map(({ updates }, i) => {
    const trainer = engine.trainer(text, i + 1);
    trainer.advance(updates);
    const hash = trainer.hash();
    trainer.delete();
    return hash;
  });
}

test('the default race, its curves and drags need the primary module only; another optimizer loads the secondary', async () => {
  const { engine, fetched } = await splitEngine();
  const { run } = engine.check('');
  assert(run);
  hashes(engine, run.text);
  for (const [handle] of run.handles.entries()) {
    for (const eta of [0.01, 0.3, 1]) assert(engine.check(engine.drag({ text: run.text, handle, t: 200, eta })).run);
  }
  assert.equal(fetched(), 0);
  hashes(engine, 'opt=adam lr=0.01 steps=20');
  hashes(engine, 'data=moons opt=rmsprop lr=0.01 act=tanh steps=20');
  assert.equal(fetched(), 1);
});

test('every published run of a few updates has its hash', async () => {
  const list = readList(`${root}tests/bits/list.txt`).filter(({ text }) => Number(/steps=(\d+)/.exec(text)?.[1] ?? 1e6) <= 400);
  const few = list.filter(({ text }) => !/mnist/.test(text));
  assert(few.length >= 40, `${few.length}`);
  for (const { text, hashes: known } of few) {
    // Each run has a module of its own, as a later one would find the secondary module already loaded.
    const { engine } = await splitEngine();
    assert.deepEqual(hashes(engine, text), known, text);
  }
});

test('the secondary module reports problems as well', async () => {
  const { engine } = await splitEngine();
  assert.equal(engine.check('schedule=cosin').problems[0].values[1], 'cosine');
});

test('a secondary module that cannot be loaded is reported where it is needed, and may be loaded later', async () => {
  let available = false;
  const fetchSecondary = () => {
    if (!available) throw new Error('eta.second.wasm: 404');
    return secondary;
  };
  const engine = await openEngine({ createEta, wasm, fetchSecondary });
  assert.throws(() => engine.check('opt=adam schedule=cosin'), /404/);
  available = true;
  const fresh = await openEngine({ createEta, wasm, fetchSecondary });
  assert.equal(fresh.check('opt=adam').problems.length, 0);
});
