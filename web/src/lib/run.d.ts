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

/** The run after a drag, and η of every update, a racer each. */
export interface Dragged {
  run: Run;
  curves: Float64Array[];
}

export interface CurveQuestion {
  text: string;
  racer: number;
  /** the first update asked for */
  first: number;
  count: number;
  stride: number;
}
