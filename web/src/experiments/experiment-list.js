// The experiments, in the order of the menu: each is a module, fetched when it is opened, and a line here; what it says
// begins with `experiment.` (its name) and `experiments.` in web/words.

/** @type {Record<string, () => Promise<import('./experiment.js').Module>>} */
export const experiments = {
  draw: () => import('./draw.js'),
  articles: () => import('./articles.js'),
  noise_floor: () => import('./noise-floor.js'),
  plateau: () => import('./plateau.js'),
  adaptive: () => import('./adaptive.js'),
  generalise: () => import('./generalise.js'),
};

/** This many experiments are in the header; the rest are behind “More”. */
export const first = 3;
