// A racer's reports while it trains. Updates are counted from 0, shares are 0…1.

/** '' while training can continue; 'finished'; what stopped being finite; the stop rule that ended it; 'failed', explained by `failure`. */
export type Ended = '' | 'finished' | 'loss' | 'gradient' | 'weights' | 'rate' | 'updates' | 'early' | 'target' | 'failed';

export interface RacerState {
  /** The number of updates done. */
  update: number;
  /** The number of updates of the whole run (T). */
  updates: number;
  ended: Ended;
  /** The update whose weights were restored at the end; -1 for none. */
  restored: number;
  /** The reason of a failure. */
  failure?: PoolErrorCode;
}

/** Evaluations on the validation samples, with measure=both also on the training samples; else the last two columns are empty. */
export interface Evaluations {
  update: Float32Array;
  loss: Float32Array;
  accuracy: Float32Array;
  trainingLoss: Float32Array;
  trainingAccuracy: Float32Array;
}

export interface Epochs {
  update: Float32Array;
  loss: Float32Array;
  accuracy: Float32Array;
}

/** The rows of the updates `from` … `from + batchLoss.length − 1`, and the evaluations among them. */
export interface Rows {
  from: number;
  batchLoss: Float32Array;
  gradientNorm: Float32Array;
  updateNorm: Float32Array;
  /** After `update[i]` updates loss[i] and accuracy[i] were measured. */
  evaluations: Evaluations;
  /** The listener's factors of the rate, each from an update on: update, factor, update, factor, … */
  factors: Float64Array;
  /** After `update[i]` updates an epoch was complete: means over its samples, each measured before the update that used it. */
  epochs: Epochs;
}

/** Rows of inputs in one array, and the class of each row. */
export interface Samples {
  inputs: Float32Array;
  classes: Int32Array;
}

/**
 * A racer after `update` updates. The weights are one flat vector: each layer's weights, grouped by input, then its biases.
 */
export interface Model {
  update: number;
  weights: Float32Array;
  hash: string;
  /** The probabilities of each class, for each row of the request. */
  probabilities: Float32Array;
}

/** One racer's telemetry so far. Read it again after each onProgress: the columns are views, and must not be kept or changed. */
export interface Telemetry {
  /** The index is the update. */
  batchLoss: Float32Array;
  gradientNorm: Float32Array;
  updateNorm: Float32Array;
  evaluations: Evaluations;
  epochs: Epochs;
  /** All factors; the factor before the first is 1. */
  factors: Factor[];
}

/** A factor of the rate from an update on. */
export interface Factor {
  update: number;
  factor: number;
}
