// What a text means: its problems, or its run with racers and handles.
// Racers are counted from 1, updates from 0; offsets into texts are UTF-16 (as String.slice takes them).

/** What is wrong and where: text.slice(from, to). `values` fill the places of its sentence, which is among the words. */
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

/** `key=value` of a run; racer 0 is shared. */
export interface Item {
  key: string;
  value: string;
  racer: number;
}

export interface Racer {
  label: string;
  /** canonical text of the schedule */
  schedule: string;
  /** key of the schedule when it is a single call or name, else '' */
  name: string;
  lr: number;
  batch: number;
  updatesPerEpoch: number;
  /** T of this racer */
  updates: number;
  /** updates between two measurements of validation; need not be whole */
  evaluate: number;
  /** what may end it before its last update: a key of the stop rules */
  stop: string;
  /** its rate has a factor that is only known once it has trained */
  listens: boolean;
  /** number of weights */
  weights: number;
  /** widths of all layers, input and output included */
  widths: number[];
  /** updates where a segment begins or ends */
  boundaries: number[];
  /** what was given for this racer alone, schedule and label apart */
  own: Item[];
  tree: Tree;
}

/** A text without problems. */
export interface Run {
  /** canonical text of the whole run */
  text: string;
  /** as printed, in order */
  items: Item[];
  steps: number;
  /** all racers have the same start and the same batches */
  fair: boolean;
  seed: number;
  /** `asset` is '' when no bytes are needed */
  data: { key: string; asset: string; samples: number; inputs: number; classes: number; training: number; validation: number };
  racers: Racer[];
  /** where its numbers stand on the curves, in the order in which `drag` counts them from 0 */
  handles: Handle[];
}

/** A number of the run as a place on a racer's curve; racer 0: the base rate that all share. */
export interface Handle {
  racer: number;
  /** what it moves: 'lr', 'schedule.every schedule.factor', 'schedule.at.2' */
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

/** Handle number `handle` of the text's run is to stand at (t, eta). */
export interface DragQuestion {
  text: string;
  handle: number;
  t: number;
  eta: number;
}

/** What is asked for of each curve with a text: all of it in at most `points` pairs (0: no curves), and the part from `from` to before `to` too. */
export interface CurveRange {
  points?: number;
  from?: number;
  to?: number;
}

/** A text that was read: what is wrong with it, or its run and, of each racer, its whole curve and the part that was asked for. */
export interface Reading extends Checked {
  curves: Stretch[][];
}

/** A racer's curve. `factors` are those of its listener, update, factor, …, ascending; by default each is 1. */
export interface CurveSource {
  text: string;
  racer: number;
  factors?: Float64Array;
}

/** At most `points` pairs from `from` to before `to`. */
export interface StretchQuestion extends CurveSource {
  from: number;
  to: number;
  points: number;
}

/** η at these updates. */
export interface RatesQuestion extends CurveSource {
  updates: number[];
}

/** Of finite values above 0: `least` is ∞ and `greatest` 0 when there are none; `zero`: there is a 0 among all values. */
export interface Extent {
  least: number;
  greatest: number;
  zero: boolean;
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
