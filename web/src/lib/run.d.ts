// The meaning of a text: its problems, or its run with racers and handles.
// Racers are counted from 1, updates from 0; offsets into texts are UTF-16 (as String.slice takes them).

/** A problem at text.slice(from, to). `values` fill the placeholders of its sentence, which is among the words. */
export interface Problem {
  code: string;
  key: string;
  from: number;
  to: number;
  values: string[];
  sentence: string;
}

/** A node of a schedule; offsets are into that racer's `schedule`. */
export interface Tree {
  op: string;
  text: string;
  from: number;
  to: number;
  children: Tree[];
}

/** One `key=value` of a run; racer 0 is for shared items. */
export interface Item {
  key: string;
  value: string;
  racer: number;
}

export interface Racer {
  label: string;
  /** The schedule's canonical text. */
  schedule: string;
  /** The schedule's key if it is a single call or name, else ''. */
  name: string;
  lr: number;
  batch: number;
  updatesPerEpoch: number;
  /** The racer's number of updates, T. */
  updates: number;
  /** The number of updates between two evaluations, which may be fractional. */
  evaluate: number;
  /** The stop rule that may end it before its last update. */
  stop: string;
  /** Whether the schedule has a listener, whose factors are known only after training. */
  listens: boolean;
  /** The number of weights. */
  weights: number;
  /** The widths of all layers, input and output included. */
  widths: number[];
  /** The updates where a segment begins or ends. */
  boundaries: number[];
  /** The racer's own items, except schedule and label. */
  own: Item[];
  tree: Tree;
}

/** A text without problems. */
export interface Run {
  /** The run's canonical text. */
  text: string;
  /** The items in the order in which they are printed. */
  items: Item[];
  steps: number;
  /** Whether all racers have the same start and the same batches. */
  fair: boolean;
  seed: number;
  /** The data set; `asset` is '' when it needs no bytes. */
  data: { key: string; asset: string; samples: number; inputs: number; classes: number; training: number; validation: number };
  racers: Racer[];
  /** The numbers that can be dragged on the curves, in the order in which `drag` counts them from 0. */
  handles: Handle[];
}

/** A number of the run as a point on a racer's curve; racer 0 is for the shared base rate. */
export interface Handle {
  racer: number;
  /** The parameters that it sets: 'lr', 'schedule.every schedule.factor', 'schedule.at.2'. */
  path: string;
  t: number;
  eta: number;
  moves_t: boolean;
  moves_eta: boolean;
  scale_t: 'linear' | 'log';
  scale_eta: 'linear' | 'log';
}

/** `run` is null exactly when there are problems. */
export interface Checked {
  problems: Problem[];
  run: Run | null;
}

/** Handle number `handle` of the text's run is dragged to (t, eta). */
export interface DragQuestion {
  text: string;
  handle: number;
  t: number;
  eta: number;
}

/** The run after a drag, and each racer's η of every update. */
export interface Dragged {
  run: Run;
  curves: Float64Array[];
}

export interface CurveQuestion {
  text: string;
  racer: number;
  /** The first requested update. */
  first: number;
  count: number;
  stride: number;
}
