// Where epochs end on the x axis: short ticks; of the figure that counts them, their numbers in a row of their own, clear of the lines; every
// tenth, say, where they are dense.

import { visibleRange } from '../lab/zoom.js';
import { formatInteger } from '../lib/format.js';
import { gap } from './paper.js';
import { roundStep } from './ticks.js';

/** @typedef {{ x: number, text: string }} Epoch */

/** Pixels of the figure from one to the next, at least. */
const room = 56;
/** Of a tick. */
const height = 6;

/**
 * Of racers that do not share their epochs there are none to mark.
 * @param {Pick<import('../lab/lab.js').Lab, 'run' | 'zoom' | 'updates'>} lab
 * @param {number} width
 * @param {string} language of the numbers
 * @returns {Epoch[]}
 */
export function epochs(lab, width, language) {
  const lengths = new Set(lab.run?.racers.map((racer) => racer.updatesPerEpoch));
  const [length] = lengths;
  if (lengths.size !== 1 || !(length > 0)) return [];
  const { from, to } = visibleRange(lab);
  const step = roundStep(((to - from) * room) / width / length, 1);
  const stride = step <= 1 ? 1 : Number.isInteger(step) ? step : 2 * step;
  const marks = [];
  for (let epoch = Math.max(1, Math.ceil(from / length / stride)) * stride; epoch * length <= to; epoch += stride) {
    marks.push({ x: epoch * length, text: formatInteger(epoch, { language }) });
  }
  return marks;
}

/** @param {import('./paper.js').Paper} paper @param {import('./chart.js').View} view @param {import('../lab/setting.js').Colours} colours */
export function drawEpochs(paper, { epochs, epochName }, { soft, font }) {
  const { ctx, box } = paper;
  const bottom = box.top + box.height;
  ctx.font = `12px ${font}`;
  ctx.fillStyle = ctx.strokeStyle = soft;
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  ctx.textBaseline = 'top';
  ctx.textAlign = 'right';
  if (epochName && epochs.length > 0) ctx.fillText(epochName, box.left - gap.name, bottom + gap.epoch);
  ctx.textAlign = 'center';
  for (const { x, text } of epochs) {
    const left = Math.round(paper.x(x)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(left, bottom - height);
    ctx.lineTo(left, bottom + 1);
    ctx.stroke();
    if (epochName) paper.under(text, left, bottom + gap.epoch);
  }
}
