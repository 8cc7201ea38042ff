// A racer keeps its colour and dash pattern as long as it lives, and a new one takes those that are free.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openEngine } from '../../../web/src/engine/engine.js';
import { stylesOf } from '../../../web/src/lab/match-styles.js';
import { realEta } from '../real-eta.mjs';

const engine = await openEngine(realEta());

/** @param {string[]} racers */
function runOf(racers) {
  const { run } = engine.read(racers.map((each) => `schedule=${each}`).join(' '));
  assert(run);
  return run;
}

/** The styles after a row of runs that replace one another. @param {...string[]} runs */
function after(...runs) {
  let run = null;
  /** @type {number[]} */
  let styles = [];
  for (const next of runs.map(runOf)) {
    styles = stylesOf(next, run, styles);
    run = next;
  }
  return styles;
}

const three = ['constant', 'step', 'cosine'];

test('the others keep their styles when one is removed, and the next to be added takes its style', () => {
  assert.deepEqual(after(three), [1, 2, 3]);
  assert.deepEqual(after(three, ['step', 'cosine']), [2, 3]);
  assert.deepEqual(after(three, ['step', 'cosine'], ['step', 'cosine', 'linear']), [2, 3, 1]);
  assert.deepEqual(after(three, ['step', 'cosine'], three), [1, 2, 3]);
});

test('a racer that is edited keeps its style, whatever it becomes', () => {
  assert.deepEqual(after(three, ['step', 'cosine'], ['linear', 'cosine']), [2, 3]);
  assert.deepEqual(after(three, ['cosine', 'step', 'cosine']), [1, 2, 3]);
  assert.deepEqual(after(three, ['constant', 'step lr=0.3', 'cosine']), [1, 2, 3]);
});

test('a task or a preset that keeps a racer keeps its style', () => {
  assert.deepEqual(after(three, ['constant lr=0.3', 'cosine lr=0.3', 'constant lr=0.7', 'cosine lr=0.7']), [1, 3, 2, 4]);
  assert.deepEqual(after(three, ['step(factor=0.1, every=20)', 'step(factor=0.1, every=250)']), [1, 2]);
});

test('no two racers of a run have one style, and as many racers as there are styles have them all', () => {
  const racers = fc.array(fc.constantFrom('constant', 'step', 'cosine', 'cosine lr=0.1', 'linear label=A', 'constant label=A', 'lr/2'), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(racers, { minLength: 1, maxLength: 5 }), (runs) => {
      const styles = after(...runs);
      assert.equal(new Set(styles).size, styles.length);
      assert(styles.every((style) => style >= 1 && style <= 6));
    }),
  );
});
