// Short ticks mark the ends of epochs on the x axis. One figure shows their numbers too, in a row under the axis. Where epochs are dense,
// only every tenth, for example, is marked.

import { visibleRange } from '../lab/zoom.js';
import { formatInteger } from '../lib/format.js';
import { roundStep } from './ticks.js';

/** Ticks have at least this distance, in pixels of the figure. */
const minDistance = 56;

/**
 * Racers whose epochs have different lengths have no ticks.
 * @param {Pick<import('../lab/lab.js').Lab, 'run' | 'zoom' | 'updates'>} lab
 * @param {number} width
 * @param {string} language of the numbers
 * @returns {import('./figure-data.js').Tick[]}
 */
export function epochs(lab, width, language) {
  const lengths = new Set(lab.run?.racers.map((racer) => racer.updatesPerEpoch));
  const [length] = lengths;
  if (lengths.size !== 1 || !(length > 0)) return [];
  const { from, to } = visibleRange(lab);
  const step = roundStep(((to - from) * minDistance) / width / length, 1);
  const stride = step <= 1 ? 1 : Number.isInteger(step) ? step : 2 * step;
  const marks = [];
  for (let epoch = Math.max(1, Math.ceil(from / length / stride)) * stride; epoch * length <= to; epoch += stride) {
    marks.push({ at: epoch * length, text: formatInteger(epoch, { language }) });
  }
  return marks;
}
