// The experiments, in the order of the menu. Each is a line here and a module that is loaded when it is opened. Its name is in
// words/LANG.json, its other words are in words/experiments.LANG.json.

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
