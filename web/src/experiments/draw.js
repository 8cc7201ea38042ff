// Draw the rate by hand against the cosine.

/** @type {import('./types.js').Experiment} */
export const experiment = { run: 'schedule=cosine', tasks: [], draws: true };
