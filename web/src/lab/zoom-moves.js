// What keys and gestures do with the visible range: they zoom around an update, pan, and reveal an update.
import { minUpdates, setZoom, visibleRange } from './zoom.js';

/** @typedef {import('./zoom.js').Zoomable} Zoomable */

/**
 * Zooms around the update `at`, which stays where it is.
 * @param {Zoomable} lab
 * @param {number} factor above 1 zooms in
 * @param {number} at
 */
export function zoomBy(lab, factor, at) {
  const { from, to } = visibleRange(lab);
  const by = Math.min(factor, (to - from) / minUpdates);
  setZoom(lab, { from: at - (at - from) / by, to: at + (to - at) / by });
}

/** Pans the range. @param {Zoomable} lab @param {number} by a number of updates, negative to the left */
export function pan(lab, by) {
  if (lab.zoom) setZoom(lab, { from: lab.zoom.from + by, to: lab.zoom.to + by });
}

/** Pans just so far that an update is visible, with a margin. @param {Zoomable} lab @param {number} update */
export function reveal(lab, update) {
  const { from, to } = visibleRange(lab);
  const margin = (to - from) / 10;
  if (update < from) pan(lab, update - margin - from);
  if (update > to) pan(lab, update + margin - to);
}

/**
 * Gives the update around which keys zoom: the cursor when it is visible, else the centre.
 * @param {Zoomable & { cursor: number | null }} lab
 */
export function focusOf(lab) {
  const { from, to } = visibleRange(lab);
  const { cursor } = lab;
  return cursor !== null && cursor >= from && cursor <= to ? cursor : (from + to) / 2;
}
