// The page receives a curve as exact pairs, as many as a chart can show, with the extent and the drops of all updates.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serialize } from 'node:v8';
import fc from 'fast-check';
import { openEngine } from '../../../web/src/engine/engine.js';
import { decimate } from '../../../web/src/lib/decimate.js';
import { curveOf } from '../curve-of.mjs';
import { realEta } from '../real-eta.mjs';

const engine = await openEngine(realEta());
const updates = 3000;

/** They are smooth, have spikes, have jumps, and have one, many or almost only values that are not finite. */
const schedules = [
  'cosine',
  'warmup(10%) then step(factor=0.5, every=7)',
  '0.1 + where(t < 1234, 0, where(t < 1235, 9, 0)) - where(t < 2000, 0, where(t < 2001, 5, 0))',
  '1 / abs(t - 1500)',
  'where(t < 900, 0.3, where(t < 1800, sqrt(0 - t), 1 / (t - 1900)))',
  'where(t < 9, 1, where(t < 2999, sqrt(0 - t), 1))',
  'sin(t / 3) * 10^sin(t / 700)',
  'max(0, cos(t))',
];

/** @param {string} schedule */
const textOf = (schedule) => `data=moons steps=${updates} lr=0.5 schedule=${schedule}`;

/** @param {{ x: number[], y: (number | null)[] }} points drawn ones: a gap is one gap, however many values are missing */
const drawn = ({ x, y }) => x.flatMap((at, i) => (y[i] === null && i > 0 && y[i - 1] === null ? [] : [[y[i] === null ? null : at, y[i]]]));

test('the pairs are those that the whole curve is thinned to, at any width and of any part', () => {
  const curves = schedules.map((schedule) => {
    const text = textOf(schedule);
    assert(engine.read(text).run, schedule);
    return { text, all: engine.stretch({ text, racer: 1, from: 0, to: updates, points: updates }).eta };
  });
  const place = fc.nat(updates);
  fc.assert(
    fc.property(fc.constantFrom(...curves), place, place, fc.integer({ min: 1, max: 500 }), ({ text, all }, a, b, buckets) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const { t, eta } = engine.stretch({ text, racer: 1, from, to, points: 4 * buckets });
      const here = decimate(eta, updates, { xs: t });
      assert.deepEqual(drawn(here), drawn(decimate(all, buckets, { from, to })));
      eta.forEach((value, i) => {
        assert.equal(value, all[t[i]]);
        assert(i === 0 || t[i] > t[i - 1]);
      });
      if (to > from) assert.deepEqual([t[0], t[t.length - 1]], [from, to - 1]);
      // There is at most a pair and a gap for each point, and the last update.
      assert(t.length <= 8 * buckets + 2);
      if (to - from <= 4 * buckets) assert.deepEqual(eta, all.subarray(from, to));
    }),
    { numRuns: 400 },
  );
});

test('its extent covers every update in it, also those that have no pair', () => {
  for (const schedule of schedules) {
    const text = textOf(schedule);
    const all = engine.stretch({ text, racer: 1, from: 0, to: updates, points: updates }).eta;
    for (const [from, to, points] of [
      [0, updates, 4],
      [100, 2500, 16],
      [0, updates, updates],
    ]) {
      const values = all.subarray(from, to).filter((value) => value > 0 && Number.isFinite(value));
      const expected = { min: Math.min(...values), max: Math.max(0, ...values), hasZero: all.subarray(from, to).includes(0) };
      assert.deepEqual(engine.stretch({ text, racer: 1, from, to, points }).extent, expected, schedule);
    }
  }
});

/** @param {number} steps @param {string} schedule @param {object} [range] @returns {import('../../../web/src/lib/run.js').Stretch} */
const stretchOf = (steps, schedule, range) =>
  engine.stretch({ text: `data=moons steps=${steps} schedule=${schedule}`, racer: 1, from: 0, to: steps, points: 40, ...range });

test('drops are found where a rate jumps down, not where it glides', () => {
  const drops = (/** @type {number} */ steps, /** @type {string} */ schedule) => Array.from(stretchOf(steps, schedule).drops);
  assert.deepEqual(drops(800, '0.5 * 0.1^floor(t / 250)'), [250, 500, 750]);
  assert.deepEqual(drops(300, '0.1 * 0.9^floor(t / 100)'), [100, 200]);
  assert.deepEqual(drops(600, 'where(t < 417, 1, 0.1) * cos(t / 500)'), [417]);
  for (const glide of ['0.5^t', '0.1^t', '0.5 / (1 + t)']) assert.deepEqual(drops(200, glide), []);
  assert.deepEqual(drops(800, '0.25 * (1 + cos(pi * t / 800))'), []);
  assert.deepEqual(drops(9, 'where(t < 4, 1, where(t < 5, sqrt(0 - t), 0.1))'), []);
});

