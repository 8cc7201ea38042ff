// A line drawn by hand becomes a function of time: first one height for every column of pixels, then as few points as follow it closely.
import { rateAt } from '../charts/pixel-to-value.js';

/** @typedef {import('../charts/pixel-to-value.js').Frame} Frame */

/** The line through the points deviates from the drawn one by this many pixels at most, unless that takes more points than are allowed. */
const tolerance = 1.5;

export class Stroke {
  /** @type {number[]} The update of each column; columns outside the visible range are further apart. */ #updates;
  /** @type {Float64Array} The height in each column, in pixels; NaN where nothing was drawn. */ #heights;
  /** @type {{ first: number, last: number }} The first and the last visible column. */
  #visible;
  #frame;
  #last = -1;

  /**
   * @param {Frame} frame the axes when the stroke began
   * @param {Pick<import('../lab/rate-curve.js').RateCurve, 'updates' | 'near'>} [curve] the drawing that the stroke changes
   */
  constructor(frame, curve) {
    this.#frame = frame;
    const { xMin, xMax, width } = frame;
    const columns = Math.max(1, Math.round(width));
    const spread = (/** @type {number} */ from, /** @type {number} */ to) =>
      Array.from({ length: columns + 1 }, (_, i) => from + ((to - from) * i) / columns);
    const all = curve ? spread(0, curve.updates) : [];
    const before = all.filter((update) => update < xMin);
    this.#updates = [...before, ...spread(xMin, xMax), ...all.filter((update) => update > xMax)];
    this.#visible = { first: before.length, last: before.length + columns };
    this.#heights = Float64Array.from(this.#updates, (update) =>
      curve ? frame.yAt(curve.near(Math.min(curve.updates - 1, Math.round(update)))) : Number.NaN,
    );
  }

  /** Draws to this point, in pixels of the figure. @param {number} x @param {number} y */
  to(x, y) {
    const { left, top, height } = this.#frame;
    const { first, last } = this.#visible;
    const column = Math.max(first, Math.min(last, first + Math.round(x - left)));
    const target = Math.max(top, Math.min(top + height, y));
    const from = this.#last < 0 ? column : this.#last;
    const start = this.#last < 0 ? target : this.#heights[from];
    const distance = Math.abs(column - from);
    for (let i = 0; i <= distance; i++) {
      this.#heights[from + Math.sign(column - from) * i] = distance === 0 ? target : start + ((target - start) * i) / distance;
    }
    this.#last = column;
  }

  /** @returns {string} the points of a polyline, in pixels of the figure */
  get trace() {
    const { first, last } = this.#visible;
    const drawn = Array.from(this.#heights.subarray(first, last + 1), (y, x) => ({ x, y })).filter(({ y }) => !Number.isNaN(y));
    return drawn.map(({ x, y }) => `${(x + this.#frame.left).toFixed(1)},${y.toFixed(1)}`).join(' ');
  }

  /** Gives a height for each update that is nearest to some column; x is the update. */
  get #drawn() {
    /** @type {Map<number, { off: number, y: number }>} */
    const found = new Map();
    this.#heights.forEach((y, i) => {
      const x = Math.round(this.#updates[i]);
      const off = Math.abs(this.#updates[i] - x);
      if (!Number.isNaN(y) && off <= (found.get(x)?.off ?? 1)) found.set(x, { off, y });
    });
    return Array.from(found, ([x, { y }]) => ({ x, y }));
  }

  /**
   * Gives the schedule `points(…)` that follows the stroke; between points it is straight on the axis that the stroke was drawn on.
   * @param {number} maxPoints at least 2
   */
  schedule(maxPoints) {
    const frame = this.#frame;
    const drawn = this.#drawn;
    // The rate holds before the first point: a point at update 0 makes that explicit, and the whole run drawn.
    if (drawn[0].x > frame.xMax / 30) drawn.unshift({ x: 0, y: drawn[0].y });
    else drawn[0].x = 0;
    const kept = thinned(drawn, maxPoints);
    /** @type {Map<number, number>} */
    const rates = new Map();
    for (const { x, y } of kept) {
      const eta = Number(rateAt(frame, y).toPrecision(3));
      rates.set(x, Math.abs(eta) < 1e-12 ? 0 : eta);
    }
    const points = Array.from(rates, ([t, eta]) => `${t}:${eta}`);
    const log = frame.log && Array.from(rates.values()).every((eta) => eta > 0);
    return `points(${points.join(', ')}${log ? ', shape=log' : ''})`;
  }
}

/**
 * Keeps as few points as stay close to all of them, and at most `maxPoints`: Douglas and Peucker 1973, with the distance along y.
 * @param {{ x: number, y: number }[]} points in ascending order of x
 * @param {number} maxPoints at least 2
 */
export function thinned(points, maxPoints) {
  for (let error = tolerance; ; error *= 1.25) {
    const kept = within(points, error);
    if (kept.length <= maxPoints) return kept;
  }
}

/** Keeps the points whose polyline is within `error` of all of them. @param {{ x: number, y: number }[]} points @param {number} error */
function within(points, error) {
  const keep = new Set([0, points.length - 1]);
  const spans = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [a, b] = [points[from], points[to]];
    let farthest = -1;
    let distance = error;
    for (let i = from + 1; i < to; i++) {
      const line = a.y + ((b.y - a.y) * (points[i].x - a.x)) / (b.x - a.x);
      const off = Math.abs(points[i].y - line);
      if (off > distance) {
        distance = off;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    keep.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => keep.has(i));
}
