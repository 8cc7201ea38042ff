// A racer's curve as the page has it, which asks an engine in this thread.
import { RateCurve } from '../../web/src/lab/rate-curve.js';

/** @typedef {import('../../web/src/lib/run.js').StretchQuestion} StretchQuestion */

/**
 * @param {import('../../web/src/engine/trainer.js').Engine} engine
 * @param {import('../../web/src/lib/run.js').CurveSource} source
 * @param {number} updates of the racer
 * @param {number} points of the whole curve
 * @param {(question: object) => void} [seen] told of every question
 * @param {(change: string) => void} [notify]
 */
export function curveOf(engine, source, updates, points, seen, notify) {
  const queries = {
    stretch: async (/** @type {string} */ _slot, /** @type {StretchQuestion} */ question) => {
      seen?.(question);
      return engine.stretch(question);
    },
    rates: async (/** @type {string} */ _slot, /** @type {import('../../web/src/lib/run.js').RatesQuestion} */ question) => {
      seen?.(question);
      return engine.rates(question);
    },
  };
  const fail = (/** @type {unknown} */ error) => {
    throw error;
  };
  const whole = engine.stretch({ ...source, from: 0, to: updates, points });
  return new RateCurve({ queries, notify: notify ?? (() => {}), fail }, source, [whole]);
}
