// A figure is laid out: where its values stand, what does not fit, what is too dense.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut, scalesOf } from '../../../web/src/charts/layout.js';
import { textWidth } from '../../../web/src/charts/letter-widths.js';
import { figures } from '../../browser/ten-figures.mjs';

/** @typedef {import('../../../web/src/charts/shapes.js').Shape} Shape */

/** @param {string} name */
const shapesOf = (name) => layOut(figures[name].figure, figures[name]).shapes;
/** @template {Shape['kind']} Kind @param {Shape[]} shapes @param {Kind} kind @returns {Extract<Shape, { kind: Kind }>[]} */
const only = (shapes, kind) => /** @type {any} */ (shapes.filter((shape) => shape.kind === kind));

test('the ends of the axes are the corners of the box; a zero stands on its floor', () => {
  const { figure, ...size } = figures['a logarithmic axis with a floor, and a gap'];
  const { box, x, y } = scalesOf(figure, size);
  assert.deepEqual([x(0), x(800)], [box.left, box.left + box.width]);
  assert(Math.abs(y(1) - box.top) < 1e-9 && Math.abs(y(3e-8) - box.top - box.height) < 1e-9);
  assert.equal(y(0), y(4e-8));
  assert(Number.isNaN(y(-1)));
});

test('a gap lifts the pen, and nothing else does', () => {
  const [line] = only(shapesOf('a logarithmic axis with a floor, and a gap'), 'stroke').filter(({ ink }) => ink === 'racer-5');
  const gaps = line.path.flatMap((at, i) => (at === null && i % 2 === 0 ? [i] : []));
  assert(gaps.length >= 1 && gaps.every((i) => line.path[i + 1] === null));
  const xs = line.path.filter((at, i) => at !== null && i % 2 === 0).map(Number);
  assert(xs.every((x, i) => i === 0 || x >= xs[i - 1]));
});

test('a line that swings many times in a pixel is a band, others are strokes', () => {
  assert.equal(only(shapesOf('a band'), 'band').length, 1);
  for (const name of Object.keys(figures)) if (name !== 'a band') assert.equal(only(shapesOf(name), 'band').length, 0, name);
});

test('names are cut to the room beside the box, keep apart, are shorter on a phone, and are left out where there is hardly room for a line', () => {
  const { width, figure } = figures['names that crowd, one too long, one with a note'];
  const ends = only(shapesOf('names that crowd, one too long, one with a note'), 'text').filter(({ isEnd }) => isEnd);
  assert.equal(ends.length, figure.labels.length + 1);
  for (const { text, x } of ends) assert(x + textWidth(text) <= width + 0.5, text);
  assert(ends.some(({ text }) => text.startsWith('Warm-up') && text.endsWith('…')));
  const heights = ends.map(({ y }) => y).sort((a, b) => a - b);
  assert(heights.slice(1).every((y, i) => y - heights[i] >= 12.9));
  const phone = figures['a phone'];
  const [name] = only(shapesOf('a phone'), 'text').filter(({ isEnd }) => isEnd);
  assert(name.x + textWidth(name.text) <= phone.width + 0.5);
  const tiny = layOut(phone.figure, { ...phone, width: 240 }).shapes;
  assert.equal(only(tiny, 'text').filter(({ isEnd }) => isEnd).length, 0);
});

test('no number under the axis sticks out at the right', () => {
  for (const [name, { width, height, figure }] of Object.entries(figures)) {
    for (const { text, x, anchor } of only(layOut(figure, { width, height }).shapes, 'text'))
      if (anchor === 'middle') assert(x + textWidth(text) / 2 <= width, `${name}: ${text}`);
  }
});

test('dashes stay with their line when the axis moves', () => {
  const { figure, ...size } = figures['a zoomed part, whose dashes begin elsewhere'];
  const period = 20;
  for (const xMin of [0, 10, 317.3]) {
    const moved = { ...figure, xMin, xMax: xMin + 85.6 };
    const { box, x } = scalesOf(moved, size);
    const [line] = only(layOut(moved, size).shapes, 'stroke').filter(({ ink }) => ink === 'racer-4');
    const off = (box.left - x(0) - line.offset) / period;
    assert(Math.abs(off - Math.round(off)) < 0.01, `${xMin}: ${line.offset}`);
  }
});
