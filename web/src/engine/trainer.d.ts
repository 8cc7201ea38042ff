// The engine wraps the C++ module: plain values go in and come out.
import type { RacerState, Rows, Samples } from '../lib/rows.js';
import type {
  Checked,
  Compared,
  DragQuestion,
  ExplainQuestion,
  Explanation,
  ExportQuestion,
  Known,
  Problem,
  RatesQuestion,
  Stretch,
  StretchQuestion,
} from '../lib/run.js';

export interface Engine {
  /** Adds the module's secondary file; before that, a call that needs it throws Incomplete. */
  complete(secondary: WebAssembly.Module): void;
  read(text: string): Checked;
  /** Lists what a good run can never come to. */
  warnings(text: string): Problem[];
  /** Says where the racers of a run part from the first; null if there is no such run. */
  compare(text: string): Compared | null;
  /** Gives the run after a handle was dragged, clamped to valid values; null if the handle does not exist. */
  drag(question: DragQuestion): Checked | null;
  explain(question: ExplainQuestion): Known | Explanation;
  /** Writes a racer for elsewhere, as `eta export` does. */
  exported(question: ExportQuestion): string;
  stretch(question: StretchQuestion): Stretch;
  rates(question: RatesQuestion): Float64Array;
  provide(asset: string, bytes: Uint8Array): void;
  has(asset: string): boolean;
  trainer(text: string, racer: number): Trainer;
}

export interface Trainer {
  /** Runs at most `count` updates and returns their rows (copies). */
  advance(count: number): Rows;
  state(): RacerState;
  weights(): Float32Array;
  /** Gives the probability of each class, row after row. */
  probabilities(rows: Float32Array): Float32Array;
  samples(validation: boolean): Samples;
  hash(): string;
  checkpoint(): Uint8Array;
  resume(checkpoint: Uint8Array): boolean;
  delete(): void;
}
