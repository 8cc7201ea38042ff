// The engine: the C++ module as plain values in and plain values out.
import type { RacerState, Rows, Samples } from '../lib/rows.js';
import type { Checked, DragQuestion, RatesQuestion, Stretch, StretchQuestion } from '../lib/run.js';

export interface Engine {
  read(text: string): Checked;
  /** The run after a handle was dragged, held to what is allowed; null if there is no such handle. */
  drag(question: DragQuestion): Checked | null;
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
  /** The probability of each class, row after row. */
  probabilities(rows: Float32Array): Float32Array;
  samples(validation: boolean): Samples;
  hash(): string;
  checkpoint(): Uint8Array;
  resume(checkpoint: Uint8Array): boolean;
  delete(): void;
}
