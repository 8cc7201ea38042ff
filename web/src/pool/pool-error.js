// The reasons for which a pool fails, or waits.

/**
 * @typedef {'unreachable' | 'status' | 'silent' | 'damaged'} FileErrorCode
 * unreachable: the connection failed; status: the server answered with another status than 200; silent: it does not answer; damaged: what
 * arrived is not the file of this build
 * @typedef {FileErrorCode | 'absent' | 'no_wasm' | 'no_simd' | 'no_worker' | 'forbidden' | 'memory' | 'died' | 'closed' | 'unknown'} PoolErrorCode
 * absent: a script with all files does not hold it; no_wasm: the browser has no WebAssembly; no_simd: it has none with SIMD; no_worker: it starts no workers; forbidden: the page's policy
 * allows none; memory: there is not enough; died: workers end again and again; closed: the pool was closed; unknown: any other error
 */

export class PoolError extends Error {
  /**
   * @param {PoolErrorCode} code
   * @param {string} message
   * @param {Record<string, string | number>} [values] of the sentence: `file` and `status`
   */
  constructor(code, message, values = {}) {
    super(message);
    this.code = code;
    this.values = values;
  }

  /** Whether the reason may pass: a file may arrive when it is asked for again. */
  get mayPass() {
    return 'file' in this.values;
  }
}

/**
 * Makes any error a PoolError.
 * @param {unknown} error
 */
export function poolError(error) {
  if (error instanceof PoolError) return error;
  // A browser tells a lack of memory by a RangeError, or in words.
  return new PoolError(error instanceof RangeError || /memory/i.test(String(error)) ? 'memory' : 'unknown', String(error));
}
