// The module is split into two files: wasm-split leaves in the primary one what a first visit calls, and moves all else into a secondary
// one, which is fetched during the first call that needs it. The rest of the page does not depend on that; a module in one file works too.

/**
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 * @param {string} url the address of the module's file
 * @returns {Promise<WebAssembly.Instance>} a call into it throws when the secondary file does not arrive
 */
export async function instantiate(module, imports, url) {
  // A moved function is imported from `placeholder` by its index in the table; the secondary file writes it there.
  const placeholder = new Proxy({}, { get: (_, index) => loaderFor(Number(index)) });
  const instance = await WebAssembly.instantiate(module, { ...imports, placeholder });
  const table = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Table);
  let isWhole = false;
  /** @param {number} index @returns {(...args: unknown[]) => unknown} */
  function loaderFor(index) {
    return (...args) => {
      if (!isWhole) new WebAssembly.Instance(new WebAssembly.Module(fetchSync(secondaryOf(url))), { primary: instance.exports });
      isWhole = true;
      return table?.get(index)(...args);
    };
  }
  return instance;
}

/** @param {string} url such as https://example.org/lab/eta.wasm */
const secondaryOf = (url) => url.replace(/\.wasm$/, '.secondary.wasm');

/** Fetches a file synchronously, which in a worker blocks only the worker. @param {string} url @returns {ArrayBuffer} */
function fetchSync(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (!/^2/.test(String(request.status))) throw new Error(`${url}: ${request.status}`);
  return request.response;
}
