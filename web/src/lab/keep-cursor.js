// The reader may keep the cursor at an update: it comes back there whenever nothing else is pointed at, until it is freed.

/** Keeps the cursor at an update; null frees it. @param {import('./lab.js').Lab} lab @param {number | null} update */
export function keepCursor(lab, update) {
  lab.kept = null;
  lab.setCursor(update);
  lab.kept = lab.cursor;
  lab.notify('cursor');
}
