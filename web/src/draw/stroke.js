// A line drawn by hand as a function of time: one height for every column of pixels, then as few points as follow it closely.
import { rateAt } from '../charts/pixel-to-value.js';

/** @typedef {import('../charts/pixel-to-value.js').Frame} Frame */

/** How far the line through the points may be from what was drawn, in pixels; more where it would take more points than there may be. */
const closeness = 1.5;

export class Stroke {
  /** @type {number[]} the update of each column; those before and after what is shown are further apart */ #updates;
  /** @type {Float64Array} y in each column, NaN where nothing was drawn */ #heights;
  /** The first column that is shown, and the last. */
  #shown;
  #frame;
  #last = -1;

  /**
   * @param {Frame} frame the axes, as they were when it began
   * @param {Float64Array} [curve] what it changes: η of every update
   */
  constructor(frame, curve) {
    this.#frame = frame;
    const { xMin, xMax, width } = frame;
    const columns = Math.max(1, Math.round(width));
    const spread = (/** @type {number} */ from, /** @type {number} */ to) =>
      Array.from({ length: columns + 1 }, (_, i) => from + ((to - from) * i) / columns);
    const all = curve ? spread(0, curve.length) : [];
    const before = all.filter((update) => update < xMin);
    this.#updates = [...before, ...spread(xMin, xMax), ...all.filter((update) => update > xMax)];
    this.#shown = { first: before.length, last: before.length + columns };
    this.#heights = Float64Array.from(this.#updates, (update) =>
      curve ? frame.yAt(curve[Math.min(curve.length - 1, Math.round(update))]) : Number.NaN,
    );
  }

  /** The pen goes on to here, in pixels of the figure. @param {number} x @param {number} y */
  to(x, y) {
    const { left, top, height } = this.#frame;
    const { first, last } = this.#shown;
    const column = Math.max(first, Math.min(last, first + Math.round(x - left)));
    const wanted = Math.max(top, Math.min(top + height, y));
    const from = this.#last < 0 ? column : this.#last;
    const start = this.#last < 0 ? wanted : this.#heights[from];
    const way = Math.abs(column - from);
    for (let i = 0; i <= way; i++) {
      this.#heights[from + Math.sign(column - from) * i] = way === 0 ? wanted : start + ((wanted - start) * i) / way;
    }
    this.#last = column;
  }

  /** What was drawn, in pixels of the figure, for a polyline. */
  get trace() {
    const { first, last } = this.#shown;
    const seen = Array.from(this.#heights.subarray(first, last + 1), (y, x) => ({ x, y })).filter(({ y }) => !Number.isNaN(y));
    return seen.map(({ x, y }) => `${(x + this.#frame.left).toFixed(1)},${y.toFixed(1)}`).join(' ');
  }

  /** A height for each update that a column is nearest to; x: the update. */
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
   * The schedule `points(…)` that follows it: joined straight on the axis that it was drawn on.
   * @param {number} most points
   */
  schedule(most) {
    const frame = this.#frame;
    const drawn = this.#drawn;
    // Before its first point it holds: said at 0, so that the whole run is drawn.
    if (drawn[0].x > frame.xMax / 30) drawn.unshift({ x: 0, y: drawn[0].y });
    else drawn[0].x = 0;
    const kept = thinned(drawn, most);
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
 * As few of the points as keep close to all of them, and never more than `most`: Douglas and Peucker 1973, with the distance along y.
 * @param {{ x: number, y: number }[]} points ascending in x
 * @param {number} most at least 2
 */
export function thinned(points, most) {
  for (let error = closeness; ; error *= 1.25) {
    const kept = within(points, error);
    if (kept.length <= most) return kept;
  }
}

/** @param {{ x: number, y: number }[]} points @param {number} error */
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
