// The SVG painter turns shapes into a tree of SVG, which the build writes as text and the page grows; its bytes are the same everywhere.
// Everything has a class for its colour, and the colour itself for places without the style sheet.

import { tenth } from './make-shape.js';
import { fluidPlaces, pixelPlaces } from './svg-places.js';

/** @typedef {import('../ui/markup.js').Node} Node */
/** @typedef {import('./shapes.js').Shape} Shape */
/** @typedef {import('./svg-places.js').Attributes} Attributes */
/** @typedef {import('./svg-places.js').Places} Places */
/** @typedef {Pick<import('../lab/setting.js').Colours, 'ground' | 'soft' | 'hairline' | 'racers'>} Colours */

/** @type {Colours} These are the colours of the light style sheet. */
export const lightColours = {
  ground: '#fff',
  soft: '#5b6676',
  hairline: '#e7eaef',
  racers: ['#c25400', '#0072b2', '#00805b', '#a23b7c', '#6f6200', '#4b4fb0'],
};

/**
 * @param {import('./shapes.js').Layout} layout
 * @param {string} label for screen readers
 * @param {{ colours?: Colours, fluid?: boolean }} [how] fluid: it fills its container
 * @returns {Node}
 */
export function paintSvg(layout, label, { colours = lightColours, fluid = false } = {}) {
  const places = fluid ? fluidPlaces(layout) : pixelPlaces(layout);
  /** @type {Node[]} */
  const nodes = [];
  let group = '';
  for (const shape of layout.shapes) {
    const node = nodeOf(shape, places, colours);
    const before = group;
    group = groupOf(shape);
    const last = nodes[nodes.length - 1];
    if (group !== '' && group === before && typeof last !== 'string') last.push(node);
    else if (group === 'box') nodes.push(['svg', places.box, node]);
    else if (group === 'ends') nodes.push(['g', { class: 'ends' }, node]);
    else nodes.push(node);
  }
  const type = { fill: 'none', 'font-size': 12, 'stroke-linejoin': 'round' };
  return ['svg', { role: 'img', 'aria-label': label, ...places.root, ...type }, ...nodes];
}

/** Gives the group of a shape: in the box, or at the ends of lines. @param {Shape} shape */
function groupOf(shape) {
  if (shape.kind === 'band' || (shape.kind === 'stroke' && shape.inBox)) return 'box';
  return shape.kind === 'text' && shape.isEnd ? 'ends' : '';
}

/** @param {Shape} shape @param {Places} places @param {Colours} colours @returns {Node} */
function nodeOf(shape, places, colours) {
  const { ink, opacity = 1 } = shape;
  const colour = ink === 'soft' || ink === 'hairline' ? colours[ink] : colours.racers[Number(ink.slice(-1)) - 1];
  const filled = { class: ink, fill: colour, ...(opacity < 1 && { 'fill-opacity': opacity }) };
  const drawn = { class: ink, stroke: colour, ...(opacity < 1 && { 'stroke-opacity': opacity }) };
  switch (shape.kind) {
    case 'text': {
      const attributes = { ...(shape.anchor !== 'start' && { 'text-anchor': shape.anchor }), ...(shape.bold && { 'font-weight': 600 }) };
      return ['text', { ...filled, ...places.text(shape.x, shape.y), ...attributes }, shape.text];
    }
    case 'circle': {
      const attributes = { ...places.circle(shape.x, shape.y), r: shape.radius, 'stroke-width': 2 };
      return ['circle', { ...drawn, ...attributes, fill: shape.filled ? colour : colours.ground }];
    }
    case 'triangle':
      return around(shape.path, places, (path) => ['path', { ...filled, d: `${traced(path)}z` }]);
    case 'band':
      return ['path', { ...filled, d: columns(shape.columns) }];
    case 'stroke': {
      const { width, dash, offset } = shape;
      const dashed = { ...(dash.length > 0 && { 'stroke-dasharray': dash.join(' ') }), ...(offset && { 'stroke-dashoffset': offset }) };
      const attributes = { ...drawn, ...(width !== 1 && { 'stroke-width': width }), ...dashed };
      const draw = (/** @type {(number | null)[]} */ path) => /** @type {Node} */ (['path', { ...attributes, d: traced(path) }]);
      return shape.inBox ? draw(shape.path) : around(shape.path, places, draw);
    }
  }
}

/**
 * Draws a path of fixed size around its last point.
 * @param {(number | null)[]} path
 * @param {Places} places
 * @param {(path: (number | null)[]) => Node} draw
 * @returns {Node}
 */
function around(path, places, draw) {
  const { nested, left, top } = places.around(Number(path[path.length - 2]), Number(path[path.length - 1]));
  const node = draw(path.map((at, i) => (at === null ? null : tenth(at - (i % 2 ? top : left)))));
  return nested ? ['svg', nested, node] : node;
}

/** @param {number[]} all x, top, height, … */
function columns(all) {
  let text = '';
  for (let i = 0; i < all.length; i += 3) text += `M${all[i]} ${all[i + 1]}h1v${all[i + 2]}h-1z`;
  return text;
}

/** Writes a path briefly: with relative steps, of which those along one axis are merged. @param {(number | null)[]} path */
function traced(path) {
  let text = '';
  let pen = false;
  let [left, top] = [0, 0];
  /** It is the current step along one axis, which the next one may extend. */
  let straight = { letter: '', by: 0 };
  const move = (/** @type {string} */ letter, /** @type {number} */ by) => {
    const goesOn = letter === straight.letter && by > 0 === straight.by > 0;
    if (!goesOn && straight.letter) text += straight.letter + straight.by;
    straight = { letter, by: goesOn ? tenth(straight.by + by) : by };
  };
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [path[i], path[i + 1]];
    if (x === null || y === null) {
      pen = false;
      continue;
    }
    const [across, down] = [tenth(x - left), tenth(y - top)];
    [left, top] = [x, y];
    // A step to the same place would keep the ones beside it apart.
    if (pen && down === 0 && across === 0) continue;
    if (pen && down === 0) move('h', across);
    else if (pen && across === 0) move('v', down);
    else {
      move('', 0);
      text += pen ? `l${across} ${down}` : `M${x} ${y}`;
    }
    pen = true;
  }
  move('', 0);
  return text;
}
