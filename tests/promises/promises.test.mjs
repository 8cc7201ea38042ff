// The README's instructions for adding a part are complete: with all named pieces the fast tests pass, and without any one of them they
// fail.
//
// All parts are planted in one copy, which is compiled and tested once; then the pieces are left out one by one.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chart } from './chart.mjs';
import { column } from './column.mjs';
import { dataSet } from './data-set.mjs';
import { experiment } from './experiment.mjs';
import { language } from './language.mjs';
import { listener } from './listener.mjs';
import { optimizer } from './optimizer.mjs';
import { schedule } from './schedule.mjs';
import { Tree } from './tree.mjs';

/**
 * @typedef {object} Promised
 * @property {string} name
 * @property {import('./tree.mjs').Plant[]} plants all that the README names
 * @property {Piece[]} needed
 */
/**
 * @typedef {object} Piece a piece that is needed
 * @property {string} what
 * @property {string} path
 * @property {RegExp} line the lines that are left out
 * @property {keyof typeof checks} check the part of --fast that finds it
 * @property {RegExp} says what the output then matches
 */

/** These parts of --fast find a missing piece. */
const checks = {
  words: ['node', '--test', 'tests/web/lib/words.test.mjs', 'tests/web/experiments/experiments.test.mjs'],
  types: ['build-scripts/test', 'format', 'types'],
  published: ['node', '--test', 'tests/bits/list.test.mjs'],
  native: ['bash', '-c', 'cmake --build build/native --target eta_tests && build/native/eta_tests [schedule]'],
};

// The language repeats the words of the others, so it comes last.
const promises = [schedule, listener, optimizer, dataSet, column, chart, experiment, language];

/** @type {Tree} */
let tree;
before(() => {
  tree = new Tree();
});
after(() => tree.remove());

/** @param {...string} command */
async function passes(...command) {
  const { status, output } = await tree.run(...command);
  assert.equal(status, 0, `${command.join(' ')}\n${output}`);
}

test(`with ${promises.map(({ name }) => name).join(', ')} the fast tests pass`, async () => {
  for (const { plants } of promises) for (const plant of plants) tree.plant(plant);
  await passes('build-scripts/build', 'format', 'native', 'figures');
  await passes('node', 'tests/bits/write.mjs');
  await passes('build-scripts/test', '--fast');
});

for (const { name, needed } of promises)
  describe(name, () => {
    for (const { what, path, line, check, says } of needed)
      test(`without ${what} they fail`, () =>
        tree.without(path, line, async () => {
          const { status, output } = await tree.run(...checks[check]);
          assert.notEqual(status, 0, output);
          assert.match(output, says);
        }));
  });
