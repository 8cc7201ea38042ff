// What is wrong with the arrows between folders: circles, pairs that need each other, arrows that do not lead down.

/** @typedef {Record<string, string[]>} Edges; the folders that a folder needs, besides itself */

/** @param {Edges} edges @returns {string[][]} each circle once, from its first folder in the order of the alphabet */
export function circles(edges) {
  /** @type {string[][]} */
  const found = [];
  /** @param {string} first @param {string[]} way */
  const follow = (first, way) => {
    for (const to of edges[way[way.length - 1]] ?? []) {
      if (to === first) found.push(way);
      else if (to > first && !way.includes(to)) follow(first, [...way, to]);
    }
  };
  for (const first of Object.keys(edges).sort()) follow(first, [first]);
  return found;
}

/** @param {Edges} edges @returns {string[][]} each two folders that include or import each other */
export const mutualPairs = (edges) => circles(edges).filter((circle) => circle.length === 2);

/** The floor of each folder: 0 for one that needs no other, else one above the highest that it needs.
 * @param {Edges} table without a circle @returns {Record<string, number>} */
export function floorsOf(table) {
  /** @type {Record<string, number>} */
  const floors = {};
  /** @param {string} folder @returns {number} */
  const floor = (folder) => {
    floors[folder] ??= Math.max(-1, ...(table[folder] ?? []).map(floor)) + 1;
    return floors[folder];
  };
  for (const folder of Object.keys(table)) floor(folder);
  return floors;
}

/** @param {Edges} edges @param {Record<string, number>} floors @returns {string[][]} the arrows that do not lead down */
export const arrowsUp = (edges, floors) =>
  Object.entries(edges).flatMap(([from, all]) => all.filter((to) => !(floors[to] < floors[from])).map((to) => [from, to]));
