// Rates as they are trained with: a curve times the factors that its listener came to. Before a factor is known it is 1.
import { summarise } from './curve-summary.js';

/** @typedef {import('../lib/rows.js').Factor} Factor */

/**
 * The same products as the core's, so the same bits.
 * @param {Float64Array} curve η of every update, the factor being 1
 * @param {Factor[]} factors ascending
 */
export function multiplied(curve, factors) {
  const product = curve.slice();
  factors.forEach(({ update, factor }, i) => {
    const end = Math.min(factors[i + 1]?.update ?? curve.length, curve.length);
    for (let t = update; t < end; t++) product[t] = curve[t] * factor;
  });
  return product;
}

/** Follows the listeners of one race; of each racer one curve at a time is made, for the factors known then. */
export class ListenerFactors {
  #race;
  #curves;
  #changed;
  /** Factors that each racer's curve has in it; NaN while one is being made. @type {number[]} */ #known;

  /**
   * @param {import('./race.js').Race} race
   * @param {Float64Array[]} curves of its run, the factors being 1
   * @param {(racer: number, curve: Float64Array) => void} changed with a curve that has been summarised
   */
  constructor(race, curves, changed) {
    this.#race = race;
    this.#curves = curves;
    this.#changed = changed;
    this.#known = curves.map(() => 0);
  }

  /** To be called whenever the race has told something. */
  onProgress() {
    for (const [i, { listens }] of this.#race.run.racers.entries()) if (listens) this.#follow(i);
  }

  /** @param {number} i */
  async #follow(i) {
    const { factors } = this.#race.telemetry(i + 1);
    const count = factors.length;
    if (Number.isNaN(this.#known[i]) || count === this.#known[i]) return;
    this.#known[i] = Number.NaN;
    const curve = multiplied(this.#curves[i], factors);
    await summarise(curve);
    this.#known[i] = count;
    this.#changed(i + 1, curve);
    this.#follow(i);
  }
}
