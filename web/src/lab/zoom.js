// The range of updates that all charts show. It can be zoomed and panned, lies within the run and is at least a few updates long.

/** @typedef {{ from: number, to: number }} ZoomRange in updates, also fractions of one */
/** @typedef {Pick<import('./lab.js').Lab, 'zoom' | 'updates' | 'notify'>} Zoomable */

/** The visible range is at least this many updates long. */
export const minUpdates = 8;

/** Gives the visible range, which may be the whole run. @param {Pick<Zoomable, 'zoom' | 'updates'>} lab @returns {ZoomRange} */
export const visibleRange = ({ zoom, updates }) => zoom ?? { from: 0, to: Math.max(1, updates) };

/**
 * Limits a range to the run and to the minimal length; null when it is the whole run.
 * @param {ZoomRange} range
 * @param {number} updates of the run
 * @returns {ZoomRange | null}
 */
export function clampZoom({ from, to }, updates) {
  const length = Math.max(minUpdates, to - from);
  if (!(length < updates * (1 - 1e-9))) return null;
  const start = Math.max(0, Math.min(updates - length, (from + to - length) / 2));
  return { from: start, to: start + length };
}

/** Shows a range. @param {Zoomable} lab @param {ZoomRange | null} range null shows the whole run */
export function setZoom(lab, range) {
  const clamped = range && clampZoom(range, lab.updates);
  if (clamped?.from === lab.zoom?.from && clamped?.to === lab.zoom?.to) return;
  lab.zoom = clamped;
  lab.notify('zoom');
}
