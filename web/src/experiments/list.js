// The experiments that have an address of their own, each a module that is fetched when it is opened. A new one is a line here.

/** @typedef {{ element: HTMLElement, close: () => void }} Opened */
/** @typedef {(setting: import('../charts/figure.js').Setting) => Opened} Open */

/** @type {Record<string, () => Promise<{ open: Open }>>} */
export const experiments = { articles: () => import('./articles.js') };
