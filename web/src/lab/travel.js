// Goes back and forward in the history of a lab's runs.

/** @typedef {import('./lab.js').Lab} Lab */

/**
 * Undoes gestures, or redoes them.
 * @param {Lab} lab
 * @param {number} by how many: negative to undo
 */
export async function travel(lab, by) {
  const { history } = lab;
  if (lab.dragSession) await lab.dragSession.finish();
  if (by === 0 || !history.has(by)) return;
  const { kind } = history.entries[history.place + Math.max(0, Math.sign(by))].gesture;
  history.place += by;
  history.seal();
  const { text, styles, gesture } = history.entries[history.place];
  history.experiment = gesture.experiment;
  history.travelled = { by, kind };
  lab.notify('history');
  await lab.edit(text, '', () => styles);
}
