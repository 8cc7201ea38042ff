// The part of a run that the charts show, the lines cut to it, thinned at every zoom; epochs and drops.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandOf } from '../../../web/src/charts/band.js';
import { clipLine } from '../../../web/src/charts/clip-line.js';
import { epochs } from '../../../web/src/charts/epochs.js';
import { ThinnedColumns } from '../../../web/src/charts/thinned-columns.js';
import { focusOf, minUpdates, pan, reveal, setZoom, visibleRange, zoomBy } from '../../../web/src/lab/zoom.js';
import { findDrops } from '../../../web/src/lib/discontinuities.js';

/** @param {number} updates @param {import('../../../web/src/lab/zoom.js').ZoomRange | null} [zoom] */
const labOf = (updates, zoom = null) => ({ updates, zoom, cursor: /** @type {number | null} */ (null), notified: 0, notify() {} });
const real = (/** @type {number} */ min, /** @type {number} */ max) => fc.double({ min, max, noNaN: true });

test('whatever is asked for, a part lies within the run, is never too small, and what is zoomed at stays where it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      real(-2, 3),
      real(-2, 3),
      real(0.01, 100),
      real(0, 1),
      real(-1, 1),
      (updates, a, b, by, where, way) => {
        const lab = labOf(updates);
        setZoom(lab, { from: Math.min(a, b) * updates, to: Math.max(a, b) * updates });
        const check = () => {
          const { from, to } = visibleRange(lab);
          assert(from >= 0 && to <= updates * (1 + 1e-9) && to - from >= Math.min(updates, minUpdates) * (1 - 1e-9));
          assert.equal(lab.zoom === null, from === 0 && to === updates);
        };
        check();
        const { from, to } = visibleRange(lab);
        const at = from + where * (to - from);
        zoomBy(lab, by, at);
        check();
        const now = visibleRange(lab);
        const free = now.from > 0 && now.to < updates;
        if (free) assert(Math.abs((at - now.from) / (now.to - now.from) - where) < 1e-6);
        pan(lab, way * updates);
        check();
        assert(Math.abs(visibleRange(lab).to - visibleRange(lab).from - (now.to - now.from)) < 1e-6 * updates);
        reveal(lab, where * updates);
        check();
        assert(visibleRange(lab).from <= where * updates + 1e-6 && visibleRange(lab).to >= where * updates - 1e-6);
      },
    ),
  );
});

test('zooming in and out again comes back to the whole run; keys zoom at a cursor that is seen', () => {
  const lab = labOf(800);
  for (let i = 0; i < 9; i++) zoomBy(lab, 2, 700);
  assert(lab.zoom && lab.zoom.to - lab.zoom.from === minUpdates);
  for (let i = 0; i < 9; i++) zoomBy(lab, 1 / 2, 300);
  assert.equal(lab.zoom, null);
  lab.cursor = 100;
  assert.equal(focusOf(lab), 100);
  setZoom(lab, { from: 200, to: 400 });
  assert.equal(focusOf(lab), 300);
});

/** The height of a line at x, by definition. @param {number[]} xs @param {(number | null)[]} ys @param {number} x @param {boolean} step */
function heightAt(xs, ys, x, step) {
  const i = xs.findLastIndex((each) => each <= x);
  if (i < 0 || (i === xs.length - 1 && xs[i] < x)) return undefined;
  const [a, b] = [ys[i], ys[i + 1]];
  if (xs[i] === x || a === null) return a;
  if (step) return a;
  return b === null ? null : a + ((b - a) * (x - xs[i])) / (xs[i + 1] - xs[i]);
}

