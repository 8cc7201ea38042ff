// Hairlines mark the updates where a racer's rate drops by a jump, so that the effect of a drop is easy to see.
import { endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { lastUpTo } from '../lib/search.js';
import { dashOf, inkOf } from './racer-style.js';

/** Hairlines that are closer than this many pixels are left out. */
const minDistance = 16;

/**
 * Gives the hairlines of the drops that the playhead has passed; a racer whose drops are too dense has none.
 * @param {import('./racer-lines.js').ShownLab} lab
 * @param {number} width in pixels
 * @returns {import('./figure-data.js').Rule[]}
 */
export function dropRules(lab, width) {
  const { from, to } = visibleRange(lab);
  return lab.curves.flatMap((curve, i) => {
    const drops = curve.dropsIn({ from, to });
    const end = Math.min(to, lab.playhead, endOf(lab, i + 1)?.update ?? to);
    const seen = Array.from(drops.subarray(lastUpTo(drops, from) + 1, lastUpTo(drops, end) + 1));
    if (seen.length * minDistance > width) return [];
    const style = { ink: inkOf(lab.styles[i]), opacity: 0.5, dash: dashOf(lab.styles[i]) };
    // The first one says what they mean.
    return seen.map((x, nth) => ({ x, ...style, ...(nth === 0 && { text: 'η ↓' }) }));
  });
}
