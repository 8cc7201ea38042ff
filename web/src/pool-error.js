// Why a pool cannot do what it is asked.

/** @typedef {import('./types.js').PoolErrorCode} PoolErrorCode */

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
