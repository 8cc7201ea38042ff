// A result is that of the weights that a run ends with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { allDone, doneOf, noteOf, resultOf } from '../../../web/src/lab/results.js';
import { TelemetryColumns } from '../../../web/src/lab/telemetry.js';
import { median } from '../../../web/src/lib/statistics.js';
import { eta, realEta } from '../real-eta.mjs';

const data = 'data=moons(noise=0.4, samples=60) validation=30 hidden=64 batch=5 lr=0.7 steps=600 evaluate=5 measure=both';
const text = `${data} schedule=constant schedule=constant stop=early(patience=20) schedule=constant stop=updates(202)`;
const words = /** @type {any} */ ({
  language: 'en',
  t: (/** @type {string} */ key, /** @type {{ update: string }} */ { update }) => `${key} ${update}`,
});

/** Trains the racers of a text to their ends. @param {string} text */
async function trained(text) {
  const engine = await openEngine(realEta());
  const { run } = engine.read(text);
  assert(run);
  const racers = run.racers.map((_, i) => {
    const trainer = engine.trainer(text, i + 1);
    const columns = new TelemetryColumns();
    while (trainer.state().ended === '') columns.put(trainer.advance(50));
    return { state: trainer.state(), telemetry: columns.views };
  });
  return {
    run,
    playhead: 600,
    state: (/** @type {number} */ n) => racers[n - 1].state,
    telemetry: (/** @type {number} */ n) => racers[n - 1].telemetry,
  };
}

test('a racer whose best weights were put back has the accuracy that was measured with them, on both samples', async () => {
  const lab = await trained(text);
  const printed = eta('train', text);
  const restored = /racer 2 weights of update (\d+)/.exec(printed.join('\n'))?.[1];
  assert(restored);
  const columns = printed[0].split(',');
  const row = printed.find((line) => line.startsWith(`2,${Number(restored) - 1},`))?.split(',') ?? assert.fail();
  for (const column of /** @type {const} */ (['validation_accuracy', 'training_accuracy'])) {
    const result = resultOf(lab, 2, column);
    const wanted = Number(row[columns.indexOf(column)]);
    assert(result && Math.abs(result.median - wanted) < 1e-6, `${column}: ${result?.median}, not ${wanted}`);
    assert.equal(result.low, result.high);
  }
  assert.equal(noteOf(lab, 2, words), `result.restored ${restored}`);
  // Before its end nothing was put back, and the others are judged by their last 20 %.
  const { update } = lab.state(2);
  const earlier = { ...lab, playhead: update - 1 };
  const { update: at, validation_accuracy: accuracy } = lab.telemetry(2).evaluations;
  const known = Array.from(accuracy).filter((_, i) => at[i] <= update - 1);
  assert.equal(resultOf(earlier, 2)?.median, median(known.slice(-Math.round(known.length / 5))));
  assert.equal(noteOf(earlier, 2, words), '');
  const all = Array.from(lab.telemetry(1).evaluations.validation_accuracy);
  assert.equal(resultOf(lab, 1)?.median, median(all.slice(-Math.round(all.length / 5))));
});

test('nothing is said to be after updates that no racer has done', async () => {
  const lab = await trained(text);
  assert.deepEqual(
    [1, 2, 3].map((racer) => doneOf(lab, racer)),
    [600, lab.state(2).update, 202],
  );
  assert.equal(allDone(lab), 600);
  assert.equal(noteOf(lab, 1, words), '');
  assert.equal(noteOf(lab, 3, words), 'result.ended 202');
  const alone = await trained('data=moons hidden=8 steps=400 evaluate=100% schedule=constant stop=updates(10)');
  assert.equal(allDone({ ...alone, playhead: 400 }), 10);
  assert.equal(allDone({ ...alone, playhead: 7 }), 7);
  assert.equal(noteOf({ ...alone, playhead: 400 }, 1, words), '');
});
