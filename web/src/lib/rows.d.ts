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
  updates: { [key: string]: Float32Array };
  evaluations: ColumnGroup;
  epochs: ColumnGroup;
  /** all of them; before the first it is 1 */
  factors: Factor[];
}

/** What a rate is multiplied by from an update on. */
export interface Factor {
  update: number;
  factor: number;
}
