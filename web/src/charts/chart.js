// One drawing: axes and lines, and on top of them names at the line ends, heads of lines, marks.
import { drawRules } from './drop-rules.js';
import { drawEpochs } from './epochs.js';
import { gutterFor, narrow } from './gutter.js';
import { drawLabels, drawMarks } from './marks.js';
import { Paper } from './paper.js';

/** @typedef {import('./clip-line.js').Points} Points */

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
 * @property {number} xMin the x axis goes from here
 * @property {number} xMax to here
 * @property {import('./epochs.js').Epoch[]} epochs where they end
 * @property {string} [epochName] stands left of their numbers; without it they have ticks alone
 * @property {number[]} xTicks
 * @property {(x: number) => string} xText
 * @property {string} xName stands left of the first tick
 * @property {[number, number]} yRange
 * @property {boolean} log
 * @property {number[]} yTicks
 * @property {(y: number) => string} yText
 * @property {(y: number) => number} [drawnAt] where a value that the axis does not have is drawn
 * @property {{ y: number, text: string, colour: string }[]} labels at the right end
 * @property {string[]} [names] that will stand there, for which room is kept
 * @property {import('./marks.js').Mark[]} marks
 * @property {import('./drop-rules.js').Rule[]} [rules] hairlines across the drawing
 */

/** @typedef {import('../lab/setting.js').Colours} Colours */

export class Chart {
  #paper = new Paper();
  /** @type {View | null} */
  #view = null;

  /**
   * @param {HTMLElement} host
   * @param {import('../lab/setting.js').Setting['palette']} palette
   */
  constructor(host, palette) {
    this.palette = palette;
    host.append(this.#paper.canvas);
  }

  /** @param {View} view @param {{ width: number, height: number }} size */
  draw(view, size) {
    if (size.width < 80 || size.height < 40) return;
    const paper = this.#paper;
    const { colours } = this.palette;
    const names = [...view.labels.map(({ text }) => text), ...(view.names ?? [])];
    const gutter = gutterFor(names, size.width);
    this.#view = view;
    paper.begin(view, size, gutter);
    paper.axes(colours);
    drawEpochs(paper, view, colours);
    drawRules(paper, view.rules ?? []);
    paper.lines(view.lines);
    drawMarks(paper, view.marks, colours.ground);
    if (gutter > narrow) drawLabels(paper, view.labels, gutter, `600 12px ${colours.font}`);
  }

  /** Where things stand on the host, in pixels of the screen. */
  get frame() {
    const paper = this.#paper;
    const view = this.#view;
    if (!view) return null;
    return {
      ...paper.box,
      xMin: view.xMin,
      xMax: view.xMax,
      /** @param {number} x */
      xAt: (x) => paper.x(x),
      /** @param {number} y */
      yAt: (y) => paper.y(view.drawnAt?.(y) ?? y),
      /** The range of the y axis, how it is divided, and where a zero stands on it. */
      range: view.yRange,
      log: view.log,
      zero: view.drawnAt?.(0) ?? 0,
    };
  }
}
