// What the module knows of a racer is what the native program prints.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { BadArgument, openEngine } from '../../../web/src/engine/engine.js';
import { eta, realEta } from '../real-eta.mjs';

/** @type {import('../../../web/src/engine/trainer.js').Engine} */
let engine;
before(async () => {
  engine = await openEngine(realEta());
});

/** @param {...string} words */
const printed = (...words) => JSON.parse(eta('explain', ...words, '--json').join('\n')).racers;

/** Steps as the page gets them: it has the sentences' words itself. @param {any} explanation */
const bare = (explanation) =>
  JSON.parse(JSON.stringify(explanation, (key, value) => (key === 'sentence' || key === 'key' ? undefined : value)));

const text =
  'steps=800 lr=0.5 schedule=warmup(20) then cosine schedule=repeat(cosine, every=100) schedule=cosine * plateau schedule=noise(cosine)';

test('formula and sums of every racer are those that the program prints', () => {
  const racers = printed(text);
  assert.equal(racers.length, 4);
  racers.forEach((/** @type {any} */ racer, /** @type {number} */ i) => {
    assert.deepEqual(engine.explain({ text, racer: i + 1 }), racer);
  });
  assert.deepEqual(
    racers.map((/** @type {any} */ racer) => racer.formula === null),
    [false, false, false, true],
  );
});

test('so are the steps to the rate at an update, with the factor of a listener', () => {
  for (const t of [0, 19, 20, 250, 799])
    printed(text, '--at', `${t}`).forEach((/** @type {any} */ racer, /** @type {number} */ i) => {
      assert.deepEqual(bare(engine.explain({ text, racer: i + 1, t })), bare(racer));
    });
  const [, , halved] = printed(text, '--at', '250', '--factor', '0.5');
  assert.deepEqual(bare(engine.explain({ text, racer: 3, t: 250, factor: 0.5 })), bare(halved));
});

test('a racer that is not there, a text that is no run and wrong arguments are refused', () => {
  assert.throws(() => engine.explain({ text, racer: 5 }), BadArgument);
  assert.throws(() => engine.explain({ text: 'schedule=nope', racer: 1 }), BadArgument);
  for (const wrong of [{ racer: 0 }, { racer: 1.5 }, { racer: 1, t: -2 }, { racer: 1, t: 0.5 }, { racer: 1, t: 1, factor: '1' }])
    assert.throws(() => engine.explain(/** @type {any} */ ({ text, ...wrong })), BadArgument);
});
