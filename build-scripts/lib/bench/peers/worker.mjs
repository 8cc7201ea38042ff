// Runs in a worker of its own for each library, as the page trains in workers.

/**
 * Answers messages, each of which is the name of a function and its arguments.
 * @param {import('./peer.js').Peer & Record<string, any>} peer
 */
export function serve(peer) {
  /** @type {Record<string, (...args: any[]) => unknown>} */
  const functions = {
    ...peer,
    losses: (start, updates) => losses(peer, start, updates),
    measure: (start, seconds) => measure(peer, start, seconds),
  };
  self.onmessage = async ({ data: [name, ...args] }) => {
    try {
      self.postMessage({ value: await functions[name](...args) });
    } catch (error) {
      self.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
}

/**
 * The loss in the first and in the last of some updates.
 * @param {import('./peer.js').Peer} peer
 * @param {import('./peer.js').Start} start
 * @param {number} updates
 */
async function losses(peer, start, updates) {
  const training = await peer.make(start);
  const first = await training.run(1);
  const last = await training.run(updates - 1);
  training.delete();
  return { first, last };
}

/**
 * Trains a network anew. It is trained before for two thirds of the time, in which everything is compiled.
 * @param {import('./peer.js').Peer} peer
 * @param {import('./peer.js').Start} start
 * @param {number} seconds
 * @returns {Promise<{ rate: number }>} updates a second
 */
async function measure(peer, start, seconds) {
  const training = await peer.make(start);
  await training.run(3);
  let updates = 1;
  let rate = 0;
  // The last of these runs took at least a third of the time, and those before it as much together.
  for (let spent = 0; spent < seconds / 3; updates *= 2) {
    spent = await timed(training, updates);
    rate = updates / spent;
  }
  const count = Math.max(1, Math.round(rate * seconds));
  const spent = await timed(training, count);
  training.delete();
  return { rate: count / spent };
}

/** @param {import('./peer.js').Training} training @param {number} updates @returns {Promise<number>} seconds */
async function timed(training, updates) {
  const start = performance.now();
  await training.run(updates);
  return (performance.now() - start) / 1000;
}
