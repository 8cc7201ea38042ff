// A rate curve holds η of one racer as exact pairs, as many as a chart can show. Finer pairs are requested from the query worker, which
// holds the run; a curve with at most as many updates as pairs is complete.

import { lastUpTo } from '../lib/search.js';

/** @typedef {import('../lib/run.js').Extent} Extent */
/** @typedef {import('../lib/run.js').Stretch} Stretch */
/** @typedef {import('./zoom.js').ZoomRange} ZoomRange */

/** A run's answer holds this many pairs of a whole curve: four for each pixel of a wide chart. */
export const coarsePoints = 5120;

/**
 * Gives what of the curves is requested with a run: all of it coarsely, and the visible part.
 * @param {ZoomRange | null} zoom
 * @returns {import('../lib/run.js').CurveRange}
 */
export function curveRange(zoom) {
  return { points: coarsePoints, ...(zoom ? { from: Math.max(0, Math.floor(zoom.from)), to: Math.floor(zoom.to) + 2 } : {}) };
}

/**
 * @typedef {object} Owner
 * @property {Pick<import('../pool/query-client.js').QueryClient, 'stretch' | 'rates'>} queries
 * @property {(change: 'rows' | 'cursor') => void} notify called when more pairs or single values have arrived
 * @property {(error: any) => unknown} fail
 */

let curves = 0;

export class RateCurve {
  /** It grows whenever more values have arrived. */
  version = 0;
  #owner;
  #source;
  /** It identifies the questions about this curve. */
  #name = `${++curves}`;
  /** @type {Stretch | null} The part that was requested last with finer pairs. */ #part;
  /** This question requested it. */
  #partQuestion = '';
  /** @type {Map<number, number>} The known values between the pairs. */ #values = new Map();
  /** @type {Set<number>} */ #requested = new Set();
  /** @type {Promise<void> | null} */ #fetching = null;

  /**
   * @param {Owner} owner
   * @param {import('../lib/run.js').CurveSource} source
   * @param {Stretch[]} stretches the whole curve, and a part of it
   */
  constructor(owner, source, [whole, part]) {
    this.#owner = owner;
    this.#source = source;
    this.whole = whole;
    this.#part = part ?? null;
  }

  get updates() {
    return this.whole.to;
  }

  get first() {
    return this.whole.eta[0];
  }

  get last() {
    return this.whole.eta[this.whole.eta.length - 1];
  }

