// Shapes are placed in an SVG in pixels, or fluidly. A fluid drawing has no fixed size: what is in the box of the axes stretches with it,
// what is beside the box keeps its distance from it.
import { tenth } from './make-shape.js';

/** @typedef {import('./shapes.js').Layout} Layout */
/** @typedef {Record<string, string | number>} Attributes */

/**
 * @typedef {object} Places
 * @property {Attributes} root
 * @property {Attributes} box of a nested SVG, which clips its content
 * @property {(x: number, y: number) => Attributes} text
 * @property {(x: number, y: number) => Attributes} circle
 * @property {(x: number, y: number) => { nested: Attributes | null, left: number, top: number }} around a nested SVG at this point, null
 *   if none is needed; left and top: its origin in the layout
 */

/** @param {Layout} layout @returns {Places} */
export function pixelPlaces({ width, height, box }) {
  // A line along the edge of the box keeps its width.
  const clip = { x: box.left - 2, y: box.top - 2, width: tenth(box.width + 4), height: tenth(box.height + 3) };
  return {
    root: { width, height, viewBox: `0 0 ${width} ${height}` },
    box: { ...clip, viewBox: `${clip.x} ${clip.y} ${clip.width} ${clip.height}` },
    text: (x, y) => ({ x, y }),
    circle: (cx, cy) => ({ cx, cy }),
    around: () => ({ nested: null, left: 0, top: 0 }),
  };
}

/** The origin is that of the box, which fills its container. @param {Layout} layout @returns {Places} */
export function fluidPlaces({ box }) {
  const across = (/** @type {number} */ x) => sharedOut(x, box.left, box.width);
  const down = (/** @type {number} */ y) => sharedOut(y, box.top, box.height);
  return {
    root: { width: '100%', height: '100%', overflow: 'visible' },
    box: { width: '100%', height: '100%', viewBox: `${box.left} ${box.top} ${box.width} ${box.height}`, preserveAspectRatio: 'none' },
    text: (x, y) => ({
      x: across(x).share,
      ...(across(x).beside && { dx: across(x).beside }),
      y: down(y).share,
      ...(down(y).beside && { dy: down(y).beside }),
    }),
    circle: (cx, cy) => ({ cx: across(cx).share, cy: down(cy).share }),
    around: (x, y) => ({
      nested: { x: across(x).share, y: down(y).share, overflow: 'visible' },
      left: x - across(x).beside,
      top: y - down(y).beside,
    }),
  };
}

/** Splits a position into a share of the box and pixels beside it. @param {number} at @param {number} from @param {number} extent */
function sharedOut(at, from, extent) {
  const within = Math.max(from, Math.min(from + extent, at));
  return { share: `${Math.round(((within - from) / extent) * 1e4) / 100}%`, beside: tenth(at - within) };
}
