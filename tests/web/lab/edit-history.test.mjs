// The history of a lab's runs: whatever gestures there were, undoing and redoing them gives the same runs again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EditHistory } from '../../../web/src/lab/edit-history.js';
import { travel as travelIn } from '../../../web/src/lab/travel.js';

/** A lab that accepts every text but an empty one, after a while or at once. */
function labOf() {
  const history = new EditHistory();
  const lab = {
    history,
    text: '',
    /** @type {any} */
    dragSession: null,
    notify() {},
    /** @param {string} text @param {string} kind */
    async edit(text, kind) {
      const gesture = history.begin(kind, lab.dragSession);
      if (text === '') return;
      history.record(gesture, text, []);
      lab.text = text;
    },
  };
  return lab;
}
/** @typedef {ReturnType<typeof labOf>} Lab */

/** @param {Lab} lab @param {number} by */
const travel = (lab, by) => travelIn(/** @type {any} */ (lab), by);

/** @param {Lab} lab @param {string} kind @param {string[]} texts */
async function drag(lab, kind, texts) {
  lab.dragSession = { finish: async () => {} };
  for (const text of texts) await lab.edit(text, kind);
  lab.dragSession = null;
}

const text = fc.constantFrom('a', 'b', 'c', 'd', 'e', '');
const gesture = fc.oneof(
  fc.record({ kind: fc.constantFrom('preset', 'task', 'remove', 'decay', 'seed'), texts: fc.tuple(text) }),
  fc.record({ kind: fc.constantFrom('drag', 'stroke'), texts: fc.array(text, { minLength: 1, maxLength: 9 }) }),
  fc.record({ kind: fc.constantFrom('field', 'text'), texts: fc.array(text, { minLength: 1, maxLength: 5 }) }),
);

/** @param {Lab} lab @param {{ kind: string, texts: string[] }} gesture */
async function make(lab, { kind, texts }) {
  if (['drag', 'stroke'].includes(kind)) return drag(lab, kind, texts);
  for (const each of texts) await lab.edit(each, kind);
  lab.history.seal();
}

test('undoing any number of gestures and redoing them changes nothing, and each step back is the run before one gesture', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(gesture, { maxLength: 70 }), fc.nat(80), async (gestures, steps) => {
      const lab = labOf();
      await lab.edit('first', 'load');
      /** @type {string[]} the runs that gestures ended with, without those that changed nothing */
      const runs = ['first'];
      for (const each of gestures) {
        await make(lab, each);
        if (lab.text !== runs[runs.length - 1]) runs.push(lab.text);
      }
      const back = Math.min(steps, 50, runs.length - 1);
      for (let i = 1; i <= back; i++) {
        assert(lab.history.has(-1));
        await travel(lab, -1);
        assert.equal(lab.text, runs[runs.length - 1 - i]);
      }
      assert.equal(lab.history.has(-1), back < Math.min(50, runs.length - 1));
      for (let i = back; i > 0; i--) await travel(lab, 1);
      assert.equal(lab.text, runs[runs.length - 1]);
      assert(!lab.history.has(1));
    }),
  );
});

test('a gesture after an undone one replaces what could be redone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(gesture, { minLength: 1, maxLength: 9 }), fc.nat(9), async (gestures, steps) => {
      const lab = labOf();
      await lab.edit('first', 'load');
      for (const each of gestures) await make(lab, each);
      for (let i = 0; i < steps; i++) await travel(lab, -1);
      const before = lab.text;
      await lab.edit('new', 'preset');
      assert(!lab.history.has(1));
      await travel(lab, -1);
      assert.equal(lab.text, before);
    }),
  );
});

test('fifty gestures can be undone, not more', async () => {
  const lab = labOf();
  for (let i = 0; i <= 60; i++) await lab.edit(`run ${i}`, 'preset');
  for (let i = 0; i < 60; i++) await travel(lab, -1);
  assert.equal(lab.text, 'run 10');
});

test('what is typed until the field is left is one gesture, and two presets are two', async () => {
  const lab = labOf();
  await lab.edit('lr=0.5', 'load');
  for (const typed of ['lr=0.2', 'lr=0.25']) await lab.edit(typed, 'field');
  lab.history.seal();
  await lab.edit('lr=0.3', 'field');
  await travel(lab, -1);
  assert.equal(lab.text, 'lr=0.25');
  await travel(lab, -1);
  assert.equal(lab.text, 'lr=0.5');
  for (const run of ['a', 'b']) await lab.edit(run, 'preset');
  await travel(lab, -1);
  assert.equal(lab.text, 'a');
});

test('a drag is one gesture, and none when it comes back to where it began', async () => {
  const lab = labOf();
  await lab.edit('start', 'load');
  await drag(lab, 'drag', ['a', 'b', 'c']);
  await drag(lab, 'drag', ['d', 'e', 'c']);
  await travel(lab, -1);
  assert.equal(lab.text, 'start');
  assert(!lab.history.has(-1));
});

test('it names what was undone and redone, and the experiment that the run belonged to', async () => {
  const lab = labOf();
  await lab.edit('a', 'load');
  lab.history.experiment = 'draw';
  await lab.edit('b', 'experiment');
  await lab.edit('c', 'task');
  const ids = [lab.history.id];
  await travel(lab, -1);
  assert.deepEqual(lab.history.travelled, { by: -1, kind: 'task' });
  ids.push(lab.history.id);
  await travel(lab, -1);
  assert.deepEqual([lab.history.travelled?.kind, lab.history.experiment], ['experiment', '']);
  // An entry keeps its number, by which the browser's history finds it.
  assert.deepEqual(
    ids.map((id) => lab.history.entries.findIndex((entry) => entry.id === id) - lab.history.place),
    [2, 1],
  );
  await travel(lab, 2);
  assert.deepEqual([lab.text, lab.history.experiment], ['c', 'draw']);
});
