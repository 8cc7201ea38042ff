// The range of updates that the charts show: zoomed, panned and limited to the run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { minUpdates, setZoom, visibleRange } from '../../../web/src/lab/zoom.js';
import { focusOf, pan, reveal, zoomBy } from '../../../web/src/lab/zoom-moves.js';

/** @param {number} updates @param {import('../../../web/src/lab/zoom.js').ZoomRange | null} [zoom] */
const labOf = (updates, zoom = null) => ({ updates, zoom, cursor: /** @type {number | null} */ (null), notified: 0, notify() {} });
const real = (/** @type {number} */ min, /** @type {number} */ max) => fc.double({ min, max, noNaN: true });

test('any range is limited to the run and to a minimal length, and the point that is zoomed at stays where it is', () => {
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

test('zooming in and out again comes back to the whole run; keys zoom at a visible cursor', () => {
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
