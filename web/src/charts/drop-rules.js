// Hairlines where a racer's rate drops by a jump, so that the eye goes from the drop to what comes after it.
import { endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { lastUpTo } from '../lib/search.js';
import { dashOf, inkOf } from './racer-style.js';

/** Closer than so many pixels they would be a pattern. */
const room = 16;

/** Those of a racer that has come so far; none where they are too dense. @param {import('./racer-lines.js').ShownLab} lab @param {number} width @returns {import('./figure-data.js').Rule[]} */
export function dropRules(lab, width) {
  const { from, to } = visibleRange(lab);
  return lab.curves.flatMap((curve, i) => {
    const drops = curve.dropsIn({ from, to });
    const end = Math.min(to, lab.playhead, endOf(lab, i + 1)?.update ?? to);
    const seen = Array.from(drops.subarray(lastUpTo(drops, from) + 1, lastUpTo(drops, end) + 1));
    if (seen.length * room > width) return [];
    return seen.map((x) => ({ x, ink: inkOf(i + 1), opacity: 0.5, dash: dashOf(i + 1) }));
  });
}
