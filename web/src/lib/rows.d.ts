// What a racer reports while it trains. Updates are counted from 0, shares are 0…1.

/** '' while it can go on; 'finished'; what stopped being finite; the stop rule that ended it; 'failed': see `failure`. */
export type Ended = '' | 'finished' | 'loss' | 'gradient' | 'weights' | 'rate' | 'updates' | 'early' | 'target' | 'failed';

export interface RacerState {
  /** updates done */
  update: number;
  /** updates in all (T) */
  updates: number;
  ended: Ended;
  /** the update whose weights were put back at the end; -1: none were */
  restored: number;
  /** why, when it has failed */
  failure?: PoolErrorCode;
}

/** Of the validation samples; of the training samples too where the run says measure=both, else these two are empty. */
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

/** The rows of some updates `from` … `from + batchLoss.length − 1`, and the evaluations made among them. */
export interface Rows {
  from: number;
  batchLoss: Float32Array;
  gradientNorm: Float32Array;
  updateNorm: Float32Array;
  /** `update[i]`: number of updates after which loss[i] and accuracy[i] were measured on the validation part */
  evaluations: Evaluations;
  /** what its rate is multiplied by from an update on: update, factor, update, factor, … */
  factors: Float64Array;
  /** `update[i]`: updates done when an epoch was whole; means over its samples, each measured before the update that it took part in */
  epochs: Epochs;
}

/** Rows of inputs one after the other, and the class of each. */
export interface Samples {
  inputs: Float32Array;
  classes: Int32Array;
}

/** A racer as it was after `update` updates. The weights are one flat vector: a layer's weights, those of an input together, then its biases. */
export interface Model {
  update: number;
  weights: Float32Array;
  hash: string;
  /** of the rows that were asked about */
  probabilities: Float32Array;
}

/** One racer's telemetry so far. All are views that grow: read them again after each onProgress, do not keep or change them. */
export interface Telemetry {
  /** index = update */
  batchLoss: Float32Array;
  gradientNorm: Float32Array;
  updateNorm: Float32Array;
  evaluations: Evaluations;
  epochs: Epochs;
  /** all of them; before the first it is 1 */
  factors: Factor[];
}

/** What a rate is multiplied by from an update on. */
export interface Factor {
  update: number;
  factor: number;
}