test('a line cut to a part is the same line there, and ends at its edges', () => {
  const value = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -9, max: 9 }) }, { weight: 1, arbitrary: fc.constant(null) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), value), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 200 }),
      fc.boolean(),
      (list, start, length, step) => {
        let x = 0;
        const xs = list.map(([by]) => {
          x += by;
          return x;
        });
        const ys = list.map(([, y]) => y);
        const [from, to] = [start / 2, (start + length) / 2];
        const cut = clipLine({ x: xs, y: ys }, from, to, step);
        const [cutX, cutY] = [Array.from(cut.x), Array.from(cut.y)];
        assert(cutX.every((each, i) => each >= from && each <= to && (i === 0 || each > cutX[i - 1])));
        for (let at = from; at <= to; at += 0.5) {
          const wanted = heightAt(xs, ys, at, step);
          const found = heightAt(cutX, cutY, at, step);
          if (typeof wanted !== 'number') assert(found === wanted || found === null || found === undefined, `${at}: ${found}`);
          else assert(typeof found === 'number' && Math.abs(found - wanted) < 1e-9, `${at}: ${found}, not ${wanted}`);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('at every zoom of a million values: the extremes of each pixel are there, and every update where there is room', () => {
  const length = 1_000_000;
  const values = Float64Array.from({ length }, (_, i) => Math.sin(i / 5e4) + ((i * 7919) % 1013) / 1013);
  values[654_321] = 99;
  const columns = new ThinnedColumns();
  const width = 500;
  fc.assert(
    fc.property(fc.integer({ min: 8, max: length }), real(0, 1), (size, where) => {
      const from = where * (length - size);
      const zoom = { from, to: from + size };
      const { x, y } = columns.points('η', values, values, { width, zoom });
      const [first, end] = [Math.floor(zoom.from), Math.min(length, Math.floor(zoom.to) + 2)];
      assert(x.length <= 4 * width && Array.from(x).every((at, i) => y[i] === values[at]));
      if (end - first <= 4 * width) {
        assert.deepEqual(
          Array.from(x),
          Array.from({ length: end - first }, (_, i) => first + i),
        );
        return;
      }
      const kept = new Set(Array.from(x));
      for (let pixel = 0; pixel < width; pixel += 41) {
        const [a, b] = [pixel, pixel + 1].map((each) => first + Math.floor((each * (end - first)) / width));
        let [low, high] = [a, a];
        for (let i = a; i < b; i++) {
          if (values[i] < values[low]) low = i;
          if (values[i] > values[high]) high = i;
        }
        for (const i of [a, low, high, b - 1]) assert(kept.has(i), `${i}`);
      }
      if (654_321 >= first && 654_321 < end) assert(kept.has(654_321));
    }),
    { numRuns: 60 },
  );
});

test('columns that grow, change or are cut anew are never those from before', () => {
  const columns = new ThinnedColumns();
  const owner = {};
  const values = Float32Array.from({ length: 100 }, (_, i) => i);
  const xs = values.map((x) => 8 * x + 8);
  const cut = (/** @type {number} */ length, /** @type {any} */ options) =>
    Array.from(columns.points('a', owner, values.subarray(0, length), { width: 300, xs, ...options }).x);
  assert.deepEqual(cut(2, {}), [8, 16]);
  assert.deepEqual(cut(4, {}), [8, 16, 24, 32]);
  assert.deepEqual(cut(100, { part: { from: 20, to: 40 } }), [16, 24, 32, 40, 48]);
  assert.deepEqual(cut(100, { part: { from: 21, to: 47 } }), [16, 24, 32, 40, 48]);
  assert.equal(cut(100, {}).length, 100);
  assert.deepEqual(Array.from(columns.points('a', {}, values.subarray(0, 1), { width: 300 }).x), [0]);
});

test('drops are found where a rate jumps down, not where it glides', () => {
  const drops = (/** @type {number} */ length, /** @type {(t: number) => number} */ rate) => {
    const curve = Float64Array.from({ length }, (_, t) => rate(t));
    /** @type {number[]} */
    const found = [];
    for (let from = 0; from < length; from += 37) findDrops(curve, from, Math.min(length, from + 37), found);
    return found;
  };
  assert.deepEqual(
    drops(800, (t) => 0.5 * 0.1 ** Math.floor(t / 250)),
    [250, 500, 750],
  );
  assert.deepEqual(
    drops(300, (t) => 0.1 * 0.9 ** Math.floor(t / 100)),
    [100, 200],
  );
  assert.deepEqual(
    drops(600, (t) => (t < 417 ? 1 : 0.1) * Math.cos(t / 500)),
    [417],
  );
  for (const glide of [
    (/** @type {number} */ t) => 0.5 ** t,
    (/** @type {number} */ t) => 0.1 ** t,
    (/** @type {number} */ t) => 0.5 / (1 + t),
  ])
    assert.deepEqual(drops(200, glide), []);
  assert.deepEqual(
    drops(800, (t) => 0.25 * (1 + Math.cos((Math.PI * t) / 800))),
    [],
  );
  assert.deepEqual(
    drops(9, (t) => (t === 4 ? Number.NaN : t < 4 ? 1 : 0.1)),
    [],
  );
});

test('epochs are marked where they end, thinned where they are dense; none where the racers do not share them', () => {
  const at = (/** @type {number[]} */ lengths, /** @type {number} */ updates, part = null) =>
    epochs(/** @type {any} */ ({ run: { racers: lengths.map((updatesPerEpoch) => ({ updatesPerEpoch })) }, updates, part }), 700, 'en');
  assert.deepEqual(
    at([162, 162], 800).map(({ at }) => at),
    [162, 324, 486, 648],
  );
  assert.deepEqual(at([162, 81], 800), []);
  assert.deepEqual(
    at([162], 800, /** @type {any} */ ({ from: 300, to: 400 })).map(({ text }) => text),
    ['2'],
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 1e6 }), (length, updates) => {
      const marks = at([length], updates);
      assert(marks.length <= 13 && marks.every(({ at }) => at > 0 && at <= updates && at % length === 0));
      assert(length > updates || marks.length > 0);
    }),
  );
});

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
      // Ascending, or again the same one after a gap.
      assert(columns.every((column, i) => i === 0 || column.x >= columns[i - 1].x));
      for (const point of points.filter(({ y }) => !Number.isNaN(y))) {
        const own = columns.filter((column) => column.x === Math.floor(point.x));
        assert(own.some(({ top, bottom }) => top <= point.y && point.y <= bottom));
      }
      for (const { x: left, top, bottom } of columns) {
        // Up to the points next to the column, or in it.
        const near = points.filter((point, i) => {
          const [before, after] = [points[i - 1]?.x ?? point.x, points[i + 1]?.x ?? point.x];
          return !Number.isNaN(point.y) && after >= left - 1 && before < left + 2;
        });
        const heights = near.map(({ y }) => y);
        assert(top >= Math.min(...heights) - 1e-9 && bottom <= Math.max(...heights) + 1e-9 && top <= bottom);
      }
      // Without a gap, no column between the first and the last is missing.
      if (points.every(({ y }) => !Number.isNaN(y)))
        for (let column = Math.floor(points[0].x); column <= Math.floor(x); column++) assert(at.has(column), `${column}`);
    }),
  );
});
