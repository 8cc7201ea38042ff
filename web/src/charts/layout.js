// The layout turns a figure's data into shapes for a size in pixels: the grid, ticks, lines, marks and names. Both painters paint these.

import { endLabels } from './end-labels.js';
import { gutterFor, narrow } from './gutter.js';
import { textWidth } from './letter-widths.js';
import { lineShapes } from './line-shapes.js';
import { baseline, strokeShape, textShape } from './make-shape.js';
import { markShape } from './marks.js';
import { decadeOf } from './ticks.js';

/** @typedef {import('./figure-data.js').FigureData} FigureData */
/** @typedef {import('./figure-data.js').Rule} Rule */
/** @typedef {import('./shapes.js').Box} Box */
/** @typedef {import('./shapes.js').Shape} Shape */
/**
 * @typedef {object} Scales
 * @property {Box} box
 * @property {(value: number) => number} x
 * @property {(value: number) => number} y of a value below a logarithmic axis it is far below the box
 */

/** The axes' ticks need these margins. */
const margin = { left: 58, top: 8, bottom: 26 };
/** Ticks have this distance from their axis, and the row of epochs has one from that of the updates. */
const gap = { x: 6, y: 12, name: 12, epoch: 22 };
/** The row of epochs has this height, and an epoch's tick that one. */
const epochRow = 16;
const epochTick = 6;
/** @param {FigureData} figure @param {{ width: number, height: number }} size */
const gutterOf = ({ labels, names }, { width }) => gutterFor([...labels.map(({ text }) => text), ...names], width);

/** Maps values to pixels. @param {FigureData} figure @param {{ width: number, height: number }} size @returns {Scales} */
export function scalesOf(figure, size) {
  const { xMin, xMax, yRange, log, floor, epochName } = figure;
  const { left, top, bottom } = margin;
  const box = {
    left,
    top,
    width: Math.max(1, size.width - left - gutterOf(figure, size)),
    height: Math.max(1, size.height - top - bottom - (epochName ? epochRow : 0)),
  };
  const [low, high] = yRange.map((each) => (log ? decadeOf(each) : each));
  return {
    box,
    x: (value) => box.left + ((value - xMin) / (xMax - xMin)) * box.width,
    y: (value) => {
      const at = log ? decadeOf(value === 0 ? (floor ?? 0) : value) : value;
      return box.top + (1 - Math.max(-1e3, Math.min(1e3, (at - low) / (high - low)))) * box.height;
    },
  };
}

/** @param {FigureData} figure @param {{ width: number, height: number }} size @returns {import('./shapes.js').Layout} */
export function layOut(figure, size) {
  const scales = scalesOf(figure, size);
  const gutter = gutterOf(figure, size);
  const shapes = [
    ...axes(figure, scales, size.width),
    ...epochs(figure, scales, size.width),
    ...figure.rules.flatMap((rule) => ruleShapes(rule, scales)),
    ...figure.lines.flatMap((line) => lineShapes(line, scales)),
    ...figure.marks.map((mark) => markShape(mark, scales)),
    ...(gutter > narrow ? endLabels(figure.labels, scales, gutter) : []),
  ];
  return { ...size, box: scales.box, shapes };
}

/** Makes a hairline and, if there is room before the box ends, its text. @param {Rule} rule @param {Scales} scales @returns {Shape[]} */
function ruleShapes({ x, text, ...style }, { box, ...scales }) {
  const at = crisp(scales.x(x));
  const line = strokeShape([at, box.top, at, box.top + box.height], { ...style, width: 1, inBox: true });
  if (!text || at + textWidth(text) > box.left + box.width) return [line];
  return [line, textShape(text, at + 4, box.top + baseline.top, { ink: style.ink, anchor: 'start' })];
}

/** Moves a line to the middle of a pixel; between two pixels it would be blurred. @param {number} at */
const crisp = (at) => Math.round(at) + 0.5;

/**
 * Centres a text under the axis at x, or as close to it as the edge of the figure allows.
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} width of the figure
 */
const under = (text, x, y, width) => textShape(text, Math.min(x, width - textWidth(text) / 2 - 1), y + baseline.top);

/** @param {FigureData} figure @param {Scales} scales @param {number} width @returns {Shape[]} */
function axes({ xTicks, xName, yTicks }, { box, x, y }, width) {
  const bottom = box.top + box.height + gap.x;
  const [left, right] = [box.left, box.left + box.width];
  return [
    ...xTicks.map(({ at, text }) => under(text, x(at), bottom, width)),
    textShape(xName, left - gap.name, bottom + baseline.top, { anchor: 'end' }),
    ...yTicks.map(({ at, text }) => textShape(text, left - gap.y, y(at) + baseline.middle, { anchor: 'end' })),
    ...yTicks.map(({ at }) => strokeShape([left, crisp(y(at)), right, crisp(y(at))], { ink: 'hairline', width: 1, inBox: true })),
  ];
}

/** @param {FigureData} figure @param {Scales} scales @param {number} width @returns {Shape[]} */
function epochs({ epochs, epochName }, { box, x }, width) {
  const bottom = box.top + box.height;
  const row = bottom + gap.epoch;
  const name = epochName && epochs.length > 0 ? [textShape(epochName, box.left - gap.name, row + baseline.top, { anchor: 'end' })] : [];
  const ticks = epochs.flatMap(({ at, text }) => {
    const left = crisp(x(at));
    const tick = strokeShape([left, bottom - epochTick, left, bottom + 1], { ink: 'soft', width: 1 });
    return epochName ? [tick, under(text, left, row, width)] : [tick];
  });
  return [...name, ...ticks];
}

/** Gives the update at a distance from the left. @param {import('./pixel-to-value.js').Frame} frame @param {number} x pixels of the figure */
export const updateAt = ({ left, width, xMin, xMax }, x) => xMin + ((x - left) / width) * (xMax - xMin);
