// The drops of a curve: all of them where they are few, else those of the finest part that holds the whole range.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../web/src/engine/engine.js';
import { RateCurve } from '../../../web/src/lab/rate-curve.js';
import { realEta } from '../real-eta.mjs';

const engine = await openEngine(realEta());

/** @param {string} schedule @param {[from: number, to: number, points: number][]} ranges */
function curve(schedule, ...ranges) {
  const source = { text: `data=moons steps=4000 schedule=${schedule}`, racer: 1 };
  const stretches = ranges.map(([from, to, points]) => engine.stretch({ ...source, from, to, points }));
  const refuse = () => assert.fail('nothing is asked');
  return new RateCurve(
    /** @type {any} */ ({ queries: { stretch: refuse, rates: refuse }, notify: refuse, fail: refuse }),
    source,
    stretches,
  );
}

test('few drops are all known, whatever the range', () => {
  const steps = curve('step(factor=0.5, every=1000)', [0, 4000, 40], [1400, 1700, 300]);
  for (const range of [
    { from: 0, to: 4000 },
    { from: 1500.5, to: 1600 },
  ])
    assert.deepEqual(Array.from(steps.dropsIn(range)), [1000, 2000, 3000]);
});

test('of hundreds those of the part are known, where it holds the range', () => {
  const many = 'step(factor=0.8, every=5)';
  const whole = curve(many, [0, 4000, 40]);
  assert.equal(whole.whole.dropCount, 799);
  assert.ok(whole.whole.drops.length < 799);
  const zoomed = curve(many, [0, 4000, 40], [100, 200, 100]);
  const within = Array.from({ length: 19 }, (_, i) => 105 + 5 * i);
  for (const range of [
    { from: 100, to: 200 },
    { from: 100.9, to: 199.2 },
    { from: 120, to: 130 },
  ])
    assert.deepEqual(
      Array.from(zoomed.dropsIn(range)).filter((t) => t > 100),
      within,
    );
  // Beyond the run's ends there is nothing, so the part that reaches them holds such a range.
  const [begin, end] = [curve(many, [0, 4000, 40], [0, 100, 100]), curve(many, [0, 4000, 40], [3900, 4000, 100])];
  assert.ok(Array.from(begin.dropsIn({ from: -7.5, to: 100.9 })).every((t) => t <= 100));
  assert.ok(Array.from(end.dropsIn({ from: 3900.2, to: 9000 })).every((t) => t >= 3900));
  // A range that leaves the part has the whole's.
  for (const range of [
    { from: 99.9, to: 150 },
    { from: 150, to: 201 },
    { from: -50, to: 9000 },
  ])
    assert.deepEqual(zoomed.dropsIn(range), zoomed.whole.drops);
});
