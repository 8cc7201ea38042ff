// Hairlines where a racer's rate drops by a jump, so that the eye goes from the drop to what comes after it.
import { endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { lastUpTo } from '../lib/search.js';
import { colours } from './racer-lines.js';
import { dashOf } from './racer-style.js';

/** @typedef {{ x: number, colour: string, dash: number[] }} Rule */

/** Closer than so many pixels they would be a pattern. */
const room = 16;

/** Those of a racer that has come so far; none where they are too dense. @param {import('../lab/setting.js').Setting} setting @param {number} width @returns {Rule[]} */
export function dropRules(setting, width) {
  const { lab } = setting;
  const { from, to } = visibleRange(lab);
  const all = colours(setting);
  return lab.curves.flatMap((curve, i) => {
    const drops = curve.dropsIn({ from, to });
    const end = Math.min(to, lab.playhead, endOf(lab, i + 1)?.update ?? to);
    const seen = Array.from(drops.subarray(lastUpTo(drops, from) + 1, lastUpTo(drops, end) + 1));
    if (seen.length * room > width) return [];
    return seen.map((x) => ({ x, colour: `${all[i]}80`, dash: dashOf(i + 1) }));
  });
}

/** @param {import('./paper.js').Paper} paper @param {Rule[]} rules */
export function drawRules(paper, rules) {
  const { ctx, box } = paper;
  ctx.lineWidth = 1;
  for (const { x, colour, dash } of rules) {
    const left = Math.round(paper.x(x)) + 0.5;
    ctx.strokeStyle = colour;
    ctx.setLineDash(dash);
    ctx.beginPath();
    ctx.moveTo(left, box.top);
    ctx.lineTo(left, box.top + box.height);
    ctx.stroke();
  }
}
