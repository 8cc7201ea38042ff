// The part of the run that all charts show: zoomed and moved along x, never beyond the run, never closer than a few updates.

/** @typedef {{ from: number, to: number }} ZoomRange in updates, not whole */
/** @typedef {Pick<import('./lab.js').Lab, 'zoom' | 'updates' | 'notify'>} Zoomable */

/** As close as one gets: so many updates from side to side. */
export const minUpdates = 8;

/** What is shown, be it all. @param {Pick<Zoomable, 'zoom' | 'updates'>} lab @returns {ZoomRange} */
export const visibleRange = ({ zoom, updates }) => zoom ?? { from: 0, to: Math.max(1, updates) };

/**
 * The part as it can be shown; null: that is the whole run.
 * @param {ZoomRange} wanted
 * @param {number} updates of the run
 * @returns {ZoomRange | null}
 */
export function clampZoom({ from, to }, updates) {
  const length = Math.max(minUpdates, to - from);
  if (!(length < updates * (1 - 1e-9))) return null;
  const start = Math.max(0, Math.min(updates - length, (from + to - length) / 2));
  return { from: start, to: start + length };
}

/** @param {Zoomable} lab @param {ZoomRange | null} wanted null: the whole run */
export function setZoom(lab, wanted) {
  const part = wanted && clampZoom(wanted, lab.updates);
  if (part?.from === lab.zoom?.from && part?.to === lab.zoom?.to) return;
  lab.zoom = part;
  lab.notify('zoom');
}

/** What stands at `at` stays where it is. @param {Zoomable} lab @param {number} factor above 1: closer @param {number} at */
export function zoomBy(lab, factor, at) {
  const { from, to } = visibleRange(lab);
  const by = Math.min(factor, (to - from) / minUpdates);
  setZoom(lab, { from: at - (at - from) / by, to: at + (to - at) / by });
}

/** @param {Zoomable} lab @param {number} by updates to the right */
export function pan(lab, by) {
  if (lab.zoom) setZoom(lab, { from: lab.zoom.from + by, to: lab.zoom.to + by });
}

/** Moves only so far that an update is seen, a little off the edge. @param {Zoomable} lab @param {number} update */
export function reveal(lab, update) {
  const { from, to } = visibleRange(lab);
  const margin = (to - from) / 10;
  if (update < from) pan(lab, update - margin - from);
  if (update > to) pan(lab, update + margin - to);
}

/** Where keys zoom: at the cursor when it is seen, else in the middle. @param {Zoomable & { cursor: number | null }} lab */
export function focusOf(lab) {
  const { from, to } = visibleRange(lab);
  const { cursor } = lab;
  return cursor !== null && cursor >= from && cursor <= to ? cursor : (from + to) / 2;
}
