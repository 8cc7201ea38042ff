// Edits of a drawn schedule's text by keys: one point more or one less.
import { setItem } from './edits.js';
import { readCall } from './read-call.js';

/** @typedef {import('../lib/run.js').Tree} Tree */

/** The core accepts this many points in a schedule. */
export const maxPoints = 32;

/** Finds the first `points` of a schedule. @param {Tree} tree @returns {Tree | null} */
function pointsIn(tree) {
  if ((tree.op === 'call' || tree.op === 'name') && tree.text === 'points') return tree;
  for (const child of tree.children) {
    const found = pointsIn(child);
    if (found) return found;
  }
  return null;
}

/**
 * Handles a key on a point's handle: plus and Insert add a point between it and the next one, Delete and Backspace remove it.
 * @param {import('./setting.js').Setting} setting
 * @param {import('../lib/run.js').Handle} handle
 * @param {string} key
 * @returns {boolean} whether the key was handled
 */
export function editPoints({ lab }, { racer, path, moves_eta }, key) {
  const adds = key === '+' || key === 'Insert';
  const removes = key === 'Delete' || key === 'Backspace';
  const point = Number(/^schedule\.at\.(\d+)$/.exec(path)?.[1] ?? 0);
  const { run } = lab;
  const own = run?.racers[racer - 1];
  const node = own ? pointsIn(own.tree) : null;
  // The updates of a list of drops are no points.
  if (!run || !own || !node || !moves_eta || point === 0 || !(adds || removes)) return false;
  const handles = run.handles.filter((each) => each.racer === racer && each.moves_eta && each.path.startsWith('schedule.at.'));
  const { args } = readCall(own.schedule.slice(node.from, node.to));
  const written = args.filter((arg) => arg.key === '').map((arg) => arg.value);
  // A bare `points` has its default points, which are not in the text.
  const points = written.length > 0 ? written : handles.map(({ t, eta }) => `${t}:${eta}`);
  // The first point of a factor has no handle, and its numbers are no rates: it takes no point more.
  if (adds && points.length < maxPoints && points.length === handles.length) {
    const [a, b] = point < handles.length ? [handles[point - 1], handles[point]] : [handles[point - 2], handles[point - 1]];
    if (!a || !b || b.t - a.t < 2) return true;
    const t = Math.round((a.t + b.t) / 2);
    points.splice(handles.indexOf(b), 0, `${t - segmentStart(handles, points)}:${Number(((a.eta + b.eta) / 2).toPrecision(3))}`);
  }
  if (removes && points.length > 1) points.splice(point - 1, 1);
  const rest = args.filter((arg) => arg.key !== '').map((arg) => `${arg.key}=${arg.value}`);
  const text = `points(${[...points, ...rest].join(', ')})`;
  setItem(lab, racer, 'schedule', own.schedule.slice(0, node.from) + text + own.schedule.slice(node.to), 'point');
  return true;
}

/**
 * Gives the update at which the segment begins: handles are at updates of the run, points are relative to their segment. The first point
 * that is a plain number shows the difference.
 * @param {import('../lib/run.js').Handle[]} handles
 * @param {string[]} points
 */
function segmentStart(handles, points) {
  const plain = points.findIndex((point) => /^\d+:/.test(point));
  return plain < 0 ? 0 : handles[plain].t - Number.parseInt(points[plain], 10);
}
