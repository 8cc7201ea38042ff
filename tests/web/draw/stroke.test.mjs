// A drawn line becomes few points that stay close to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Stroke, thinned } from '../../../web/src/draw/stroke.js';

const linear = /** @type {import('../../../web/src/charts/pixel-to-value.js').Frame} */ ({
  left: 50,
  top: 10,
  width: 400,
  height: 100,
  xMin: 0,
  xMax: 800,
  range: [0, 0.5],
  log: false,
  zero: 0,
  yAt: (y) => 110 - (y / 0.5) * 100,
});
const log = { ...linear, range: /** @type {[number, number]} */ ([1e-4, 1]), log: true, zero: 1e-4 };

test('a straight line is two points, a corner a third; before and after what was drawn the rate holds', () => {
  const stroke = new Stroke(linear);
  stroke.to(50, 10);
  stroke.to(250, 60);
  assert.equal(stroke.schedule(32), 'points(0:0.5, 400:0.25)');
  stroke.to(450, 60);
  assert.equal(stroke.schedule(32), 'points(0:0.5, 400:0.25, 800:0.25)');
});

test('a stroke beyond the axes is held at them', () => {
  const stroke = new Stroke(linear);
  stroke.to(-500, -500);
  stroke.to(5000, 5000);
  assert.equal(stroke.schedule(32), 'points(0:0.5, 800:0)');
});

test('on a logarithmic axis its points are joined on that axis, unless one is zero', () => {
  const stroke = new Stroke(log);
  stroke.to(50, 10);
  stroke.to(450, 60);
  assert.equal(stroke.schedule(32), 'points(0:1, 800:0.01, shape=log)');
  stroke.to(450, 200);
  assert.match(stroke.schedule(32), /800:0\)$/);
});

test('a stroke over an older drawing changes the part that it passes over, also backwards', () => {
  const stroke = new Stroke(linear, { updates: 800, near: () => 0.25 });
  stroke.to(350, 10);
  stroke.to(250, 10);
  const text = stroke.schedule(32);
  assert.match(text, /^points\(0:0.25, .*:0.5, .*:0.5, .*, 800:0.25\)$/);
});

test('a stroke over a zoomed chart leaves the rest of the drawing, and a corner between two updates keeps both sides', () => {
  const zoomed = { ...linear, xMin: 100, xMax: 120 };
  const stroke = new Stroke(zoomed, { updates: 800, near: (t) => 0.5 - t / 1600 });
  stroke.to(250, 110);
  stroke.to(350, 110);
  const points = Array.from(stroke.schedule(32).matchAll(/(\d+):([\d.]+)/g), ([, t, eta]) => [Number(t), Number(eta)]);
  assert.deepEqual(
    points.map(([t]) => t),
    [0, 109, 110, 115, 116, 800],
  );
  for (const [t, eta] of points) assert(Math.abs(eta - (t >= 110 && t <= 115 ? 0 : 0.5 - t / 1600)) < 0.002, `${t}: ${eta}`);
});

test('points stay within a tolerance that grows only when there would be too many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 300 }),
      fc.integer({ min: 2, max: 32 }),
      (ys, maxPoints) => {
        const points = ys.map((y, x) => ({ x, y }));
        const kept = thinned(points, maxPoints);
        assert(kept.length >= 2 && kept.length <= maxPoints);
        assert.deepEqual([kept[0], kept.at(-1)], [points[0], points.at(-1)]);
      },
    ),
  );
  const wave = Array.from({ length: 400 }, (_, x) => ({ x, y: 50 + 40 * Math.cos(x / 60) }));
  const kept = thinned(wave, 32);
  for (const { x, y } of wave) {
    const next = kept.findIndex((point) => point.x >= x);
    const [a, b] = [kept[Math.max(0, next - 1)], kept[next]];
    const line = a === b ? a.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
    assert(Math.abs(line - y) <= 1.5, `${x}`);
  }
});
