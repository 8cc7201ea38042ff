// What is typed into a field is that field's value, whatever it is; and every run reads as itself in the address and in an article.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { openEngine } from '../../../web/src/engine/engine.js';
import { addRacer, removeRacer, setItem } from '../../../web/src/lab/edits.js';
import { itemOf } from '../../../web/src/lab/item-of.js';
import { readAddress, writeAddress } from '../../../web/src/lib/address.js';
import { markup } from '../../../web/src/ui/markup.js';
import { readList } from '../../bits/list.mjs';
import { realEta, root } from '../real-eta.mjs';

/** @typedef {import('../../../web/src/lab/lab.js').Lab} Lab */

/** @type {import('../../../web/src/engine/trainer.js').Engine} */
let engine;
before(async () => {
  engine = await openEngine(realEta());
});

const fixed = { seed: 1, numRuns: 300 };
const published = readList(`${root}tests/bits/list.txt`).map((entry) => entry.text);
const ownKeys = ['lang', 'theme', 'hide', 'experiment'];

/** A lab without workers: the text is read where it is edited. @param {string} text @returns {Lab} */
function labOf(text) {
  const lab = {
    styles: /** @type {number[]} */ ([]),
    run: engine.read(text).run,
    async edit(/** @type {string} */ edited) {
      const { problems, run } = engine.read(edited);
      lab.run = run ?? lab.run;
      return problems;
    },
    queries: { warnings: async (/** @type {string} */ edited) => engine.warnings(edited) },
  };
  assert(lab.run, text);
  return /** @type {any} */ (lab);
}

const signs = [
  '"',
  '\\',
  '(',
  ')',
  '=',
  ' ',
  ' lr=0.1',
  ' schedule=linear',
  'x',
  '：',
  '＝',
  '（',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\ud800',
  '😀',
  '&',
  '#',
  '%',
];
/** One line, as a field holds it. */
const line = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join('').replace(/[\p{Cc}\u2028\u2029]/gu, ''));
const wellFormed = (/** @type {string} */ text) => text.replace(/\p{Surrogate}/gu, '\ufffd');
const run = fc.constantFrom(
  'lr=0.3 schedule=cosine schedule=step lr=0.2 label=a',
  'schedule=cosine label=b',
  'preset=default',
  'preset=article_a epochs=3',
  ...published,
);

/** @param {Lab} lab */
const runOf = (lab) => /** @type {import('../../../web/src/lib/run.js').Run} */ (lab.run);

test('what is typed as a label is the label, and nothing else changes', () =>
  fc.assert(
    fc.asyncProperty(run, line, fc.nat(5), async (text, label, pick) => {
      const lab = labOf(text);
      const before = runOf(lab);
      const racer = (pick % before.racers.length) + 1;
      const labels = before.racers.map((each, i) => (i === racer - 1 ? wellFormed(label) : each.label));
      const problems = await setItem(lab, racer, 'label', label);
      if ([...label].length > 80) return assert.equal(problems?.[0].code, 'label_too_long');
      assert.deepEqual(
        problems?.filter(({ warning }) => !warning),
        [],
      );
      const after = runOf(lab);
      assert.deepEqual(
        after.racers.map((each) => each.label),
        labels,
      );
      assert.deepEqual(
        after.racers.map((each) => each.schedule),
        before.racers.map((each) => each.schedule),
      );
      assert.equal(itemOf(lab, racer, 'label') ?? '', wellFormed(label));
      assertStays(after);
    }),
    fixed,
  ));

test('what is typed into any field changes that item alone, or is its problem', () => {
  const value = fc.oneof(
    line,
    fc.constantFrom(
      'x schedule=linear',
      '0.1 label=a',
      ':(',
      '(0.5',
      '0.5)',
      'cosine) * (2',
      '',
      '0.25',
      'cosine(0.3)',
      '20',
      'adam',
      'none',
    ),
  );
  const key = fc.constantFrom('lr', 'batch', 'steps', 'seed', 'hidden', 'opt', 'schedule', 'evaluate', 'validation', 'label_noise', 'stop');
  return fc.assert(
    fc.asyncProperty(run, key, value, fc.nat(5), async (text, name, typed, pick) => {
      const lab = labOf(text);
      const before = runOf(lab);
      const own = ['schedule', 'lr'].includes(name);
      const racer = own ? (pick % before.racers.length) + 1 : 0;
      const written = typed.trim();
      const problems = (await setItem(lab, racer, name, written)) ?? [];
      const wrong = problems.filter(({ warning }) => !warning);
      const after = runOf(lab);
      if (wrong.length > 0) {
        assert.equal(after, before);
        for (const { from, to, inside } of wrong) if (inside) assert(from >= 0 && from <= to && to <= written.length);
        // What does not fit to a good value may lie in another; what is no value lies in this one.
        if (/^(?:unexpected|unfinished|bracket_open|bad_\w+|\w+_expected|value_missing)$/.test(wrong[0].code))
          assert(wrong[0].inside, wrong[0].code);
        return;
      }
      assert.equal(after.racers.length, before.racers.length);
      const others = (/** @type {typeof before} */ { racers }) =>
        racers.map(({ label, schedule }, i) => [label, name === 'schedule' && i === racer - 1 ? '' : schedule]);
      assert.deepEqual(others(after), others(before));
      if (name === 'lr' && written !== '')
        assert.equal(
          after.racers[racer - 1].lr,
          Number(
            written
              .normalize('NFKC')
              .replace(/[\u200b]/g, '')
              .replace('。', '.'),
          ),
        );
      assertStays(after);
    }),
    { ...fixed, numRuns: 600 },
  );
});

