// The name at a line's end stands at the level of the number that is stated with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { accuracyData } from '../../../web/src/charts/accuracy-figure.js';
import { layOut, scalesOf } from '../../../web/src/charts/layout.js';
import { openEngine } from '../../../web/src/engine/engine.js';
import { resultOf } from '../../../web/src/lab/results.js';
import { finishedLab } from '../../../web/src/preview/finished-lab.js';
import { picture } from '../../../web/src/preview/picture.js';
import { markup } from '../../../web/src/ui/markup.js';
import { curveOf } from '../curve-of.mjs';
import { realEta } from '../real-eta.mjs';

const engine = await openEngine(realEta());
const { run } = engine.read('steps=100 evaluate=2 schedule=constant');
assert(run);
const curves = [curveOf(engine, { text: run.text, racer: 1 }, 100, 100)];
const words = { language: 'en', t: (/** @type {string} */ key) => key };
const size = { width: 720, height: 180 };

/** @param {number[]} accuracy */
function sourceOf(accuracy) {
  const update = accuracy.map((_, i) => 2 * (i + 1));
  return /** @type {any} */ ({
    lab: finishedLab(/** @type {any} */ (run), curves, [{ update, accuracy }]),
    words,
    describe: { schedules: [] },
  });
}

/** Accuracies that settle near 95 %, whose last one fell. @param {number} last */
const fallen = (last) => Array.from({ length: 50 }, (_, i) => (i === 49 ? last : 0.96 - 0.5 / (i + 1)));

test('a line whose last measurement fell out of the picture has its name at its result, and a mark where it left', () => {
  const source = sourceOf(fallen(0.3));
  const figure = accuracyData(source, false, size.width);
  const { shapes, box } = layOut(figure, size);
  const { y } = scalesOf(figure, size);
  const { median } = resultOf(source.lab, 1) ?? assert.fail();
  assert(median > 0.94);
  const name = shapes.find((shape) => shape.kind === 'text' && shape.isEnd);
  assert(name?.kind === 'text' && Math.abs(name.y - 3.6 - y(median)) < 0.2);
  const tips = shapes.flatMap((shape) => (shape.kind === 'triangle' ? [shape.path.slice(4)] : []));
  assert(
    tips.some(([tx, ty]) => tx === Math.round(10 * (box.left + box.width)) / 10 && ty === box.top + box.height),
    JSON.stringify(tips),
  );
});

test('in the built-in picture the number and the place of the label agree, wherever the line ends', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (last) => {
      const source = sourceOf(fallen(last));
      const { median } = resultOf(source.lab, 1) ?? assert.fail();
      const { labels } = accuracyData(source, false, size.width);
      assert.equal(labels[0].y, median);
      const text = picture(source).map(markup).join('');
      assert(text.includes(`${(100 * median).toFixed(1)}\u00a0%`));
    }),
    { numRuns: 20 },
  );
});
