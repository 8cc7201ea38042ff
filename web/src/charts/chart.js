// One drawing: axes and lines by uPlot, and on top of them what it does not have: labels at the line ends, heads of lines, marks.
import uPlot from 'uplot';
import { align } from './align.js';
import { gutterFor, narrow } from './gutter.js';
import { drawLabels, drawMarks } from './marks.js';

/** @typedef {import('./align.js').Points} Points */

/**
 * @typedef {object} Line
 * @property {Points} points
 * @property {string} colour
 * @property {number[]} dash
 * @property {number} width in pixels of the screen
 * @property {boolean} [step] drawn as steps: each value holds until the next
 */

/**
 * @typedef {object} View
 * @property {Line[]} lines later ones lie on top
 * @property {number} xMax the x axis goes from 0 to here
 * @property {number[]} xTicks
 * @property {(x: number) => string} xText
 * @property {string} xName stands left of the first tick
 * @property {[number, number]} yRange
 * @property {boolean} log
 * @property {number[]} yTicks
 * @property {(y: number) => string} yText
 * @property {(y: number) => number} [drawnAt] where a value that the axis does not have is drawn
 * @property {{ y: number, text: string, colour: string }[]} labels at the right end
 * @property {import('./marks.js').Mark[]} marks
 */

/** @typedef {import('./look.js').Colours} Colours */

const axisFont = 12;

export class Chart {
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {View | null} */
  #view = null;
  #made = '';

  /**
   * @param {HTMLElement} host
   * @param {import('./look.js').Look} look
   */
  constructor(host, look) {
    this.host = host;
    this.look = look;
  }

  /** @param {View} view @param {{ width: number, height: number }} size */
  draw(view, { width, height }) {
    if (width < 80 || height < 40) return;
    this.#view = view;
    const wanted = JSON.stringify([
      uPlot.pxRatio,
      view.log,
      this.look.colours,
      gutter(view, width),
      view.lines.map(({ colour, dash, width, step }) => [colour, dash, width, step]),
    ]);
    const data = /** @type {uPlot.AlignedData} */ (/** @type {unknown} */ (align(view.lines.map((line) => line.points))));
    if (wanted !== this.#made || !this.#plot) this.#make(wanted, width, height);
    const plot = /** @type {uPlot} */ (this.#plot);
    plot.batch(() => {
      if (plot.width !== width || plot.height !== height) plot.setSize({ width, height });
      plot.setData(data, false);
      plot.setScale('x', { min: 0, max: view.xMax });
      plot.setScale('y', { min: view.yRange[0], max: view.yRange[1] });
    });
  }

  /** Everything is made anew at the next draw: the look has changed. */
  forget() {
    this.#made = '';
  }

  /** @param {string} made @param {number} width @param {number} height */
  #make(made, width, height) {
    this.close();
    this.#made = made;
    const look = this.look.colours;
    const view = () => /** @type {View} */ (this.#view);
    const axis = { stroke: look.soft, font: `${axisFont}px ${look.font}`, ticks: { show: false } };
    this.#plot = new uPlot(
      {
        width,
        height,
        legend: { show: false },
        cursor: { show: false },
        padding: [8, gutter(view(), width), 0, 0],
        scales: { x: { time: false, auto: false }, y: { auto: false, distr: view().log ? 3 : 1, log: 10 } },
        axes: [
          { ...axis, size: 26, gap: 6, grid: { show: false }, splits: () => view().xTicks, values: (_, ticks) => ticks.map(view().xText) },
          {
            ...axis,
            size: 58,
            gap: 8,
            grid: { stroke: look.hairline, width: 1 },
            splits: () => view().yTicks,
            values: (_, ticks) => ticks.map(view().yText),
            filter: (_, ticks) => ticks,
          },
        ],
        series: [
          {},
          ...view().lines.map(({ colour, dash, width: lineWidth, step }) => ({
            stroke: colour,
            width: lineWidth,
            dash: dash.map((length) => length * uPlot.pxRatio),
            pxAlign: 0,
            points: { show: false },
            ...(step ? { paths: stepped } : {}),
          })),
        ],
        hooks: { draw: [(plot) => this.#top(plot, look)] },
      },
      [[]],
      this.host,
    );
  }

  /** @param {uPlot} plot @param {Colours} look */
  #top(plot, look) {
    const view = this.#view;
    if (!view) return;
    const ratio = uPlot.pxRatio;
    const { ctx } = plot;
    ctx.save();
    ctx.font = `${axisFont * ratio}px ${look.font}`;
    ctx.fillStyle = look.soft;
    ctx.textAlign = 'right';
    ctx.textBaseline = 'top';
    ctx.fillText(view.xName, plot.bbox.left - 12 * ratio, plot.bbox.top + plot.bbox.height + 6 * ratio);
    drawMarks(plot, view.marks, look.ground);
    if (gutter(view, plot.width) > narrow) drawLabels(plot, view.labels, `600 ${axisFont * ratio}px ${look.font}`);
    ctx.restore();
  }

  /** Where things stand on the host, in pixels of the screen. */
  get frame() {
    const plot = this.#plot;
    const view = this.#view;
    if (!plot || !view) return null;
    const ratio = uPlot.pxRatio;
    return {
      left: plot.bbox.left / ratio,
      top: plot.bbox.top / ratio,
      width: plot.bbox.width / ratio,
      height: plot.bbox.height / ratio,
      xMax: view.xMax,
      /** @param {number} y */
      yAt: (y) => plot.valToPos(view.drawnAt?.(y) ?? y, 'y') + plot.bbox.top / ratio,
      /** The range of the y axis, how it is divided, and where a zero stands on it. */
      range: view.yRange,
      log: view.log,
      zero: view.drawnAt?.(0) ?? 0,
    };
  }

  close() {
    this.#plot?.destroy();
    this.#plot = null;
  }
}

const stepped = uPlot.paths.stepped?.({ align: 1 });
/** @param {View} view @param {number} width */
const gutter = (view, width) =>
  gutterFor(
    view.labels.map(({ text }) => text),
    width,
  );
