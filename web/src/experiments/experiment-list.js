// The experiments, in the order of the menu: each is a module, fetched when it is opened, and a line here; its name stands in words/LANG.json,
// all else that it says in words/experiments.LANG.json.

/** @type {Record<string, () => Promise<import('./experiment.js').Module>>} */
export const experiments = {
  draw: () => import('./draw.js'),
  articles: () => import('./articles.js'),
  noise_floor: () => import('./noise-floor.js'),
  plateau: () => import('./plateau.js'),
  adaptive: () => import('./adaptive.js'),
  generalise: () => import('./generalise.js'),
};

/** Those that stand in the header; the rest behind “More”. */
export const first = 3;
