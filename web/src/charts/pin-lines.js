// What a chart shows of pinned racers. The code that draws them is fetched with the first of them.

/** @typedef {import('../lab/lab.js').Lab} Lab */
/** @typedef {typeof import('./ghosts.js')} Ghosts */
/** @typedef {ReturnType<Ghosts['accuracyGhosts']>} Pinned */

/** @type {Ghosts | undefined} */
let ghosts;

/** @type {Pinned} */
const none = { points: [], lines: [], labels: [], marks: [] };

/** @param {Pick<Lab, 'pins'>} lab @param {(ghosts: Ghosts) => Pinned} draw */
export function pinnedOf(lab, draw) {
  if (lab.pins.length === 0) return none;
  if (ghosts) return draw(ghosts);
  import('./ghosts.js').then((chunk) => {
    ghosts = chunk;
    /** @type {Lab} */ (lab).notify('style');
  });
  return none;
}
