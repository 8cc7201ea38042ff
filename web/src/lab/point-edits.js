// Points of a drawn schedule as text: written anew, one more, one less.
import { setItem } from './edits.js';
import { readCall } from './run-text.js';

/** @typedef {import('../lib/run.js').Tree} Tree */

/** As many as the core takes. */
export const maxPoints = 32;

/** The first `points` of a schedule. @param {Tree} tree @returns {Tree | null} */
function pointsIn(tree) {
  if ((tree.op === 'call' || tree.op === 'name') && tree.text === 'points') return tree;
  for (const child of tree.children) {
    const found = pointsIn(child);
    if (found) return found;
  }
  return null;
}

/**
 * On the handle of a point: plus or Insert puts another between it and the next one, Delete takes it away.
 * @param {import('./setting.js').Setting} setting
 * @param {import('../lib/run.js').Handle} handle
 * @param {string} key
 * @returns {boolean} whether the key was for this
 */
export function editPoints({ lab }, { racer, path }, key) {
  const more = key === '+' || key === 'Insert';
  const less = key === 'Delete' || key === 'Backspace';
  const point = Number(/^schedule\.at\.(\d+)$/.exec(path)?.[1] ?? 0);
  const { run } = lab;
  const own = run?.racers[racer - 1];
  const node = own ? pointsIn(own.tree) : null;
  if (!run || !own || !node || point === 0 || !(more || less)) return false;
  const stand = run.handles.filter((each) => each.racer === racer && each.path.startsWith('schedule.at.'));
  const { args } = readCall(own.schedule.slice(node.from, node.to));
  const written = args.filter((arg) => arg.key === '').map((arg) => arg.value);
  // The points of a bare `points` are its defaults, which are not written.
  const points = written.length === stand.length ? written : stand.map(({ t, eta }) => `${t}:${eta}`);
  if (more && points.length < maxPoints) {
    const [a, b] = point < stand.length ? [stand[point - 1], stand[point]] : [stand[point - 2], stand[point - 1]];
    if (!a || !b || b.t - a.t < 2) return true;
    const t = Math.round((a.t + b.t) / 2);
    points.splice(stand.indexOf(b), 0, `${t - segmentStart(stand, points)}:${Number(((a.eta + b.eta) / 2).toPrecision(3))}`);
  }
  if (less && points.length > 1) points.splice(point - 1, 1);
  const rest = args.filter((arg) => arg.key !== '').map((arg) => `${arg.key}=${arg.value}`);
  const text = `points(${[...points, ...rest].join(', ')})`;
  setItem(lab, racer, 'schedule', own.schedule.slice(0, node.from) + text + own.schedule.slice(node.to));
  return true;
}

/**
 * Handles stand at updates of the run, points are counted from where their segment begins: seen from the first that is a plain number.
 * @param {import('../lib/run.js').Handle[]} stand
 * @param {string[]} points
 */
function segmentStart(stand, points) {
  const plain = points.findIndex((point) => /^\d+:/.test(point));
  return plain < 0 ? 0 : stand[plain].t - Number.parseInt(points[plain], 10);
}
