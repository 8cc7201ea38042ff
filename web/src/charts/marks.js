// What is drawn over the lines, in pixels of the canvas: names at the line ends, the heads of growing lines, the places where one ended.
/** @typedef {import('uplot')} uPlot */

/** @typedef {{ x: number, y: number, colour: string, kind: 'head' | 'end' | 'letter', text?: string }} Mark a letter stands over its place */

/**
 * @param {uPlot} plot
 * @param {Mark[]} marks
 * @param {string} ground
 */
export function drawMarks(plot, marks, ground) {
  const { ctx } = plot;
  const ratio = devicePixelRatio;
  for (const { x, y, colour, kind, text } of marks) {
    const left = plot.valToPos(x, 'x', true);
    const top = Math.max(plot.bbox.top, Math.min(plot.bbox.top + plot.bbox.height, plot.valToPos(y, 'y', true)));
    if (kind === 'letter') {
      ctx.fillStyle = colour;
      ctx.textAlign = 'right';
      ctx.textBaseline = 'bottom';
      ctx.fillText(text ?? '', left - 2 * ratio, top - 2 * ratio);
      continue;
    }
    ctx.setLineDash([]);
    ctx.lineWidth = 2 * ratio;
    ctx.strokeStyle = colour;
    ctx.beginPath();
    if (kind === 'end') {
      const arm = 4.5 * ratio;
      ctx.moveTo(left - arm, top - arm);
      ctx.lineTo(left + arm, top + arm);
      ctx.moveTo(left - arm, top + arm);
      ctx.lineTo(left + arm, top - arm);
    } else {
      ctx.arc(left, top, 3.5 * ratio, 0, 2 * Math.PI);
      ctx.fillStyle = ground;
      ctx.fill();
    }
    ctx.stroke();
  }
}

const lineHeight = 15;

/**
 * @param {uPlot} plot
 * @param {{ y: number, text: string, colour: string }[]} labels
 * @param {string} font
 */
export function drawLabels(plot, labels, font) {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const left = bbox.left + bbox.width + 9 * ratio;
  const room = ctx.canvas.width - left;
  const tops = spreadOut(
    labels.map(({ y }) => plot.valToPos(y, 'y', true) / ratio),
    bbox.top / ratio,
    (bbox.top + bbox.height) / ratio - 3,
  );
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  labels.forEach(({ text, colour }, i) => {
    ctx.fillStyle = colour;
    ctx.fillText(shorten(ctx, text, room), left, tops[i] * ratio);
  });
}

/**
 * Moves middles of lines of text apart, keeping their order and as near to where they belong as their neighbours allow.
 * @param {number[]} wanted
 * @param {number} top
 * @param {number} bottom
 */
export function spreadOut(wanted, top, bottom) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const placed = wanted.slice();
  let free = top;
  for (const i of order) {
    placed[i] = Math.max(Math.min(wanted[i], bottom), free);
    free = placed[i] + lineHeight;
  }
  let limit = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], limit);
    limit = placed[i] - lineHeight;
  }
  return placed;
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} room */
function shorten(ctx, text, room) {
  if (ctx.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 1 && ctx.measureText(`${text.slice(0, end)}…`).width > room) end -= 1;
  return `${text.slice(0, end)}…`;
}
