// Runs the default race in a module, as a first visit does. The profile shows wasm-split which functions that needs; the page has fetched
// the others by the time that a reader drags a handle.
//
//   node build-scripts/lib/site/profile-module.mjs GLUE INSTRUMENTED DIGITS PROFILE
//   GLUE          eta.mjs, as Emscripten wrote it
//   INSTRUMENTED  eta.wasm after `wasm-split --instrument`
//   DIGITS        the bytes of the default run's data set
//   PROFILE       the output: which functions were called
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openEngine } from '../../../web/src/engine/engine.js';

const [glue, instrumented, digits, profile] = process.argv.slice(2);
/** @type {WebAssembly.Exports} */
let exports = {};
/** @type {{ default: import('../../../web/src/engine/eta-module.js').CreateEta }} */
const { default: create } = await import(pathToFileURL(resolve(glue)).href);
/** @type {import('../../../web/src/engine/eta-module.js').CreateEta} */
const createEta = ({ instantiate }) =>
  create({
    instantiate: async (imports) => {
      const instance = await instantiate(imports);
      exports = instance.exports;
      return instance;
    },
  });
const engine = await openEngine({ createEta, wasm: new Uint8Array(readFileSync(instrumented)) });

// What is read of the default run comes with the page.
const run = { text: 'preset=default', asset: 'digits', racers: [1, 2, 3], updates: 800 };
engine.provide(run.asset, new Uint8Array(readFileSync(digits)));
// A worker may train all racers, and starts them again at every drag; twice as many also exercise the list of sessions.
const trainers = [...run.racers, ...run.racers].map((_, i) => engine.trainer(run.text, 1 + (i % run.racers.length)));
for (const [i] of run.racers.entries()) {
  const { updates } = run;
  engine.stretch({ text: run.text, racer: i + 1, from: 0, to: updates, points: updates });
  const trainer = trainers[i];
  for (let update = 0; update < updates; update += 100) trainer.advance(100);
  trainer.resume(trainer.checkpoint());
  trainer.state();
  trainer.weights();
  // The page asks for it with each model.
  trainer.hash();
  trainer.samples(false);
  trainer.probabilities(trainer.samples(true).inputs);
}
for (const trainer of trainers) trainer.delete();
// The profile is written into the module's memory at the requested address: nothing may be called after it.
const write = /** @type {(at: number, room: number) => number} */ (exports.__write_profile);
const memory = Object.values(exports).find((each) => each instanceof WebAssembly.Memory);
if (!(memory instanceof WebAssembly.Memory)) throw new Error('the module has no memory');
const room = 65536;
const at = memory.grow(1) * room;
const size = write(at, room);
if (size > room) throw new Error(`a profile of ${size} bytes`);
writeFileSync(profile, new Uint8Array(memory.buffer, at, size));
