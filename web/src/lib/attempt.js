// One attempt at loading a part of the script or the words. The build adds the text `etaAgain` to the addresses of parts (bundle.mjs): a
// browser keeps a part that was cut, and one that hangs, under its address for as long as the page is open.

/** A server that has not sent a part after this many milliseconds is not waited for. */
const patience = 15_000;

let attempts = 0;

/**
 * @template Part
 * @param {() => Promise<Part>} load
 * @param {boolean} again whether an earlier attempt has failed
 * @returns {Promise<Part>} rejects with an error whose `code` is damaged or silent, or with the browser's
 */
export async function attempt(load, again) {
  const all = /** @type {{ etaAgain?: string }} */ (globalThis);
  attempts += 1;
  if (again) all.etaAgain = `?again=${attempts}`;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('no answer'), { code: 'silent' })), patience);
  });
  try {
    return /** @type {Part} */ (await Promise.race([load(), late]));
  } catch (error) {
    // A part that is cut cannot be read; of one that is empty nothing can be taken.
    if (error instanceof SyntaxError || error instanceof Empty) Object.assign(error, { code: 'damaged' });
    throw error;
  } finally {
    clearTimeout(timer);
    delete all.etaAgain;
  }
}

class Empty extends Error {}

/** @template {object} Part @param {Part | undefined} part @returns {Part} which has something in it */
export function whole(part) {
  if (!part || Object.keys(part).length === 0) throw new Empty('the file is empty');
  return part;
}
