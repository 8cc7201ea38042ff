// A logarithmic axis shows any range that a double holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layOut, scalesOf } from '../../../web/src/charts/layout.js';
import { byKey, rateAt } from '../../../web/src/charts/pixel-to-value.js';
import { rateData } from '../../../web/src/charts/rate-figure.js';
import { endRate, logRange, logTicks } from '../../../web/src/charts/ticks.js';
import { openEngine } from '../../../web/src/engine/engine.js';
import { finishedLab } from '../../../web/src/preview/finished-lab.js';
import { curveOf } from '../curve-of.mjs';
import { realEta } from '../real-eta.mjs';

const size = { width: 720, height: 196 };
/** Doubles with their exponents spread evenly, subnormal ones among them. */
const positive = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -324, max: 308 })).map(([mantissa, exponent]) => {
  const value = Number(`${mantissa}e${exponent}`);
  return value > 0 && Number.isFinite(value) ? value : exponent < 0 ? Number.MIN_VALUE : Number.MAX_VALUE;
});

/** @param {{ min: number, max: number, hasZero: boolean }} extent */
function axisOf(extent) {
  const { min, max, floor } = logRange(extent);
  const blank = {
    lines: [],
    xMin: 0,
    xMax: 1,
    xTicks: [],
    xName: '',
    epochs: [],
    epochName: '',
    labels: [],
    names: [],
    marks: [],
    rules: [],
  };
  const figure = {
    ...blank,
    log: true,
    floor,
    yRange: /** @type {[number, number]} */ ([floor === null ? min : floor / 1.15, max]),
    yTicks: [],
  };
  return { min, max, floor, ...scalesOf(figure, size) };
}

test('between any two doubles all positions are finite, inside and in their order, and a zero is below them', () => {
  fc.assert(
    fc.property(
      positive,
      positive,
      fc.boolean(),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }),
      (a, b, hasZero, shares) => {
        const [min, max] = a < b ? [a, b] : [b, a];
        const { box, y, floor } = axisOf({ min, max, hasZero });
        const between = shares.map((share) =>
          Math.max(min, Math.min(max, 10 ** (Math.log10(min) + share * (Math.log10(max) - Math.log10(min))))),
        );
        const values = [min, ...between, max].sort((one, other) => one - other);
        const heights = values.map(y);
        for (const height of heights) assert(height >= box.top - 1e-6 && height <= box.top + box.height + 1e-6, `${height}`);
        heights.slice(1).forEach((height, i) => {
          assert(height <= heights[i] + 1e-9, `${values[i]} and ${values[i + 1]}`);
        });
        if (max / min > 1.001) assert(heights[heights.length - 1] < heights[0]);
        if (hasZero) assert(y(0) > heights[0] && y(0) <= box.top + box.height && floor !== null);
      },
    ),
    { numRuns: 2000 },
  );
});

test('its ticks are a few powers of ten within it, and its top is within the decade of the greatest value', () => {
  fc.assert(
    fc.property(positive, positive, fc.boolean(), (a, b, hasZero) => {
      const [min, max] = a < b ? [a, b] : [b, a];
      const range = logRange({ min, max, hasZero });
      assert(range.max >= max && range.max <= Number.MAX_VALUE);
      // Subnormal doubles are that far apart.
      assert(range.max - Number.MIN_VALUE <= 10 ** (Math.floor(Math.log10(max)) + 1) * (1 + 1e-9));
      const low = range.floor === null ? range.min : range.floor || Number.MIN_VALUE;
      const ticks = logTicks(low, range.max, 4);
      assert(ticks.length <= 6, ticks.join());
      for (const tick of ticks) assert(tick >= low * (1 - 1e-9) && tick <= range.max * (1 + 1e-9), `${tick} in ${low} … ${range.max}`);
      if (Math.log10(range.max) - Math.log10(low) > 2) assert(ticks.length >= 2, `${low} … ${range.max}: ${ticks}`);
    }),
    { numRuns: 2000 },
  );
  // What is added to the greatest double is endless.
  assert(logTicks(1e308, Number.MAX_VALUE, 4).length <= 6);
  assert.deepEqual(logTicks(1e-300, 1, 4), [1e-300, 1e-200, 1e-100, 1]);
  assert.deepEqual(logTicks(5e-324, 0.5, 4), [1e-300, 1e-200, 1e-100]);
});

test('a rate that is halved until no double is left is drawn with a constant beside it', async () => {
  const engine = await openEngine(realEta());
  const text = 'steps=1100 schedule=exponential(rate=0.5, every=1) schedule=constant';
  const { run } = engine.read(text);
  assert(run);
  const curves = run.racers.map(({ updates }, i) => curveOf(engine, { text: run.text, racer: i + 1 }, updates, updates));
  const lab = finishedLab(
    run,
    curves,
    run.racers.map(() => ({ update: [], accuracy: [] })),
  );
  const words = { language: 'en', t: (/** @type {string} */ key) => key };
  const source = { lab, words, describe: { schedules: [] } };
  const figure = rateData(/** @type {any} */ (source), true, size.width);
  const { shapes, box } = layOut(figure, size);
  const strokes = shapes.filter((shape) => shape.kind === 'stroke' && shape.ink.startsWith('racer'));
  assert.equal(strokes.length, 2);
  for (const shape of strokes) {
    const { path } = /** @type {import('../../../web/src/charts/shapes.js').Stroke} */ (shape);
    const heights = path.filter((_, i) => i % 2).map(Number);
    assert(heights.length >= 2 && heights.every((y) => y >= box.top - 0.1 && y <= box.top + box.height + 0.1));
  }
  const texts = shapes.filter((shape) => shape.kind === 'text').map((shape) => /** @type {any} */ (shape).text);
  assert(texts.includes('0') && texts.includes('10⁻¹⁰⁰'), texts.join(' '));
});

test('pixels lead back to the values, and End leads to one end', () => {
  for (const extent of [
    { min: 5e-324, max: 0.5, hasZero: true },
    { min: 1e-300, max: 1e300, hasZero: false },
  ]) {
    const { box, y, min, max, floor } = axisOf(extent);
    const frame = /** @type {any} */ ({
      ...box,
      xMin: 0,
      xMax: 1,
      range: [floor === null ? min : floor / 1.15, max],
      log: true,
      zero: floor ?? 0,
    });
    for (const value of [1e-200, 1e-5, 0.3]) assert(Math.abs(Math.log10(rateAt(frame, y(value)) / value)) < 1e-6, `${value}`);
    if (extent.hasZero) assert.equal(rateAt(frame, y(0)), 0);
    const handle = { racer: 1, path: 'lr', t: 0, eta: 0.5, moves_t: false, moves_eta: true, scale_t: 'linear', scale_eta: 'log' };
    const end = (/** @type {number} */ eta) =>
      byKey(/** @type {any} */ ({ ...handle, eta }), frame, { key: 'End', shiftKey: false }, 100)?.eta;
    for (const eta of [0, 5e-324, 0.005, 0.5, 1]) assert.equal(end(eta), 1);
    for (const eta of [1.5, 7, 1e200, 1.7e308]) {
      const once = end(eta);
      assert(once !== undefined && once >= eta && Number.isFinite(once));
      assert.equal(end(once), once);
    }
  }
  assert.equal(endRate(0), 1);
});
