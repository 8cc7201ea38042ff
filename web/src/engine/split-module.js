// The module's file is the first of two: wasm-split has left in it what a first visit calls, and put all else into a second file beside it,
// which is fetched in the middle of the call that first needs it. Nobody else in the page knows that; a file that is whole works too.

/**
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 * @param {string} url the address that the module's file came from
 * @returns {Promise<WebAssembly.Instance>} a call into it throws when the second file does not arrive
 */
export async function instantiate(module, imports, url) {
  // A function that was taken out is imported from `placeholder`, named after its place in the table; there the second file puts it.
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

/** The bytes of a file, at once: in a worker this keeps nobody waiting but it. @param {string} url @returns {ArrayBuffer} */
function fetchSync(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (!/^2/.test(String(request.status))) throw new Error(`${url}: ${request.status}`);
  return request.response;
}
