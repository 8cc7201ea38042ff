// Why a pool cannot do what it is asked.

/** @typedef {'no_wasm' | 'no_simd' | 'forbidden' | 'unreachable' | 'died' | 'closed'} PoolErrorCode no_wasm: the browser has none; no_simd: it cannot compile this one; forbidden: the page's policy lets none run; unreachable: a file did not arrive; died: workers die again and again */

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
 * @param {unknown} error
 * @param {PoolErrorCode} code unless it has one
 */
export function poolError(error, code) {
  return error instanceof PoolError ? error : new PoolError(code, String(error));
}
