// The module in two parts, as the site serves it: a first visit needs only the first, and whatever a run needs of the second gives the same bits.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { readList } from '../../bits/list.mjs';
import { assetBytes, realEta, root } from '../real-eta.mjs';

const { createEta } = realEta();
const [wasm, second] = ['eta.wasm', 'eta.second.wasm'].map((name) => new Uint8Array(readFileSync(`${root}build/wasm/split/${name}`)));

/** An engine that counts how often it fetches the second part. */
async function partedEngine() {
  let fetched = 0;
  const fetchSecondary = () => {
    fetched += 1;
    return second;
  };
  const engine = await openEngine({ createEta, wasm, fetchSecondary });
  engine.provide('digits', assetBytes('digits'));
  return { engine, fetched: () => fetched };
}

/** @param {import('../../../web/src/engine/trainer.js').Engine} engine @param {string} text @returns {string[]} the hash of each racer's weights at its end */
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

test('the default race, its curves and every drag need the first part only; another optimizer fetches the second, once', async () => {
  const { engine, fetched } = await partedEngine();
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
    // Each in a module of its own: a run that comes later finds the second part already there.
    const { engine } = await partedEngine();
    assert.deepEqual(hashes(engine, text), known, text);
  }
});

test('what is wrong is said by the second part as well', async () => {
  const { engine } = await partedEngine();
  assert.equal(engine.check('schedule=cosin').problems[0].values[1], 'cosine');
});

test('a second part that does not come is told where it is wanted, and may come later', async () => {
  let there = false;
  const fetchSecondary = () => {
    if (!there) throw new Error('eta.second.wasm: 404');
    return second;
  };
  const engine = await openEngine({ createEta, wasm, fetchSecondary });
  assert.throws(() => engine.check('opt=adam schedule=cosin'), /404/);
  there = true;
  const fresh = await openEngine({ createEta, wasm, fetchSecondary });
  assert.equal(fresh.check('opt=adam').problems.length, 0);
});