test('a part of a curve has its own drops, also those at its ends; of too many the first, and how many there are', () => {
  const step = '0.5 * 0.1^floor(t / 250)';
  for (const [from, to, expected] of /** @type {[number, number, number[]][]} */ ([
    [250, 500, [250]],
    [251, 501, [500]],
    [249, 250, []],
    [750, 800, [750]],
  ]))
    assert.deepEqual(Array.from(stretchOf(800, step, { from, to }).drops), expected, `${from}–${to}`);
  const dense = stretchOf(100_000, '1 + 0.5 * (0 - 1)^floor(t / 10)');
  assert.deepEqual([dense.dropCount, dense.drops.length, dense.drops[0], dense.drops[1]], [5000, 512, 10, 30]);
});

test('of a million updates the page receives some kilobytes for each racer', async () => {
  const { serve } = await import('../../../web/src/worker/service.js');
  const million = 1_000_000;
  const text = `data=moons steps=${million} schedule=cosine schedule=step(factor=0.9, every=20) schedule=1 + sin(t)`;
  /** @type {import('../../../web/src/lib/messages.js').FromWorker[]} */
  const messages = [];
  /** @type {import('../../../web/src/lib/messages.js').PortLike} */
  const port = { postMessage: (message) => messages.push(message), onmessage: null };
  const { createEta, wasm } = realEta();
  serve(port, { createEta, defer: (task) => void setTimeout(task) });
  port.onmessage?.({ data: { type: 'open', wasm: wasm.buffer } });
  const question = /** @type {const} */ ({ kind: 'read', text, points: 5120, from: 500_000, to: 600_000 });
  port.onmessage?.({ data: { type: 'ask', id: 1, question } });
  while (!messages.some(({ type }) => type === 'answer')) await new Promise((done) => setTimeout(done, 10));
  const answer = /** @type {any} */ (messages.find(({ type }) => type === 'answer')).value;
  assert.equal(answer.curves.length, 3, JSON.stringify(answer.problems));
  for (const [whole, part] of answer.curves) {
    assert.deepEqual([whole.from, whole.to, part.from, part.to], [0, million, 500_000, 600_000]);
    assert(serialize([whole, part]).length < 400_000);
    assert(serialize([whole]).length < 200_000, `${serialize([whole]).length} bytes`);
  }
});

test('a curve requests finer pairs once when a zoom needs them, and single values when they are displayed', async () => {
  const steps = 100_000;
  const text = `data=moons steps=${steps} schedule=cosine`;
  /** @type {any[]} */
  const seen = [];
  /** @type {string[]} */
  const changes = [];
  const curve = curveOf(
    engine,
    { text, racer: 1 },
    steps,
    4000,
    (question) => seen.push(question),
    (change) => changes.push(change),
  );
  const exact = engine.stretch({ text, racer: 1, from: 0, to: steps, points: steps }).eta;
  const rest = () => new Promise((done) => setImmediate(done));
  assert.equal(curve.pairs({ from: 0, to: steps }, 2800), curve.whole);
  assert.equal(seen.length, 0);
  const zoom = { from: 40_000.5, to: 41_000.5 };
  for (let frame = 0; frame < 3; frame++) assert.equal(curve.pairs(zoom, 2800), curve.whole);
  await rest();
  assert.deepEqual([seen.length, changes], [1, ['rows']]);
  const part = curve.pairs(zoom, 2800);
  assert(part.from < 40_000 && part.to > 41_002 && part.t.length === part.to - part.from);
  assert.deepEqual(part.eta, exact.subarray(part.from, part.to));
  // A small pan and a deeper zoom need no request.
  curve.pairs({ from: 40_300, to: 41_300 }, 2800);
  curve.pairs({ from: 40_600, to: 40_700 }, 2800);
  assert.equal(curve.at(40_123), exact[40_123]);
  await rest();
  assert.equal(seen.length, 1);
  // A value without a pair is requested; until it arrives, the pair before it is drawn.
  const unknown = [70_001, 70_003];
  assert.deepEqual(
    unknown.map((t) => curve.at(t)),
    [null, null],
  );
  assert(Math.abs(curve.near(70_001) - exact[70_001]) < 1e-3);
  await rest();
  await rest();
  assert.deepEqual([seen.length, seen[1].updates, changes[1]], [2, unknown, 'cursor']);
  assert.deepEqual(
    unknown.map((t) => curve.at(t)),
    unknown.map((t) => exact[t]),
  );
  assert.deepEqual([curve.at(-1), curve.at(steps), curve.at(steps - 1)], [undefined, undefined, exact[steps - 1]]);
  assert.deepEqual(await curve.every(10, 20_010), exact.subarray(10, 20_010));
});
