// A chart lays out a figure's data for its size, paints them on a canvas and knows at which pixels its values are.
import { paintCanvas } from './canvas-painter.js';
import { layOut, scalesOf } from './layout.js';

/** @typedef {import('./figure-data.js').FigureData} FigureData */

export class Chart {
  #canvas = document.createElement('canvas');
  /** @type {(import('./layout.js').Scales & { figure: FigureData }) | null} */
  #drawn = null;

  /**
   * @param {HTMLElement} host
   * @param {import('../lab/setting.js').Setting['palette']} palette
   */
  constructor(host, palette) {
    this.palette = palette;
    host.append(this.#canvas);
  }

  /** @param {FigureData} figure @param {{ width: number, height: number }} size */
  draw(figure, size) {
    if (size.width < 80 || size.height < 40) return;
    this.#drawn = { ...scalesOf(figure, size), figure };
    const { colours, pixelRatio } = this.palette;
    paintCanvas(this.#canvas, layOut(figure, size), colours, pixelRatio);
  }

  /** The frame holds the box of the axes on the host and the scales, in pixels of the screen. */
  get frame() {
    if (!this.#drawn) return null;
    const { box, x, y, figure } = this.#drawn;
    const { xMin, xMax, yRange, log, floor } = figure;
    return {
      ...box,
      xMin,
      xMax,
      xAt: x,
      yAt: y,
      /** The y axis has this range and scale; a zero is drawn at `zero`. */
      range: yRange,
      log,
      zero: floor ?? 0,
    };
  }
}
