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

/** Columns of equal lengths, by the keys of the registry's `columns`; those that the run does not measure are empty. */
export interface ColumnGroup {
  /** The updates done when a row was measured. It stands in evaluations and epochs; the rows of updates are one after the other. */
  update: Float32Array;
  [key: string]: Float32Array;
}

/** The rows of some updates, and what was measured among them. */
export interface Rows {
  /** the first update; there are as many as rows in `updates` */
  from: number;
  updates: { [key: string]: Float32Array };
  /** of the validation samples, and of the training samples where the run says measure=both */
  evaluations: ColumnGroup;
  /** of whole epochs */
  epochs: ColumnGroup;
  /** what its rate is multiplied by from an update on: update, factor, update, factor, … */
  factors: Float64Array;
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
  updates: { [key: string]: Float32Array };
  evaluations: ColumnGroup;
  epochs: ColumnGroup;
  /** all of them; before the first it is 1 */
  factors: Factor[];
}

/** A factor of the rate from an update on. */
export interface Factor {
  update: number;
  factor: number;
}
