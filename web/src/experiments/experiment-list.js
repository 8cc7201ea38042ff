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
  conventions: () => import('./conventions.js'),
  cut: () => import('./cut.js'),
};

/** This many experiments are in the header; the rest are behind “More”. */
export const first = 3;

/**
 * Gives the run that an experiment opens.
 * @param {string} key
 * @returns {Promise<string>} '' where there is no such experiment, where it has no run, and where it does not load
 */
export async function runOf(key) {
  const load = Object.hasOwn(experiments, key) ? experiments[key] : null;
  const module = await load?.().catch(() => null);
  return module?.experiment?.run ?? '';
}
