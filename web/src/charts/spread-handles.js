// Handles whose values are close together stand side by side, so that each can be hit: one moves aside along the axis that it does not
// change, if it can, where it still states its value.

/** @typedef {{ x: number, y: number, moves_t: boolean, moves_eta: boolean }} Place */
/** @typedef {import('./shapes.js').Box} Box */

/** A move along the axis that a handle changes is as bad as one this many times as far along the other. */
const reluctance = 4;

/**
 * Gives how far each handle is moved in pixels: the first of those that overlap stays.
 * @param {Place[]} places
 * @param {number} size of a handle
 * @param {Box} box in which they stay
 * @returns {{ dx: number, dy: number }[]}
 */
export function spreadHandles(places, size, { left, top, width, height }) {
  /** @type {{ x: number, y: number }[]} */
  const taken = [];
  const isFree = (/** @type {{ x: number, y: number }} */ { x, y }) =>
    x >= left &&
    x <= left + width &&
    y >= top &&
    y <= top + height &&
    taken.every((other) => Math.abs(other.x - x) >= size - 1e-6 || Math.abs(other.y - y) >= size - 1e-6);
  return places.map((place) => {
    const { x, y, moves_t, moves_eta } = place;
    const cost = (/** @type {{ x: number, y: number }} */ at) =>
      Math.abs(at.x - x) * (moves_t ? reluctance : 1) + Math.abs(at.y - y) * (moves_eta ? reluctance : 1);
    if (isFree(place)) {
      taken.push(place);
      return { dx: 0, dy: 0 };
    }
    const xs = taken.flatMap((other) => [other.x + size, other.x - size]);
    const ys = taken.flatMap((other) => [other.y + size, other.y - size]);
    const straight = [...xs.map((x) => ({ x, y })), ...ys.map((y) => ({ x, y }))].filter(isFree);
    const free = straight.length > 0 ? straight : xs.flatMap((x) => ys.map((y) => ({ x, y }))).filter(isFree);
    const best = free.reduce((best, at) => (cost(at) < cost(best) ? at : best), free[0] ?? place);
    taken.push(best);
    return { dx: best.x - x, dy: best.y - y };
  });
}
