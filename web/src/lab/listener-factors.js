// Rates as they are trained with: a curve times the factors that its listener came to. Before a factor is known it is 1.

/** @typedef {import('../lib/rows.js').Factor} Factor */

/** Follows the listeners of one race; of each racer one curve at a time is asked for, with the factors known then. */
export class ListenerFactors {
  #race;
  #apply;
  /** Factors that each racer's curve has in it; NaN while one is on its way. @type {number[]} */ #known;

  /**
   * @param {import('./race.js').Race} race
   * @param {(racer: number, factors: Factor[]) => Promise<boolean>} apply multiplies a racer's curve by these; whether it is still wanted
   */
  constructor(race, apply) {
    this.#race = race;
    this.#apply = apply;
    this.#known = race.run.racers.map(() => 0);
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
    const applied = await this.#apply(i + 1, factors.slice());
    this.#known[i] = applied ? count : 0;
    if (applied) this.#follow(i);
  }
}
