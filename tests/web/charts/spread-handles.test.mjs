// Handles never overlap where there is room, and one that is moved aside still stands at its value.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spreadHandles } from '../../../web/src/charts/spread-handles.js';

const box = { left: 58, top: 8, width: 600, height: 146 };
const size = 24;
const place = fc.record({
  x: fc.double({ min: box.left, max: box.left + box.width, noNaN: true }),
  y: fc.double({ min: box.top, max: box.top + box.height, noNaN: true }),
  moves_t: fc.boolean(),
  moves_eta: fc.boolean(),
});

test('of any handles no two overlap, all are in the box, and those that were apart stay', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 20 }), (places) => {
      const moves = spreadHandles(places, size, box);
      const put = places.map(({ x, y }, i) => ({ x: x + moves[i].dx, y: y + moves[i].dy }));
      put.forEach((a, i) => {
        assert(a.x >= box.left - 1e-6 && a.x <= box.left + box.width + 1e-6 && a.y >= box.top - 1e-6 && a.y <= box.top + box.height + 1e-6);
        for (const b of put.slice(0, i)) assert(Math.abs(a.x - b.x) >= size - 1e-5 || Math.abs(a.y - b.y) >= size - 1e-5);
      });
      const isApart = places.every((a, i) => places.every((b, k) => i === k || Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) >= size));
      if (isApart) assert(moves.every(({ dx, dy }) => dx === 0 && dy === 0));
    }),
  );
});

test('a rate that cannot move in time is moved along its line, at its own height', () => {
  const rates = [0.8, 0.4, 0.2, 0.1].map((eta) => ({ x: 58, y: 154 - (eta / 0.88) * 146, moves_t: false, moves_eta: true }));
  const moves = spreadHandles(rates, size, box);
  assert.deepEqual(
    moves.map(({ dy }) => dy),
    [0, 0, 0, 0],
  );
  assert.deepEqual(
    moves.map(({ dx }) => dx),
    [0, 0, 0, 24],
  );
});
