// A module that wasm-split has parted in two: the second part comes in the middle of the call that first needs it.

/**
 * @param {WebAssembly.Module} first
 * @param {WebAssembly.Imports} imports
 * @param {() => BufferSource} fetchSecondary gives its bytes at once; what it throws goes through the call
 * @returns {Promise<WebAssembly.Instance>}
 */
export async function instantiateSplit(first, imports, fetchSecondary) {
  // What was taken out is an import, named after its place in the table; there the second part puts the function itself.
  const placeholder = new Proxy({}, { get: (_, place) => fetching(Number(place)) });
  const instance = await WebAssembly.instantiate(first, { ...imports, placeholder });
  const table = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Table);
  let whole = false;
  /** @param {number} place @returns {(...args: unknown[]) => unknown} */
  function fetching(place) {
    return (...args) => {
      if (!whole) new WebAssembly.Instance(new WebAssembly.Module(fetchSecondary()), { primary: instance.exports });
      whole = true;
      return table?.get(place)(...args);
    };
  }
  return instance;
}