test('a lone racer has its own keys, the value typed, every time', async () => {
  for (const text of ['schedule=cosine', 'lr=0.3 schedule=cosine', 'schedule=cosine lr=0.3 label=a', 'steps=5']) {
    const lab = labOf(text);
    for (const typed of ['0.25', '0.5', '0.1']) {
      assert.deepEqual(await setItem(lab, 1, 'lr', typed), []);
      assert.equal(runOf(lab).racers[0].lr, Number(typed));
    }
    assert.deepEqual(await setItem(lab, 1, 'label', 'mine'), []);
    assert.equal(itemOf(lab, 1, 'label'), 'mine');
    assert.deepEqual(await setItem(lab, 1, 'label', ''), []);
    assert.equal(runOf(lab).racers[0].label, '');
    assert.equal((await setItem(lab, 1, 'lr', ''))?.[0].code, 'value_missing');
  }
});

test('one of two racers is removed whatever keys the other has, and one is added to a preset', async () => {
  const lab = labOf('lr=0.3 label=all schedule=cosine schedule=step lr=0.2 label=a');
  assert.deepEqual(await removeRacer(lab, 1), []);
  assert.deepEqual([runOf(lab).racers.length, runOf(lab).racers[0].lr, runOf(lab).racers[0].label], [1, 0.2, 'a']);
  const article = labOf('preset=article_a');
  assert.deepEqual(await addRacer(article, 'cosine'), []);
  assert.deepEqual(
    runOf(article).racers.map(({ label }) => label),
    ['as the text says', 'as the code says', 'as it should be', ''],
  );
});

test('an emptied schedule is a problem at its place, and no racer moves', async () => {
  for (const text of ['preset=default', 'schedule=cosine', 'schedule=cosine schedule=linear lr=0.1']) {
    const lab = labOf(text);
    const before = runOf(lab);
    const problems = await setItem(lab, 1, 'schedule', '');
    assert.deepEqual(
      problems?.map(({ code, from, to, inside }) => ({ code, from, to, inside })),
      [{ code: 'value_missing', from: 0, to: 0, inside: true }],
    );
    assert.equal(runOf(lab), before);
  }
});

test('a field is told of what its value brings about, and not again of what was known', async () => {
  const lab = labOf('schedule=warmup(500) then cosine schedule=linear');
  const told = async (/** @type {Promise<any[] | null>} */ edit) =>
    (await edit)?.map(({ code, inside, quote, warning }) => ({ code, inside, quote, warning }));
  const warmup = { code: 'warmup_after_end', inside: false, quote: 'warmup(500)', warning: true };
  assert.deepEqual(await told(setItem(lab, 0, 'steps', '400')), [warmup]);
  assert.deepEqual(await told(setItem(lab, 0, 'batch', '4')), []);
  assert.deepEqual(await told(setItem(lab, 2, 'schedule', 'step(every=900)')), [
    { code: 'drop_after_end', inside: true, quote: '900', warning: true },
  ]);
  // “Only for this one” is said by the one who types there.
  assert.deepEqual(await told(setItem(lab, 2, 'lr', '0.1')), []);
});

/** Checks that a run's canonical text reads as itself wherever a run is written. @param {import('../../../web/src/lib/run.js').Run} printed */
function assertStays(printed) {
  const { text } = readAddress(writeAddress(printed.items, [['lang', 'zh']], ownKeys), ownKeys);
  for (const written of [printed.text, text, ofAttribute(printed.text)]) assert.deepEqual(engine.read(written).run, printed);
}

/** What a browser reads from the attribute that an article's code writes. @param {string} text */
function ofAttribute(text) {
  const [, value] = /run="([^"]*)"/.exec(markup(['eta-lab', { run: text }])) ?? assert.fail();
  const letters = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return value.replace(/&(amp|lt|gt|quot);/g, (_, name) => letters[/** @type {keyof typeof letters} */ (name)]);
}
