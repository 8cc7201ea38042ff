// The shapes of a line: its stroke, or its band if it swings several times in a pixel; dots for what is too short to be seen as a stroke; and
// triangles at the edge where it leaves the axes.
import { bandOf } from './band.js';
import { strokeShape, tenth } from './make-shape.js';

/** @typedef {import('./figure-data.js').Line} Line */
/** @typedef {import('./layout.js').Scales} Scales */
/** @typedef {import('./shapes.js').Shape} Shape */

/** A line has a triangle where it leaves the axes, but none within this many pixels of another. */
const apart = 10;

/** @param {Line} line @param {Scales} scales @returns {Shape[]} */
export function lineShapes(line, scales) {
  const { ink, opacity, dash, width, step } = line;
  const { box } = scales;
  const { path, travel } = pathOf(line, scales);
  const style = { ink, ...(opacity !== undefined && { opacity }) };
  const least = Math.max(1.5, ...dash.filter((_, i) => i % 2));
  const shapes = extras(path, box, least).map((shape) => /** @type {Shape} */ ({ ...shape, ...style }));
  if (path.length > (step ? 8 : 4) * box.width && travel > 4 * box.width) {
    const columns = bandOf(path).flatMap(({ x, top, bottom }) => [x, tenth(top - width / 2), tenth(bottom - top + width)]);
    return [{ kind: 'band', columns, ...style }, ...shapes];
  }
  // Dashes stay with the line when the axis moves.
  const period = dash.reduce((sum, part) => sum + part, 0);
  const offset = period ? tenth((box.left - scales.x(0)) % period) : 0;
  return [strokeShape(path, { ...style, width, dash, offset, inBox: true }), ...shapes];
}

/**
 * Gives a triangle wherever a path leaves the box, and a dot for each piece between gaps that is so short that it might be in the gap of a
 * dash, as a single measurement is.
 * @param {number[]} path @param {import('./shapes.js').Box} box @param {number} least pixels
 */
function extras(path, { top, height }, least) {
  const found = [];
  let [from, length, before, at] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (let i = 0; i <= path.length; i += 2) {
    const [left, last, x, y] = [path[i - 2], path[i - 1], path[i], path[i + 1]];
    const side = y > top + height + 1 ? 1 : y < top - 1 ? -1 : 0;
    if (side && side !== before && x - at >= apart) {
      const edge = side > 0 ? top + height : top;
      found.push({ kind: 'triangle', path: [x - 3.5, edge - 5 * side, x + 3.5, edge - 5 * side, x, edge].map(tenth) });
      at = x;
    }
    if (x >= 0 || x < 0) length += i > from ? Math.abs(x - left) + Math.abs(y - last) : 0;
    else {
      if (i > from && length < least && before === 0)
        found.push({ kind: 'circle', x: tenth(left), y: tenth(last), radius: 2.5, filled: true });
      [from, length] = [i + 2, 0];
    }
    before = side;
  }
  return found;
}

/**
 * Gives pixels x, y, x, y, …, where NaN, NaN is a gap, and the total distance that the line goes up and down. A point is left out if it is
 * too close to the one before to be seen.
 * @param {Line} line @param {Scales} scales
 */
function pathOf({ points: { x, y }, step }, scales) {
  /** @type {number[]} */
  const path = [];
  let travel = 0;
  let [left, height] = [Number.NaN, Number.NaN];
  for (let i = 0; i < x.length; i++) {
    const value = y[i];
    const [across, down] = value === null ? [Number.NaN, Number.NaN] : [scales.x(x[i]), scales.y(value)];
    const near = across - left < 0.9 && Math.abs(down - height) < 0.2;
    if (near && i + 1 < x.length && y[i + 1] !== null) continue;
    if (step && Math.abs(down - height) > 0) path.push(across, height);
    path.push(across, down);
    travel += Math.abs(down - height) || 0;
    [left, height] = [across, down];
  }
  return { path, travel };
}
