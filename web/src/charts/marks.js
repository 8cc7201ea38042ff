// What is drawn over the lines: names at the line ends, the heads of growing lines, where one ended, where a listener lowered the rate.
/** @typedef {import('./paper.js').Paper} Paper */

/** @typedef {{ x: number, y: number, colour: string, kind: 'head' | 'end' | 'stop' | 'drop' | 'letter', text?: string }} Mark a letter or a drop stands over its place */

/**
 * @param {Paper} paper
 * @param {Mark[]} marks
 * @param {string} ground
 */
export function drawMarks(paper, marks, ground) {
  const { ctx, box } = paper;
  for (const { x, y, colour, kind, text } of marks) {
    const left = paper.x(x);
    const top = Math.max(box.top, Math.min(box.top + box.height, paper.y(y)));
    if (kind === 'letter') {
      ctx.fillStyle = colour;
      ctx.textAlign = 'right';
      ctx.textBaseline = 'bottom';
      ctx.fillText(text ?? '', left - 2, top - 2);
      continue;
    }
    ctx.setLineDash([]);
    if (kind === 'drop') {
      ctx.fillStyle = colour;
      ctx.beginPath();
      ctx.moveTo(left - 5, top - 12);
      ctx.lineTo(left + 5, top - 12);
      ctx.lineTo(left, top - 4);
      ctx.fill();
      continue;
    }
    ctx.lineWidth = 2;
    ctx.strokeStyle = colour;
    ctx.beginPath();
    if (kind === 'end') {
      const arm = 4.5;
      ctx.moveTo(left - arm, top - arm);
      ctx.lineTo(left + arm, top + arm);
      ctx.moveTo(left - arm, top + arm);
      ctx.lineTo(left + arm, top - arm);
    } else if (kind === 'stop') {
      ctx.moveTo(left, top - 7);
      ctx.lineTo(left, top + 7);
    } else {
      ctx.arc(left, top, 3.5, 0, 2 * Math.PI);
      ctx.fillStyle = ground;
      ctx.fill();
    }
    ctx.stroke();
  }
}

const lineHeight = 15;

/**
 * @param {Paper} paper
 * @param {{ y: number, text: string, colour: string }[]} labels
 * @param {number} gutter the room for them
 * @param {string} font
 */
export function drawLabels(paper, labels, gutter, font) {
  const { ctx, box } = paper;
  const left = box.left + box.width + 9;
  const tops = spreadOut(
    labels.map(({ y }) => paper.y(y)),
    box.top,
    box.top + box.height - 3,
  );
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  labels.forEach(({ text, colour }, i) => {
    ctx.fillStyle = colour;
    ctx.fillText(shorten(ctx, text, gutter - 9), left, tops[i]);
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
