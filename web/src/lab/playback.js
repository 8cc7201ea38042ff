// How fast a finished or running race is shown: the whole of it in some six seconds, or as fast as it is computed.

/** Milliseconds in which a race is played at speed 1. */
export const playTime = 6000;
export const speeds = [0.25, 0.5, 1, 2, 4];

/** Work (weights × batch × updates, of all racers) up to which a race is computed at once: about two seconds on one slow core. */
const smallWork = 2e9;

/** @param {import('../lib/run.js').Run} run */
export function isSmall(run) {
  return run.racers.reduce((sum, racer) => sum + racer.weights * racer.batch * racer.updates, 0) <= smallWork;
}

/**
 * Where the playhead stands after `passed` ms; it never overtakes what has been trained.
 * @param {{ playhead: number, passed: number, speed: number, updates: number, trained: number }} at
 */
export function advance({ playhead, passed, speed, updates, trained }) {
  // A hidden page's frames come late: a longer pause than this is not made up for.
  const wanted = playhead + (Math.min(passed, 250) / playTime) * speed * updates;
  return Math.max(playhead, Math.min(wanted, trained, updates));
}
