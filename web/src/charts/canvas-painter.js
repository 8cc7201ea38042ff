// The canvas painter draws shapes on a canvas.

/** @typedef {import('./shapes.js').Shape} Shape */
/** @typedef {import('./shapes.js').Layout} Layout */
/** @typedef {import('../lab/setting.js').Colours} Colours */

const fontSize = 12;

/**
 * @param {HTMLCanvasElement} canvas is resized to the layout
 * @param {Layout} layout
 * @param {Colours} colours
 * @param {number} ratio pixels of the canvas in one of the layout
 */
export function paintCanvas(canvas, { width, height, box, shapes }, colours, ratio) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  ctx.lineJoin = 'round';
  let clipped = false;
  for (const shape of shapes) {
    const clips = shape.kind === 'band' || (shape.kind === 'stroke' && shape.inBox);
    if (clips && !clipped) {
      ctx.save();
      ctx.beginPath();
      // A line along the edge of the box keeps its width.
      ctx.rect(box.left - 2, box.top - 2, box.width + 4, box.height + 3);
      ctx.clip();
    } else if (clipped && !clips) ctx.restore();
    clipped = clips;
    ctx.strokeStyle = ctx.fillStyle = colourOf(shape.ink, colours);
    ctx.globalAlpha = shape.opacity ?? 1;
    paint(ctx, shape, colours);
  }
  if (clipped) ctx.restore();
  ctx.globalAlpha = 1;
}

/** @param {Shape['ink']} ink @param {Colours} colours */
const colourOf = (ink, colours) => (ink === 'soft' || ink === 'hairline' ? colours[ink] : colours.racers[Number(ink.slice(-1)) - 1]);

/** @param {CanvasRenderingContext2D} ctx @param {Shape} shape @param {Colours} colours */
function paint(ctx, shape, { ground, font }) {
  if (shape.kind === 'text') {
    ctx.font = `${shape.bold ? '600 ' : ''}${fontSize}px ${font}`;
    ctx.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
    ctx.fillText(shape.text, shape.x, shape.y);
    return;
  }
  if (shape.kind === 'band') {
    const { columns } = shape;
    for (let i = 0; i < columns.length; i += 3) ctx.fillRect(columns[i], columns[i + 1], 1, columns[i + 2]);
    return;
  }
  ctx.beginPath();
  if (shape.kind === 'triangle') {
    trace(ctx, shape.path);
    ctx.fill();
    return;
  }
  if (shape.kind === 'circle') {
    ctx.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    if (!shape.filled) ctx.fillStyle = ground;
    ctx.fill();
  } else trace(ctx, shape.path);
  const { width, dash, offset } = shape.kind === 'circle' ? ring : shape;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.lineDashOffset = offset;
  ctx.stroke();
}

/** @type {{ width: number, dash: number[], offset: number }} A circle's outline is drawn like this. */
const ring = { width: 2, dash: [], offset: 0 };

/** @param {CanvasRenderingContext2D} ctx @param {(number | null)[]} path */
function trace(ctx, path) {
  let pen = false;
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [path[i], path[i + 1]];
    if (x === null || y === null) pen = false;
    else if (pen) ctx.lineTo(x, y);
    else {
      ctx.moveTo(x, y);
      pen = true;
    }
  }
}
