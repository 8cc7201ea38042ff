// What is found out about a curve once, so that a long one need not be looked through for every frame: blocks to thin it by, and its extent, its drops.
import { Blocks } from '../lib/blocks.js';
import { findDrops } from '../lib/discontinuities.js';

/**
 * @typedef {object} Extent of finite values above 0
 * @property {number} least ∞ when there is none
 * @property {number} greatest 0 when there is none
 * @property {boolean} zero whether there is a 0 among the values
 */

/** @typedef {{ blocks: Blocks, extent: Extent, drops: number[] }} Summary drops: where it falls by a jump */

/** @type {WeakMap<Float64Array, Summary>} */
const summaries = new WeakMap();

/** Values looked through in one go: a few milliseconds. */
const chunkSize = 100_000;

/** Makes the summary of a curve in portions, between which the page can answer. @param {Float64Array} curve that will not change */
export async function summarise(curve) {
  const blocks = new Blocks();
  const extent = { least: Number.POSITIVE_INFINITY, greatest: 0, zero: false };
  /** @type {number[]} */
  const drops = [];
  for (let from = 0; from < curve.length; from += chunkSize) {
    if (from > 0) await new Promise((next) => setTimeout(next));
    blocks.grow(curve.subarray(0, Math.min(curve.length, from + chunkSize)));
    widen(extent, curve, from, Math.min(curve.length, from + chunkSize));
    findDrops(curve, from, Math.min(curve.length, from + chunkSize), drops);
  }
  summaries.set(curve, { blocks, extent, drops });
}

/** @param {Float64Array} curve that has been summarised @returns {Summary} */
export function summaryOf(curve) {
  const summary = summaries.get(curve);
  if (!summary) throw new Error('this curve has not been summarised');
  return summary;
}

/** @param {Float64Array[]} curves that have been summarised @param {Extent} [also] @returns {Extent} of all of them */
export function extentOf(curves, also) {
  const all = [...curves.map((curve) => summaryOf(curve).extent), ...(also ? [also] : [])];
  return {
    least: Math.min(...all.map(({ least }) => least)),
    greatest: Math.max(0, ...all.map(({ greatest }) => greatest)),
    zero: all.some(({ zero }) => zero),
  };
}

/**
 * @param {Extent} extent
 * @param {ArrayLike<number>} values
 * @param {number} from
 * @param {number} to
 */
export function widen(extent, values, from, to) {
  for (let i = from; i < to; i++) {
    const value = values[i];
    if (value === 0) extent.zero = true;
    if (!(value > 0) || value === Number.POSITIVE_INFINITY) continue;
    if (value < extent.least) extent.least = value;
    if (value > extent.greatest) extent.greatest = value;
  }
}
