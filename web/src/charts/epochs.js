// Where epochs end on the x axis: short ticks, each with its number before it, the first with the word; every tenth, say, where they are dense.
import { whole } from '../numbers.js';
import { shownPart } from './part.js';
import { roundStep } from './ticks.js';

/** @typedef {{ x: number, text: string, named: string }} Epoch */

/** Pixels of the figure from one to the next, at least: so that a number and the word stand between two ticks. */
const room = 92;
/** Of a figure whose epochs are numbered. */
const roomy = 480;
/** Of a tick; its number stands clear of the axis. */
const height = 15;
const clear = 6;

/**
 * Of racers that do not share their epochs there are none to mark.
 * @param {Pick<import('../lab.js').Lab, 'run' | 'part' | 'updates'>} lab
 * @param {number} width
 * @param {import('../words.js').Words | null} words null: ticks alone, as where it is so narrow that numbers would lie on the curves
 * @returns {Epoch[]}
 */
export function epochs(lab, width, words) {
  const lengths = new Set(lab.run?.racers.map((racer) => racer.updatesPerEpoch));
  const [length] = lengths;
  if (lengths.size !== 1 || !(length > 0)) return [];
  const { from, to } = shownPart(lab);
  const step = roundStep(((to - from) * room) / width / length, 1);
  const stride = step <= 1 ? 1 : Number.isInteger(step) ? step : 2 * step;
  const marks = [];
  for (let epoch = Math.max(1, Math.ceil(from / length / stride)) * stride; epoch * length <= to; epoch += stride) {
    const text = words && width >= roomy ? whole(epoch, { language: words.language }) : '';
    marks.push({ x: epoch * length, text, named: text && words ? words.say('axis.epoch', { epoch: text }) : '' });
  }
  return marks;
}

/** @param {import('./paper.js').Paper} paper @param {Epoch[]} epochs @param {import('./look.js').Colours} colours */
export function drawEpochs(paper, epochs, { soft, font }) {
  const { ctx, box } = paper;
  const tall = epochs.some(({ text }) => text !== '');
  const bottom = box.top + box.height;
  ctx.font = `11px ${font}`;
  ctx.fillStyle = ctx.strokeStyle = soft;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  let left = box.left;
  let named = false;
  for (const epoch of epochs) {
    const x = Math.round(paper.x(epoch.x)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bottom - (tall ? height : clear));
    ctx.lineTo(x, bottom + 1);
    ctx.stroke();
    const text = named ? epoch.text : epoch.named;
    const fits = x - left >= ctx.measureText(text).width + 8;
    left = x;
    if (!fits) continue;
    ctx.fillText(text, x - 4, bottom - clear);
    named = true;
  }
}
