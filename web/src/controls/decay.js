// Lowers the rate at the playhead: the schedule is multiplied by a factor from that update on, and playback continues from there.
import { compose, raceItems } from '../lab/run-text.js';

/**
 * @param {import('../lab/lab.js').Lab} lab
 * @param {number} racer from 1; 0 lowers the rate of every racer
 * @returns {Promise<number | null>} the first update with the lower rate; null at either end of the run, where playback starts instead
 */
export async function decayNow(lab, racer) {
  const { run, update } = lab;
  if (!run || update === 0 || update >= lab.updates) {
    if (!lab.playing) lab.play();
    return null;
  }
  const items = raceItems(run).map((item) => {
    const applies = item.key === 'schedule' && (racer === 0 || item.racer === racer);
    return applies ? { ...item, value: `(${item.value}) * where(t < ${update}, 1, 0.1)` } : item;
  });
  await lab.edit(compose(items).text, 'decay');
  lab.playhead = update;
  lab.play();
  return update;
}
