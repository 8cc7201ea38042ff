// One drawing on a canvas: a figure's data laid out for its size and painted, and where its values stand.
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

  /** Where things stand on the host, in pixels of the screen. */
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
      /** The range of the y axis, how it is divided, and where a zero stands on it. */
      range: yRange,
      log,
      zero: floor ?? 0,
    };
  }
}
