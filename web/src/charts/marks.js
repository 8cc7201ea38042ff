// Marks over the lines show where one grows, where one ended, where a listener changed the rate, and which letter a pinned one has.
import { baseline, strokeShape, tenth, textShape } from './make-shape.js';

/** A cross is twice as wide as an arm, a bar twice as high as this. */
const arm = 4.5;
const bar = 7;

/** @param {import('./figure-data.js').Mark} mark @param {import('./layout.js').Scales} scales @returns {import('./shapes.js').Shape} */
export function markShape(mark, { box, ...scales }) {
  const { ink, kind, text = '' } = mark;
  const x = scales.x(mark.x);
  const y = Math.max(box.top, Math.min(box.top + box.height, scales.y(mark.y)));
  const cross = [x - arm, y - arm, x + arm, y + arm, Number.NaN, Number.NaN, x - arm, y + arm, x + arm, y - arm];
  switch (kind) {
    case 'letter':
      return textShape(text, x - 2, y - 2 + baseline.bottom, { ink, anchor: 'end' });
    case 'drop':
      return { kind: 'triangle', path: [x - 5, y - 12, x + 5, y - 12, x, y - 4].map(tenth), ink };
    case 'end':
      return strokeShape(cross, { ink, width: 2 });
    case 'stop':
      return strokeShape([x, y - bar, x, y + bar], { ink, width: 2 });
    default:
      return { kind: 'circle', x: tenth(x), y: tenth(y), radius: kind === 'ring' ? 7.5 : 3.5, filled: kind === 'dot', ink };
  }
}
