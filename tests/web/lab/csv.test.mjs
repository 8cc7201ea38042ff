// The CSV of the charts has the numbers that the native program prints, and no cell that a spreadsheet evaluates.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { csvOf, floatCell, textCell } from '../../../web/src/lab/csv.js';
import { curveOf } from '../curve-of.mjs';
import { assetBytes, eta, realEta } from '../real-eta.mjs';

/** @type {import('../../../web/src/lib/registry.js').Printed} */
const { columns } = JSON.parse(eta('describe').join('\n'));

test('cells', () => {
  assert.equal(textCell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"');
  assert.equal(textCell('-lr'), '"\'-lr"');
  for (const first of ['=', '+', '-', '@', '\t', '\r']) assert.equal(textCell(`${first}SUM(1)`), `"'${first}SUM(1)"`);
  assert.equal(textCell('a@b=c'), '"a@b=c"');
  assert.equal(textCell('cosine'), '"cosine"');
  assert.deepEqual([undefined, Number.NaN, -Infinity, 0, Math.fround(0.1), 1e-9].map(floatCell), ['', 'nan', '-inf', '0', '0.1', '1e-9']);
  // The fewest digits, as the native program prints them.
  assert.deepEqual([2 ** -149, 3 * 2 ** -149, 2 ** -126, 2 ** -24].map(floatCell), ['1e-45', '4e-45', '1.1754944e-38', '5.9604645e-8']);
  for (let i = 0; i < 1000; i++) {
    const value = Math.fround(Math.exp(40 * Math.random() - 20));
    assert.equal(Math.fround(Number(floatCell(value))), value);
  }
});

for (const text of ['steps=60 schedule=cosine schedule=constant', 'steps=60 measure=both schedule=cosine schedule=constant'])
  test(`rows up to the playhead, equal to those of a native run: ${text}`, () => rowsOf(text));

/** @param {string} text of a run of two racers and 60 updates */
async function rowsOf(text) {
  const engine = await openEngine(realEta());
  engine.provide('digits', assetBytes('digits'));
  const { run } = engine.read(text);
  assert(run);
  const rows = run.racers.map((_, i) => engine.trainer(run.text, i + 1).advance(60));
  // Fewer pairs than updates: the others have to be asked for.
  const curves = run.racers.map((_, i) => curveOf(engine, { text: run.text, racer: i + 1 }, 60, 12));
  const rates = await Promise.all(curves.map((curve) => curve.every(0, 60)));
  const lab = {
    run,
    curves,
    update: 40,
    zoom: null,
    pins: [],
    telemetry: (/** @type {number} */ racer) => ({ ...rows[racer - 1], factors: [] }),
  };
  const parts = await csvOf(lab, columns, async () => {});
  const [head, ...ours] = (parts ?? []).join('').trimEnd().split('\r\n');
  const [names, ...theirs] = eta('train', run.text).filter((line) => !line.startsWith('#'));
  // The rate of a row stands in front here, and in the program's output last.
  assert.equal(`${head.replace('schedule,', '').replace('eta,', '').replace(',label,optimizer', '')},eta`, names);
  const wanted = theirs.map((line) => line.split(',')).filter(([, update]) => Number(update) < 40);
  assert.equal(ours.length, 80);
  ours.forEach((line, i) => {
    const [racer, , update, rate, ...measured] = line.split(',').slice(0, -2);
    assert.equal(Number(rate), rates[Number(racer) - 1]?.[Number(update)]);
    const exact = (/** @type {string} */ cell) => (cell === '' ? '' : Math.fround(Number(cell)));
    assert.deepEqual([racer, update, ...measured].map(exact), wanted[i].slice(0, -1).map(exact));
    assert.equal(Number(rate), Number(wanted[i].at(-1)));
  });
  if (text.includes('measure=both')) return assert.match(names, /training_accuracy/);
  // Of zoomed charts, the updates that they show; a pinned racer by its letter.
  const evaluations = { update: Float32Array.of(10, 20, 30), validation_accuracy: Float32Array.of(0.5, 0.75, 1) };
  const pins = [{ letter: 'A', run, racer: 2, style: 2, curve: curves[1], evaluations, restored: -1 }];
  const some = await csvOf({ ...lab, pins, zoom: { from: 18.4, to: 29.9 } }, columns, async () => {});
  const zoomed = (some ?? []).join('').trimEnd().split('\r\n').slice(1);
  assert.deepEqual(zoomed.slice(0, 22), [...ours.slice(19, 30), ...ours.slice(59, 70)]);
  const rest = ','.repeat(
    names.split(',').length - 'racer,update,eta,batch_loss,gradient_norm,update_norm,validation_loss,validation_accuracy'.split(',').length,
  );
  assert.deepEqual(
    [zoomed.length, zoomed[22], zoomed[32]],
    [33, `A,"constant",19,0.5,,,,,0.75${rest},"",""`, `A,"constant",29,0.5,,,,,1${rest},"",""`],
  );
}

test("a row ends with its racer's label and optimizer, which tell racers of one schedule apart", async () => {
  const engine = await openEngine(realEta());
  engine.provide('digits', assetBytes('digits'));
  const { run } = engine.read('steps=4 opt=adam schedule=cosine label=slow "twin", schedule=cosine opt=sgd(0.9)');
  assert(run);
  const rows = run.racers.map((_, i) => engine.trainer(run.text, i + 1).advance(4));
  const curves = run.racers.map((_, i) => curveOf(engine, { text: run.text, racer: i + 1 }, 4, 12));
  const lab = { run, curves, update: 1, zoom: null, pins: [], telemetry: (/** @type {number} */ i) => ({ ...rows[i - 1], factors: [] }) };
  const parts = await csvOf(
    lab,
    columns,
    async () => {},
    () => 'adam',
  );
  const [head, ...lines] = (parts ?? []).join('').trimEnd().split('\r\n');
  assert.match(head, /,label,optimizer$/);
  assert.match(lines[0], /,"slow ""twin"",","adam"$/);
  assert.match(lines[1], /,"","sgd\(0.9\)"$/);
});
