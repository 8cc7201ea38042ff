// A chart lays out a figure's data for its size, paints them on a canvas and knows at which pixels its values are, and at which a pointer is.
import { paintCanvas } from './canvas-painter.js';
import { layOut, scalesOf } from './layout.js';

/** @typedef {import('./figure-data.js').FigureData} FigureData */

/** These places tell what the page makes of the host's pixels: it may scale, zoom or turn the element. */
const places = [
  [0, 0],
  [100, 0],
  [0, 100],
];

export class Chart {
  #canvas = document.createElement('canvas');
  #probes = places.map(([left, top]) => {
    const probe = document.createElement('i');
    probe.style.cssText = `position:absolute;left:${left}px;top:${top}px`;
    return probe;
  });
  /** @type {(import('./layout.js').Scales & { figure: FigureData }) | null} */
  #drawn = null;

  /**
   * @param {HTMLElement} host
   * @param {import('../lab/setting.js').Setting['palette']} palette
   */
  constructor(host, palette) {
    this.palette = palette;
    host.append(this.#canvas, ...this.#probes);
  }

  /** @param {FigureData} figure @param {{ width: number, height: number }} size */
  draw(figure, size) {
    if (size.width < 80 || size.height < 40) return;
    this.#drawn = { ...scalesOf(figure, size), figure };
    const { colours, pixelRatio } = this.palette;
    paintCanvas(this.#canvas, layOut(figure, size), colours, pixelRatio);
  }

  /** Gives the place of a pointer in pixels of the host. @param {{ clientX: number, clientY: number }} event */
  pointOf({ clientX, clientY }) {
    const [o, a, b] = this.#probes.map((probe) => probe.getBoundingClientRect());
    const [ax, ay, bx, by] = [a.x - o.x, a.y - o.y, b.x - o.x, b.y - o.y];
    const [x, y, scale] = [clientX - o.x, clientY - o.y, 100 / (ax * by - ay * bx)];
    return { x: (x * by - y * bx) * scale, y: (ax * y - ay * x) * scale };
  }

  /** The frame holds the box of the axes on the host and the scales, in pixels of the host. */
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
