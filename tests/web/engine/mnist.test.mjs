// The packed images are those of the npm package, byte for byte, and the module reads them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { images, pack } from '../../../build-scripts/lib/site/pack-mnist.mjs';
import { openEngine } from '../../../web/src/engine/engine.js';
import { realEta, root } from '../real-eta.mjs';

const file = (/** @type {number} */ count) => new Uint8Array(readFileSync(`${root}build/assets/mnist_${count}.bin`));

test('the files have the package’s images', () => {
  const all = images();
  assert.equal(all.length, 10000);
  assert.deepEqual(pack(all), file(10000));
  assert.deepEqual(pack(all.slice(0, 1000)), file(1000));
});

test('the module unpacks the same bytes', async () => {
  const engine = await openEngine(realEta());
  engine.provide('mnist_1000', file(1000));
  const trainer = engine.trainer('data=mnist split=tail hidden=none steps=1', 1);
  const all = images().slice(0, 1000);
  const samples = [false, true].map((validation) => trainer.samples(validation));
  assert.deepEqual(
    [...samples[0].classes, ...samples[1].classes],
    all.map(({ label }) => label),
  );
  const bytes = samples.flatMap(({ inputs }) => Array.from(inputs, (value) => value * 255));
  assert.ok(bytes.every((value) => Math.abs(value - Math.round(value)) < 1e-4));
  assert.deepEqual(Uint8Array.from(bytes, Math.round), new Uint8Array(Buffer.concat(all.map(({ image }) => image))));
  trainer.delete();
});
