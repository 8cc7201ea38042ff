// The module is split into two files: wasm-split leaves in the primary one what a first visit calls, and moves all else into a secondary
// one. The page fetches that one ahead; a call that needs it sooner cannot wait within the module, so it throws and the worker is replaced.

/** A call needs the secondary file, which has not come yet. The module's state is undefined afterwards, as after a trap. */
export class Incomplete extends Error {}

/**
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 * @returns {Promise<{ instance: WebAssembly.Instance, complete: (secondary: WebAssembly.Module) => void }>}
 */
export async function instantiate(module, imports) {
  // A moved function is imported from `placeholder` by its index in the table; the secondary file writes it there.
  const placeholder = new Proxy({}, { get: (_, index) => stand(Number(index)) });
  const instance = await WebAssembly.instantiate(module, { ...imports, placeholder });
  const table = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Table);
  let isWhole = false;
  /** @param {number} index @returns {(...args: unknown[]) => unknown} */
  function stand(index) {
    return (...args) => {
      if (!isWhole) throw new Incomplete('the secondary file has not come');
      return table?.get(index)(...args);
    };
  }
  const complete = (/** @type {WebAssembly.Module} */ secondary) => {
    if (!isWhole) new WebAssembly.Instance(secondary, { primary: instance.exports });
    isWhole = true;
  };
  return { instance, complete };
}
