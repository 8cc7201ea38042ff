// Writes pinned racers as texts of their own, as a link and the browser's history keep them.
import { printed, raceItems } from './run-text.js';

/** Gives the text of a run in which a racer is alone. @param {import('../lib/run.js').Run} run @param {number} racer from 1 */
function loneText(run, racer) {
  const items = raceItems(run);
  const own = items.filter((item) => item.racer === racer);
  // A racer's own value replaces the one that all share.
  const shared = items.filter((item) => item.racer === 0 && !own.some(({ key }) => key === item.key));
  return printed([...shared, ...own]);
}

/** @param {Pick<import('./lab.js').Lab, 'pins'>} lab */
export const pinTexts = ({ pins }) => pins.map(({ run, racer }) => loneText(run, racer));
