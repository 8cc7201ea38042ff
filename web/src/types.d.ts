// The types that the page and the window-less core share: what the engine answers, what a race tells, what workers say to each other.
// Racers are counted from 1, updates from 0; offsets into texts are UTF-16 (as String.slice takes them); shares are 0…1.

// ---- what the registry says (describe) --------------------------------------------------------------------------------------------
export type ParamType = 'number' | 'integer' | 'length' | 'flag' | 'choice' | 'schedule' | 'numbers' | 'lengths' | 'points';

/** One parameter of a registered thing. `initial` is text in the language of runs ("0.1", "10%", "lr"). */
export interface Param {
  key: string;
  symbol: string;
  unit: 'none' | 'rate' | 'updates' | 'samples';
  type: ParamType;
  /** of numbers, integers, lengths and points */
  min?: number;
  max?: number;
  initial: string;
  scale: 'linear' | 'log';
  /** of choices and flags */
  choices?: string[];
}

/** One registered thing. `role` belongs to schedules, `text` to presets, `asset` and `validation` (the default) to data sets. */
export interface Entry {
  key: string;
  role?: 'formula' | 'combinator' | 'listener';
  text?: string;
  asset?: string;
  validation?: string;
  params: Param[];
}

/** One of a run's own keys (data, hidden, lr, …). `kind` names the registry its value comes from; `shared`: the same for all racers. */
export interface RunKey {
  key: string;
  type: 'integer' | 'widths' | 'number' | 'interval' | 'validation' | 'schedule' | 'text' | 'call' | 'choice';
  initial: string;
  min?: number;
  max?: number;
  scale: 'linear' | 'log';
  kind?: string;
  choices?: string[];
  shared: boolean;
}

/** What the page asks for; the words stand in a file for each language, under keys such as `schedule.cosine.name`. */
export interface Describe {
  kinds: Record<string, Entry[]>;
  keys: RunKey[];
}

export interface PrintedEntry extends Omit<Entry, 'params'> {
  name: string;
  summary: string;
  source: string;
  /** of conventions */
  rows?: object[];
  params: (Param & { help: string })[];
}

/** All that `eta describe` prints, in English. */
export interface Printed {
  kinds: Record<string, PrintedEntry[]>;
  keys: (RunKey & { name: string; help: string })[];
  functions: { key: string; arity: number }[];
  names: string[];
  problems: { code: string; sentence: string }[];
  columns: { key: string; name: string; unit: string }[];
  limits: Record<string, number>;
}

// ---- what a text means (check) ------------------------------------------------------------------------------------------------------
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

// ---- what a run has done ------------------------------------------------------------------------------------------------------------
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

/** Told after a racer's telemetry or state has changed. None is called after dispose(). */
export interface RaceHooks {
  onProgress?: (racer: number) => void;
  /** once per racer, after its last onProgress */
  onEnd?: (racer: number) => void;
  /** its worker died; it goes on from its last checkpoint on another one (telemetry stays) */
  onReplaced?: (racer: number) => void;
}

// ---- engine (the only JavaScript that knows embind) ---------------------------------------------------------------------------------
export interface Engine {
  check(text: string): Checked;
  /** The text after a handle was dragged, held to what is allowed; '' if there is no such handle. */
  drag(question: DragQuestion): string;
  curve(question: CurveQuestion): Float64Array;
  provide(asset: string, bytes: Uint8Array): void;
  has(asset: string): boolean;
  trainer(text: string, racer: number): Trainer;
}

export interface Trainer {
  /** Runs at most `count` updates and returns their rows (copies). */
  advance(count: number): Rows;
  state(): RacerState;
  weights(): Float32Array;
  /** The probability of each class, row after row. */
  probabilities(rows: Float32Array): Float32Array;
  samples(validation: boolean): Samples;
  hash(): string;
  checkpoint(): Uint8Array;
  resume(checkpoint: Uint8Array): boolean;
  delete(): void;
}

// ---- what the page builds on --------------------------------------------------------------------------------------------------------
/** `const { pool, leave } = joinPool()` (host.js): one pool for all elements of a page; it ends a moment after the last has left. */
export interface PoolMembership {
  pool: PoolLike;
  leave(): void;
}

/**
 * pool.js: `ready` settles once the desk can answer; `close()`. What rejects is a PoolError, whose `code` the page puts in words.
 */
export type PoolLike = import('./pool.js').Pool;

/** 'no_wasm': the browser has none; 'no_simd': it cannot compile this one; 'forbidden': the page's policy lets none run; 'unreachable': a file did not arrive; 'died': workers die again and again; 'closed'. */
export type PoolErrorCode = 'no_wasm' | 'no_simd' | 'forbidden' | 'unreachable' | 'died' | 'closed';

/**
 * desk.js: `new Desk(pool)`, one per element. Of each kind of question only the newest is answered; an older one resolves null.
 * Curves of different `slot`s (by default: of different racers) do not displace one another.
 */
export interface DeskLike {
  check(text: string): Promise<Checked | null>;
  drag(question: DragQuestion): Promise<Dragged | null>;
  /** η at first, first + stride, …; the text must be without problems. */
  curve(question: CurveQuestion & { slot?: string }): Promise<Float64Array | null>;
  close(): void;
}

/** race.js: `new Race(pool, run, hooks)` with the `run` of a Checked. Nothing is trained before trainTo. */
export interface RaceLike {
  run: Run;
  /** Lets every racer train up to `update` updates in all; returns at once. Lower or higher later; what is done stays done. */
  trainTo(update: number): void;
  /** Every racer stops where it is (within some 10 ms). */
  stop(): void;
  telemetry(racer: number): Telemetry;
  state(racer: number): RacerState;
  /** 16 hex digits over the bits of the weights as they are when it answers; equal to `eta train` at the end. */
  hash(racer: number): Promise<string>;
  weights(racer: number): Promise<Float32Array>;
  /** As it was after `update` updates, bit for bit; of one that has not come so far, as it is. */
  model(racer: number, update: number, rows: Float32Array): Promise<Model>;
  /** What it is validated with, or trained. */
  samples(racer: number, validation: boolean): Promise<Samples>;
  /** Resolves when no racer has anything left to do: each has ended or reached the target. */
  settled(): Promise<void>;
  dispose(): void;
}

// address.js
//   readAddress(hash, ownKeys) → { text, own: Map<string, string> }       hash with or without '#'
//   writeAddress(textOrItems, own, ownKeys) → string without '#'          items: { key, value }[]
// decimate.js
//   decimate(values, buckets, { from?, to?, xs?, first?, stride?, blocks? }) → { x: number[], y: (number | null)[] }   at most ~4 points per bucket
//   new Blocks()  .grow(values)                                            makes repeated decimation of a growing column cheap
// statistics.js
//   lastPart(values, share = 0.2) → number[];  median(values), spread(values) (90 % quantile − 10 % quantile) → number, NaN when empty
// numbers.js
//   readable(value, { digits = 3, language = 'en' })  "0.0072", "1.2×10⁻⁸";  percent(share, { digits = 1, language });  whole(value, { language });  tick(value)
