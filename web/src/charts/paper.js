// A canvas with two axes: where values stand on it, and the grid, the ticks and the lines. All lengths in pixels of the screen.

import { bandOf } from './band.js';

/** @typedef {import('./chart.js').View} View */
/** @typedef {import('./chart.js').Line} Line */

const fontSize = 12;
/** Room for the axes' ticks. */
const margin = { left: 58, top: 8, bottom: 26 };
/** Ticks stand so far from the axes; the row of epochs under that of the updates. */
export const gap = { x: 6, y: 12, name: 12, epoch: 22 };
/** Room for that row. */
const epochRow = 16;

export class Paper {
  canvas = document.createElement('canvas');
  ctx = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
  /** What the axes enclose. */
  box = { left: 0, top: 0, width: 0, height: 0 };
  /** @type {View | null} */
  #view = null;
  /** The range of the y axis, or its logarithms. */
  #scale = { log: false, low: 0, high: 1 };

  /**
   * Empties the sheet, and sets the axes for what comes.
   * @param {View} view @param {{ width: number, height: number }} size @param {number} gutter room at the right
   */
  begin(view, { width, height }, gutter) {
    const { canvas, ctx } = this;
    const ratio = devicePixelRatio;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across;
      canvas.height = down;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    this.#view = view;
    const [low, high] = view.yRange.map((each) => (view.log ? Math.log10(each) : each));
    this.#scale = { log: view.log, low, high };
    const { left, top, bottom } = margin;
    this.box = {
      left,
      top,
      width: Math.max(1, width - left - gutter),
      height: Math.max(1, height - top - bottom - (view.epochName ? epochRow : 0)),
    };
  }

  /** @param {number} value on the x axis */
  x(value) {
    const { xMin, xMax } = /** @type {View} */ (this.#view);
    return this.box.left + ((value - xMin) / (xMax - xMin)) * this.box.width;
  }

  /** @param {number} value on the y axis; below the box, where a logarithmic one does not reach */
  y(value) {
    const { log, low, high } = this.#scale;
    const share = Math.max(-1e3, Math.min(1e3, ((log ? Math.log10(value) : value) - low) / (high - low)));
    return this.box.top + (1 - share) * this.box.height;
  }

  /** @param {import('../lab/setting.js').Colours} colours */
  axes({ soft, hairline, font }) {
    const { ctx, box } = this;
    const { xTicks, xText, xName, yTicks, yText } = /** @type {View} */ (this.#view);
    const bottom = box.top + box.height;
    ctx.font = `${fontSize}px ${font}`;
    ctx.fillStyle = soft;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'top';
    for (const tick of xTicks) this.under(xText(tick), this.x(tick), bottom + gap.x);
    ctx.textAlign = 'right';
    ctx.fillText(xName, box.left - gap.name, bottom + gap.x);
    ctx.textBaseline = 'middle';
    ctx.strokeStyle = hairline;
    ctx.lineWidth = 1;
    ctx.setLineDash([]);
    ctx.beginPath();
    for (const tick of yTicks) {
      const y = this.y(tick);
      ctx.fillText(yText(tick), box.left - gap.y, y);
      // Between two rows of pixels it would be two rows of half its colour.
      ctx.moveTo(box.left, Math.round(y) + 0.5);
      ctx.lineTo(box.left + box.width, Math.round(y) + 0.5);
    }
    ctx.stroke();
  }

  /** A text under the axis, with its middle at x, or as near as the edge of the sheet lets it. @param {string} text @param {number} x @param {number} y */
  under(text, x, y) {
    const { ctx } = this;
    const edge = this.canvas.width / devicePixelRatio - ctx.measureText(text).width / 2 - 1;
    ctx.fillText(text, Math.min(x, edge), y);
  }

  /** @param {Line[]} lines */
  lines(lines) {
    const { ctx, box } = this;
    ctx.save();
    ctx.beginPath();
    // What leaves the box ends there; a line along its edge keeps its width.
    ctx.rect(box.left - 2, box.top - 2, box.width + 4, box.height + 3);
    ctx.clip();
    ctx.lineJoin = 'round';
    for (const line of lines) {
      const { path, travel } = this.#path(line);
      if (path.length > (line.step ? 8 : 4) * box.width && travel > 4 * box.width) {
        ctx.fillStyle = line.colour;
        for (const { x, top, bottom } of bandOf(path)) ctx.fillRect(x, top - line.width / 2, 1, bottom - top + line.width);
        continue;
      }
      ctx.strokeStyle = line.colour;
      ctx.lineWidth = line.width;
      ctx.setLineDash(line.dash);
      // Dashes stay with the line when the axis moves.
      const period = line.dash.reduce((sum, part) => sum + part, 0);
      ctx.lineDashOffset = period ? (box.left - this.x(0)) % period : 0;
      ctx.beginPath();
      let pen = false;
      for (let i = 0; i < path.length; i += 2) {
        if (Number.isNaN(path[i])) pen = false;
        else if (pen) ctx.lineTo(path[i], path[i + 1]);
        else {
          ctx.moveTo(path[i], path[i + 1]);
          pen = true;
        }
      }
      ctx.stroke();
    }
    ctx.restore();
  }

  /**
   * Pixels x, y, x, y, …; NaN, NaN is a gap; and how far it goes up and down in all. What stands so near the point before that nobody could see it is left out.
   * @param {Line} line
   */
  #path({ points: { x, y }, step }) {
    /** @type {number[]} */
    const path = [];
    let travel = 0;
    let [left, height] = [Number.NaN, Number.NaN];
    for (let i = 0; i < x.length; i++) {
      const value = y[i];
      const [across, down] = value === null ? [Number.NaN, Number.NaN] : [this.x(x[i]), this.y(value)];
      const near = across - left < 0.9 && Math.abs(down - height) < 0.2;
      if (near && i + 1 < x.length && y[i + 1] !== null) continue;
      if (step && Math.abs(down - height) > 0) path.push(across, height);
      path.push(across, down);
      travel += Math.abs(down - height) || 0;
      [left, height] = [across, down];
    }
    return { path, travel };
  }
}
