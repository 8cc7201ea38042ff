// A pinned racer's text is that of a run in which it is alone: it has the same rate, and trains to the same weights.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { pinTexts } from '../../../web/src/lab/pin-texts.js';
import { assetBytes, realEta } from '../real-eta.mjs';

const engine = await openEngine(realEta());
engine.provide('digits', assetBytes('digits'));

/** @param {string} text @param {number} racer @returns {string} the hash of its weights at the end */
function hash(text, racer) {
  const trainer = engine.trainer(text, racer);
  while (trainer.state().ended === '') trainer.advance(10);
  return trainer.hash();
}

for (const text of [
  'preset=default steps=60',
  'steps=50 lr=0.3 schedule=cosine schedule=warmup(10%) then cosine lr=0.6 opt=adam label=Warmed up',
  'steps=40 batch=16 schedule=constant batch=4 schedule=step(factor=0.1, every=10)',
]) {
  test(`alone it is the same: ${text}`, () => {
    const { run } = engine.read(text);
    assert(run);
    run.racers.forEach((_, i) => {
      const [lone] = pinTexts({ pins: [/** @type {any} */ ({ run, racer: i + 1 })] });
      const alone = engine.read(lone).run;
      assert.equal(alone?.racers.length, 1, lone);
      assert.equal(alone.racers[0].schedule, run.racers[i].schedule);
      assert.equal(alone.racers[0].label, run.racers[i].label);
      assert.equal(hash(lone, 1), hash(text, i + 1), lone);
    });
  });
}
