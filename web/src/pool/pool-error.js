// The reasons for which a pool fails.

/**
 * @typedef {'no_wasm' | 'no_simd' | 'forbidden' | 'unreachable' | 'died' | 'closed'} PoolErrorCode
 * no_wasm: the browser has no WebAssembly; no_simd: it cannot compile this module; forbidden: the page's policy allows none;
 * unreachable: a file could not be loaded; died: workers crash again and again; closed: the pool was closed
 */

export class PoolError extends Error {
  /**
   * @param {PoolErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * Makes any error a PoolError.
 * @param {unknown} error
 * @param {PoolErrorCode} code for an error that has none
 */
export function poolError(error, code) {
  return error instanceof PoolError ? error : new PoolError(code, String(error));
}
