// Playback shows a finished or running race in about six seconds, or as fast as it is computed.

/** The duration of playback at speed 1, in milliseconds. */
export const playTime = 6000;
/** The speeds that the reader can choose. */
export const speeds = [0.25, 0.5, 1, 2, 4];

/** Up to this much work (the sum of weights × batch × updates) a race is computed at once: about two seconds on one slow core. */
const smallWork = 2e9;

/** Whether a race is computed at once, and not only as far as it is played. @param {import('../lib/run.js').Run} run */
export function isSmall(run) {
  return run.racers.reduce((sum, racer) => sum + racer.weights * racer.batch * racer.updates, 0) <= smallWork;
}

/**
 * Gives the playhead after `passed` ms; it is never ahead of training.
 * @param {{ playhead: number, passed: number, speed: number, updates: number, trained: number }} now all but `passed` and `speed` in
 *   updates
 */
export function advance({ playhead, passed, speed, updates, trained }) {
  // The frames of a hidden page come late: after a longer pause, playback continues where it was.
  const target = playhead + (Math.min(passed, 250) / playTime) * speed * updates;
  return Math.max(playhead, Math.min(target, trained, updates));
}
