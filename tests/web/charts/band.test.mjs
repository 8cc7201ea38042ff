// The band of a dense line covers that line and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandOf } from '../../../web/src/charts/band.js';

const real = (/** @type {number} */ min, /** @type {number} */ max) => fc.double({ min, max, noNaN: true });

test('a band covers every point of its line, and nothing that the line does not reach', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(real(0.05, 3), fc.option(real(-50, 50))), { minLength: 2, maxLength: 200 }), (list) => {
      let x = 0;
      const points = list.map(([by, y]) => {
        x += by;
        return { x, y: y ?? Number.NaN };
      });
      const path = points.flatMap((point) => (Number.isNaN(point.y) ? [Number.NaN, Number.NaN] : [point.x, point.y]));
      const columns = bandOf(path);
      const at = new Map(columns.map((column) => [column.x, column]));
      // Columns ascend, or repeat after a gap.
      assert(columns.every((column, i) => i === 0 || column.x >= columns[i - 1].x));
      for (const point of points.filter(({ y }) => !Number.isNaN(y))) {
        const own = columns.filter((column) => column.x === Math.floor(point.x));
        assert(own.some(({ top, bottom }) => top <= point.y && point.y <= bottom));
      }
      for (const { x: left, top, bottom } of columns) {
        // The line at a column depends on the points in it and next to it.
        const near = points.filter((point, i) => {
          const [before, after] = [points[i - 1]?.x ?? point.x, points[i + 1]?.x ?? point.x];
          return !Number.isNaN(point.y) && after >= left - 1 && before < left + 2;
        });
        const heights = near.map(({ y }) => y);
        assert(top >= Math.min(...heights) - 1e-9 && bottom <= Math.max(...heights) + 1e-9 && top <= bottom);
      }
      // A line without gaps has every column between the first and the last.
      if (points.every(({ y }) => !Number.isNaN(y)))
        for (let column = Math.floor(points[0].x); column <= Math.floor(x); column++) assert(at.has(column), `${column}`);
    }),
  );
});