  /** @param {number} t @returns {number | null | undefined} η before update t; null: not here yet; undefined: no such update */
  at(t) {
    if (!(t >= 0 && t < this.updates)) return undefined;
    for (const stretch of this.#stretches) {
      const i = lastUpTo(stretch.t, t);
      if (stretch.t[i] === t) return stretch.eta[i];
    }
    if (!this.#values.has(t)) this.fetch([t]);
    return this.#values.get(t) ?? null;
  }

  /** Gives the value of the drawn line at t, which is exact at each pair. @param {number} t */
  near(t) {
    const { t: updates, eta } = this.#around(t, t + 1);
    return eta[Math.max(0, lastUpTo(updates, t))];
  }

  /**
   * Gives the finest known pairs of all of a range, and requests finer ones if the range has fewer than `points`.
   * @param {ZoomRange} range
   * @param {number} points
   * @returns {Stretch}
   */
  pairs(range, points) {
    const from = Math.max(0, Math.min(this.updates - 1, Math.floor(range.from)));
    const to = Math.max(from + 1, Math.min(this.updates, Math.floor(range.to) + 2));
    const known = this.#around(from, to);
    if (density(known) < Math.min(1, points / (to - from))) this.#refine(from, to, points);
    return known;
  }

  /** Gives the updates of drops, ascending: at least those in a range, unless they are hundreds. @param {ZoomRange} range */
  dropsIn({ from, to }) {
    const { whole } = this;
    return whole.drops.length === whole.dropCount
      ? whole.drops
      : this.#around(Math.max(0, Math.floor(from)), Math.min(this.updates, Math.floor(to))).drops;
  }

  /**
   * Gives η of every update from `from` to before `to`; null after the query worker was closed.
   * @param {number} from
   * @param {number} to
   * @returns {Promise<Float64Array | null>}
   */
  async every(from, to) {
    const known = this.#around(from, to);
    if (density(known) === 1) return known.eta.subarray(from - known.from, to - known.from);
    const answer = await this.#stretch({ from, to, points: to - from }, `every ${from}`);
    return answer?.eta ?? null;
  }

  /** Requests the values of these updates for `at`. @param {number[]} updates */
  fetch(updates) {
    for (const t of updates) this.#requested.add(t);
    this.#fetching ??= this.#fetchRequested();
    return this.#fetching;
  }

  async #fetchRequested() {
    // More may be requested in the same frame.
    await null;
    while (this.#requested.size > 0) {
      const updates = Array.from(this.#requested);
      const rates = await this.#owner.queries.rates(this.#name, { ...this.#source, updates }).catch((error) => this.#failed(error));
      if (!rates) break;
      updates.forEach((t, i) => {
        this.#values.set(t, rates[i]);
        this.#requested.delete(t);
      });
      this.version += 1;
      this.#owner.notify('cursor');
    }
    this.#fetching = null;
  }

  /**
   * Gives the same curve with as many pairs and the factors of its listener; null after the query worker was closed.
   * @param {import('../lib/rows.js').Factor[]} factors ascending
   * @returns {Promise<RateCurve | null>}
   */
  async withFactors(factors) {
    const source = { ...this.#source, factors: Float64Array.from(factors.flatMap(({ update, factor }) => [update, factor])) };
    const answers = this.#stretches.map((stretch, i) => this.#stretch(stretch, `under ${i}`, source));
    const [part, whole = part] = await Promise.all(answers);
    return part && whole ? new RateCurve(this.#owner, source, [whole, part]) : null;
  }

  /** @param {unknown} error @returns {null} */
  #failed(error) {
    this.#owner.fail(error);
    return null;
  }

  /** The finest stretch is first. */
  get #stretches() {
    return this.#part ? [this.#part, this.whole] : [this.whole];
  }

  /** Gives the finest stretch that contains all of a range. @param {number} from @param {number} to */
  #around(from, to) {
    const part = this.#part;
    return part && part.from <= from && to <= part.to && density(part) > density(this.whole) ? part : this.whole;
  }

  /** Requests a range with a margin of half its length at each side. @param {number} from @param {number} to @param {number} points */
  async #refine(from, to, points) {
    const margin = Math.ceil((to - from) / 2);
    const range = { from: Math.max(0, from - margin), to: Math.min(this.updates, to + margin) };
    const question = { ...range, points: Math.ceil((points * (range.to - range.from)) / (to - from)) };
    const key = JSON.stringify(question);
    if (key === this.#partQuestion) return;
    this.#partQuestion = key;
    const part = await this.#stretch(question, 'part');
    if (!part) return;
    this.#part = part;
    this.version += 1;
    this.#owner.notify('rows');
  }

  /**
   * @param {{ from: number, to: number, points: number }} range
   * @param {string} topic
   * @param {import('../lib/run.js').CurveSource} [source]
   */
  async #stretch({ from, to, points }, topic, source = this.#source) {
    const answer = this.#owner.queries.stretch(`${this.#name} ${topic}`, { ...source, from, to, points });
    return await answer.catch((error) => this.#failed(error));
  }
}

/** Computes the pairs per update; 1 means that every update has one. @param {Stretch} stretch */
function density({ from, to, points }) {
  return Math.min(1, points / (to - from));
}

/** @param {{ whole: Stretch }[]} of curves @param {Extent} [also] @returns {Extent} of all of them */
export function extentOf(of, also) {
  const all = [...of.map(({ whole }) => whole.extent), ...(also ? [also] : [])];
  return {
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(0, ...all.map(({ max }) => max)),
    hasZero: all.some(({ hasZero }) => hasZero),
  };
}
