// The layout turns a figure's data into shapes for a size in pixels: the grid, ticks, lines, marks and names. Both painters paint these.

import { bandOf } from './band.js';
import { endLabels } from './end-labels.js';
import { gutterFor, narrow } from './gutter.js';
import { textWidth } from './letter-widths.js';
import { baseline, strokeShape, tenth, textShape } from './make-shape.js';
import { markShape } from './marks.js';
import { decadeOf } from './ticks.js';

/** @typedef {import('./figure-data.js').FigureData} FigureData */
/** @typedef {import('./figure-data.js').Line} Line */
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
    ...figure.lines.map((line) => lineShape(line, scales)),
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

/** Makes a line's stroke, or its band if it swings several times in a pixel. @param {Line} line @param {Scales} scales @returns {Shape} */
function lineShape(line, scales) {
  const { ink, opacity, dash, width, step } = line;
  const { path, travel } = pathOf(line, scales);
  const style = { ink, ...(opacity !== undefined && { opacity }) };
  if (path.length > (step ? 8 : 4) * scales.box.width && travel > 4 * scales.box.width) {
    const columns = bandOf(path).flatMap(({ x, top, bottom }) => [x, tenth(top - width / 2), tenth(bottom - top + width)]);
    return { kind: 'band', columns, ...style };
  }
  // Dashes stay with the line when the axis moves.
  const period = dash.reduce((sum, part) => sum + part, 0);
  const offset = period ? tenth((scales.box.left - scales.x(0)) % period) : 0;
  return strokeShape(path, { ...style, width, dash, offset, inBox: true });
}

/**
 * Gives pixels x, y, x, y, …, where NaN, NaN is a gap, and the total distance that the line goes up and down. A point is left out if it is
 * too close to the one before to be seen.
 * @param {Line} line @param {Scales} scales
 */
function pathOf({ points: { x, y }, step }, scales) {
  /** @type {number[]} */
  const path = [];
  let travel = 0;
  let [left, height] = [Number.NaN, Number.NaN];
  for (let i = 0; i < x.length; i++) {
    const value = y[i];
    const [across, down] = value === null ? [Number.NaN, Number.NaN] : [scales.x(x[i]), scales.y(value)];
    const near = across - left < 0.9 && Math.abs(down - height) < 0.2;
    if (near && i + 1 < x.length && y[i + 1] !== null) continue;
    if (step && Math.abs(down - height) > 0) path.push(across, height);
    path.push(across, down);
    travel += Math.abs(down - height) || 0;
    [left, height] = [across, down];
  }
  return { path, travel };
}
