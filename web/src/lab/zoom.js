// The part of the run that all charts show: zoomed and moved along x, never beyond the run, never closer than a few updates.

/** @typedef {{ from: number, to: number }} Part in updates, not whole */
/** @typedef {Pick<import('./lab.js').Lab, 'part' | 'updates' | 'tell'>} PartOwner */

/** As close as one gets: so many updates from side to side. */
export const closest = 8;

/** What is shown, be it all. @param {Pick<PartOwner, 'part' | 'updates'>} lab @returns {Part} */
export const shownPart = ({ part, updates }) => part ?? { from: 0, to: Math.max(1, updates) };

/**
 * The part as it can be shown; null: that is the whole run.
 * @param {Part} wanted
 * @param {number} updates of the run
 * @returns {Part | null}
 */
export function heldTo({ from, to }, updates) {
  const length = Math.max(closest, to - from);
  if (!(length < updates * (1 - 1e-9))) return null;
  const start = Math.max(0, Math.min(updates - length, (from + to - length) / 2));
  return { from: start, to: start + length };
}

/** @param {PartOwner} lab @param {Part | null} wanted null: the whole run */
export function showPart(lab, wanted) {
  const part = wanted && heldTo(wanted, lab.updates);
  if (part?.from === lab.part?.from && part?.to === lab.part?.to) return;
  lab.part = part;
  lab.tell('part');
}

/** What stands at `at` stays where it is. @param {PartOwner} lab @param {number} factor above 1: closer @param {number} at */
export function zoom(lab, factor, at) {
  const { from, to } = shownPart(lab);
  const by = Math.min(factor, (to - from) / closest);
  showPart(lab, { from: at - (at - from) / by, to: at + (to - at) / by });
}

/** @param {PartOwner} lab @param {number} by updates to the right */
export function pan(lab, by) {
  if (lab.part) showPart(lab, { from: lab.part.from + by, to: lab.part.to + by });
}

/** Moves only so far that an update is seen, a little off the edge. @param {PartOwner} lab @param {number} update */
export function reveal(lab, update) {
  const { from, to } = shownPart(lab);
  const margin = (to - from) / 10;
  if (update < from) pan(lab, update - margin - from);
  if (update > to) pan(lab, update + margin - to);
}

/** Where keys zoom: at the cursor when it is seen, else in the middle. @param {PartOwner & { cursor: number | null }} lab */
export function focusOf(lab) {
  const { from, to } = shownPart(lab);
  const { cursor } = lab;
  return cursor !== null && cursor >= from && cursor <= to ? cursor : (from + to) / 2;
}
