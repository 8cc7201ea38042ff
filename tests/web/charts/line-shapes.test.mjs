// A line shows what was measured: a single value is a dot, and where it leaves the axes there is a mark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scalesOf } from '../../../web/src/charts/layout.js';
import { lineShapes } from '../../../web/src/charts/line-shapes.js';
import { figures } from '../../browser/ten-figures.mjs';

/** @typedef {import('../../../web/src/charts/shapes.js').Shape} Shape */

const { figure, width, height } = figures['step lines and names'];
const scales = scalesOf(figure, { width, height });
const { box } = scales;
/** @param {number[]} x @param {(number | null)[]} y @param {number[]} [dash] */
const shapesOf = (x, y, dash = []) => lineShapes({ points: { x, y }, ink: 'racer-1', dash, width: 2 }, scales);
/** @param {Shape[]} shapes @param {Shape['kind']} kind @returns {any[]} */
const only = (shapes, kind) => shapes.filter((shape) => shape.kind === kind);

test('every value between two gaps is seen: as a part of a stroke longer than its dashes are apart, or as a dot', () => {
  const values = fc.array(fc.option(fc.double({ min: 0, max: 0.5, noNaN: true }), { freq: 2 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      values,
      fc.constantFrom(.../** @type {number[][]} */ ([[], [8, 4], [16, 5]])),
      fc.integer({ min: 1, max: 30 }),
      (y, dash, every) => {
        const x = y.map((_, i) => i * every);
        const shapes = shapesOf(x, y, dash);
        const circles = only(shapes, 'circle');
        y.forEach((value, i) => {
          if (value === null || (y[i - 1] ?? null) !== null || (y[i + 1] ?? null) !== null) return;
          const [px, py] = [scales.x(x[i]), scales.y(value)];
          assert(
            circles.some((circle) => circle.filled && Math.abs(circle.x - px) <= 0.1 && Math.abs(circle.y - py) <= 0.1),
            `${i} of ${y}`,
          );
        });
      },
    ),
  );
  assert.equal(only(shapesOf([800], [0.3]), 'circle').length, 1);
  assert.equal(only(shapesOf([0, 800], [0.3, 0.4]), 'circle').length, 0);
  // Two measurements close together are shorter than the gap of a dash.
  assert.equal(only(shapesOf([398, 400, 500, 501], [null, 0.3, 0.3, null], [8, 4]), 'circle').length, 0);
  assert.equal(only(shapesOf([398, 400, 401, 402], [null, 0.3, 0.3, null], [8, 4]), 'circle').length, 1);
  // What is not on the axis is not drawn on it.
  assert.equal(only(shapesOf([400], [2]), 'circle').length, 0);
});

test('a line that leaves the axes has a mark at the edge, there and only there', () => {
  const tips = (/** @type {(number | null)[]} */ y) =>
    only(shapesOf([0, 200, 400, 600, 800], y), 'triangle').map(({ path }) => [path[4], path[5]]);
  const [bottom, top] = [box.top + box.height, box.top];
  assert.deepEqual(tips([0.1, 0.2, 0, 0.5, 0.3]), []);
  assert.deepEqual(tips([0.1, 0.2, 0.3, 0.4, -0.5]), [[box.left + box.width, bottom]]);
  assert.deepEqual(
    tips([-1, 0.2, 0.9, 0.4, null]).map(([x, y]) => [Math.round(x), y]),
    [
      [box.left, bottom],
      [Math.round(scales.x(400)), top],
    ],
  );
  // A noisy line below the axis has few of them.
  const x = Array.from({ length: 8000 }, (_, i) => i / 10);
  const marks = only(
    shapesOf(
      x,
      x.map((_, i) => (i % 2 ? -0.5 : 0.3)),
    ),
    'triangle',
  );
  assert(marks.length > 10 && marks.length <= box.width / 10 + 1, `${marks.length}`);
});
