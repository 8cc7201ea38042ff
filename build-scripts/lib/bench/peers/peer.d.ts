// What the measured libraries have in common.
import type { Samples } from '../../../../web/src/lib/rows.js';

/** A network, and how it is trained. */
export interface Network {
  title: string;
  /** The run for the module: the data set without its arguments, and the rest. */
  data: string;
  run: string;
  /** Its images are replaced by dense random numbers. */
  dense?: boolean;
  widths: number[];
  batch: number;
  act: 'relu' | 'tanh';
  /** One output is a logit of class 1, with binary cross-entropy; several are logits of a softmax with cross-entropy. */
  opt: 'sgd' | 'adam';
  lr: number;
}

/** The same samples and initial weights for everyone; a layer's weights are grouped by input, then come its biases. */
export interface Start extends Samples {
  network: Network;
  /** Only one batch of samples is taken, so that their order does not matter. */
  single: boolean;
  weights: Float32Array;
}

export interface Training {
  /** Trains for so many updates, and gives the last one's mean loss in its batch when all of them are done. */
  run(updates: number): Promise<number>;
  delete(): void;
}

export interface Peer {
  /** Loads the library. */
  open(): Promise<void>;
  make(start: Start): Training | Promise<Training>;
}
