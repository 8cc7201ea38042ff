// Training uses a curve times its listener's factors. A factor that is not known yet is 1.

/** @typedef {import('../lib/rows.js').Factor} Factor */

/** It follows the listeners of one race, and requests one curve at a time for each racer, with the factors known then. */
export class ListenerFactors {
  #race;
  #apply;
  /** @type {number[]} The number of factors in each racer's curve; NaN while a curve is requested. */ #known;

  /**
   * @param {import('./race.js').Race} race
   * @param {(racer: number, factors: Factor[]) => Promise<boolean>} apply multiplies a racer's curve by these; false if it is not needed
   *   any more
   */
  constructor(race, apply) {
    this.#race = race;
    this.#apply = apply;
    this.#known = race.run.racers.map(() => 0);
  }

  /** The owner calls this whenever the race has progressed. */
  onProgress() {
    for (const [i, { listens }] of this.#race.run.racers.entries()) if (listens) this.#follow(i);
  }

  /** @param {number} i */
  async #follow(i) {
    const { factors } = this.#race.telemetry(i + 1);
    const count = factors.length;
    if (Number.isNaN(this.#known[i]) || count === this.#known[i]) return;
    this.#known[i] = Number.NaN;
    const applied = await this.#apply(i + 1, factors.slice());
    this.#known[i] = applied ? count : 0;
    if (applied) this.#follow(i);
  }
}
