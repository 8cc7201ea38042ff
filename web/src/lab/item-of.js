// Reads a run's items, for the fields that show them.

/**
 * Gives the value of a key as printed, and a label as it is.
 * @param {import('./lab.js').Lab} lab
 * @param {number} racer from 1; 0 for a shared item
 * @param {string} key
 * @returns {string | undefined} undefined when it is not printed
 */
export function itemOf(lab, racer, key) {
  if (!lab.run) return undefined;
  if (key === 'label') return lab.run.racers[Math.max(racer, 1) - 1]?.label || undefined;
  const owner = ownerOf(lab.run, racer, key);
  return lab.run.items.find((item) => item.key === key && item.racer === owner)?.value;
}

/** The keys of a lone racer are shared, except its schedule. @param {import('../lib/run.js').Run} run @param {number} racer @param {string} key */
export function ownerOf(run, racer, key) {
  return run.racers.length > 1 || key === 'schedule' ? racer : 0;
}
