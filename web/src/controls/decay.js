// Lowers the rate now, at the playhead: what was pressed is kept as part of the schedule, and the race goes on from there.
import { compose, raceItems } from '../lab/run-text.js';

/**
 * @param {import('../lab/lab.js').Lab} lab
 * @param {number} racer 0: all of them
 * @returns {Promise<number | null>} the first update with the lower rate; null: the race stood at an end, and is played for the next press
 */
export async function decayNow(lab, racer) {
  const { run, update } = lab;
  if (!run || update === 0 || update >= lab.updates) {
    if (!lab.playing) lab.play();
    return null;
  }
  const items = raceItems(run).map((item) => {
    const mine = item.key === 'schedule' && (racer === 0 || item.racer === racer);
    return mine ? { ...item, value: `(${item.value}) * where(t < ${update}, 1, 0.1)` } : item;
  });
  await lab.edit(compose(items).text);
  lab.playhead = update;
  lab.play();
  return update;
}
