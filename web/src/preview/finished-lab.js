// A finished lab holds a run that has been trained to its end, in the form that figures read; it needs no worker.

/** @typedef {{ update: number[], accuracy: number[] }} Measured */

/**
 * @param {import('../lib/run.js').Run} run
 * @param {import('../lab/rate-curve.js').RateCurve[]} curves
 * @param {Measured[]} measured one entry for each racer
 * @returns {import('../charts/racer-lines.js').ShownLab}
 */
export function finishedLab(run, curves, measured) {
  const updates = Math.max(...run.racers.map((racer) => racer.updates));
  return {
    run,
    styles: run.racers.map((_, i) => i + 1),
    curves,
    updates,
    playhead: updates,
    zoom: null,
    pins: [],
    dragSession: null,
    displayed: run,
    state: (racer) => ({ update: run.racers[racer - 1].updates, updates: run.racers[racer - 1].updates, ended: 'finished', restored: -1 }),
    telemetry: (racer) => {
      const [update, accuracy] = [measured[racer - 1].update, measured[racer - 1].accuracy].map((column) => Float32Array.from(column));
      return {
        updates: {},
        evaluations: { update, validation_accuracy: accuracy },
        epochs: { update: new Float32Array() },
        factors: [],
      };
    },
  };
}
