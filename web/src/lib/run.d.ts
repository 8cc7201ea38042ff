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
  /** Whether the run is good all the same. */
  warning?: boolean;
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
  /** What the page calls it in place of its schedule's name; the text does not say it. */
  title?: string;
  /** The schedule's canonical text. */
  schedule: string;
  /** The schedule's key if it is a single call or name, else ''. */
  name: string;
  lr: number;
  /** Samples in an update; of a batch that changes the largest. */
  batch: number;
  /** It is 0 where the batch changes. */
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
  /** The paths of its other numbers that are scheduled: `opt.momentum`, `batch`, `schedule.2`. */
  scheduled: string[];
  /** The racer's own items, except its schedule. */
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

/**
 * What is asked for of each curve with a text: all of it in at most `points` pairs (0: no curves), and the part from `from` to before `to`
 * too.
 */
export interface CurveRange {
  points?: number;
  from?: number;
  to?: number;
}

/** A text that was read: what is wrong with it, or its run and, of each racer, its whole curve and the part that was asked for. */
export interface Reading extends Checked {
  curves: Stretch[][];
}

/**
 * A racer's curve, or that of another number of it that is scheduled: its `path`. `factors` are those of its listener, update, factor, …,
 * ascending; by default each is 1.
 */
export interface CurveSource {
  text: string;
  racer: number;
  path?: string;
  factors?: Float64Array;
}

/** At most `points` pairs from `from` to before `to`. */
export interface StretchQuestion extends CurveSource {
  from: number;
  to: number;
  points: number;
}

/** Without `t` what is known of a racer's schedule is asked for; with it, why η is what it is there, with that factor of a listener. */
export interface ExplainQuestion {
  text: string;
  racer: number;
  t?: number;
  factor?: number;
}

/** A racer (from 1) as an exporter of the registry writes it. */
export interface ExportQuestion {
  text: string;
  racer: number;
  to: string;
}

/** A schedule as one formula, which is null where there is none; what it spends, null where there is no such update. */
export interface Known {
  schedule: string;
  formula: { text: string; tex: string; mathml: string } | null;
  sums: {
    sum: number;
    squares: number;
    /** the constant rate of the same sum */
    equal: number;
    peak: number;
    /** the update from which it is at most half its peak, for good */
    half: number | null;
    half_epochs: number | null;
    jump: { t: number; from: number; to: number } | null;
    /** the moment, between two updates, from which it is at most half its peak for good */
    half_life: number | null;
    half_life_epochs: number | null;
  };
}

/** The steps to the rate at t; places are bytes of `schedule`. */
export interface Explanation {
  schedule: string;
  t: number;
  eta: number;
  steps: Problem[];
  layers: { layer: number; eta: number; steps: Problem[] }[];
  numbers: { path: string; value: number; steps: Problem[] }[];
}

/** η at these updates. */
export interface RatesQuestion extends CurveSource {
  updates: number[];
}

/** `min` and `max` are those of the finite values above 0, and ∞ and 0 without any; `hasZero` says whether a 0 is among all values. */
export interface Extent {
  min: number;
  max: number;
  hasZero: boolean;
}

/** η from `from` to before `to`. */
export interface Stretch {
  from: number;
  to: number;
  /** as asked for; when they are as many as the updates, there is a pair for every update */
  points: number;
  extent: Extent;
  /** how many updates there are at which it falls by a jump, and the first of them */
  dropCount: number;
  drops: Float64Array;
  /** exact pairs, ascending in t, the first and the last update among them */
  t: Float64Array;
  eta: Float64Array;
}

/** A number of a racer that a framework has otherwise than it is declared. `written`: the text says it, and no convention. */
export interface FrameworkNumber {
  key: string;
  /** '' where the number is that of the key itself */
  entry: string;
  param: string;
  here: string;
  plain: string;
  written: boolean;
}

/** What a racer's convention sets, and where its rate parts from the first racer's, which has no `rate`. */
export interface Comparison {
  convention: string;
  updates: number;
  numbers: FrameworkNumber[];
  /** At so many `updates` in `count` ranges, of which the first are listed with both ends; most at `t`. */
  rate?: { updates: number; count: number; parts: [number, number][]; t: number; here: number; first: number };
}

export interface Compared {
  text: string;
  racers: Comparison[];
}
