// This is the C++ module's interface from embind; only engine.js calls it.
/** `instantiate` replaces WebAssembly.instantiate (build-scripts/cmake/glue.js); the promise never settles when it rejects. */
export type CreateEta = (options: { instantiate: (imports: WebAssembly.Imports) => Promise<WebAssembly.Instance> }) => Promise<EtaModule>;

export interface EtaModule {
  read(text: string): string;
  /** Lists what the run can never come to, as problems. */
  warnings(text: string): string;
  /** Says where the racers of a run part from the first; '' if there is no such run. */
  compare(text: string): string;
  drag(text: string, handle: number, t: number, eta: number): string;
  /** Gives a racer's formula and sums for t < 0, else why its rate is what it is at t; '' for an invalid text or racer. */
  explain(text: string, racer: number, t: number, factor: number): string;
  /** Writes a racer for elsewhere, as `eta export --to TO` does; '' for an invalid text, racer or exporter. */
  exported(text: string, racer: number, to: string): string;
  /** The number of texts that have been bound. */
  readings(): number;
  // Arrays are views into WebAssembly memory.
  /** An empty path means the rate. It consumes the factors. cpp/bindings/queries.hpp describes the layout of the result. */
  stretch(text: string, racer: number, path: string, from: number, to: number, points: number): Float64Array;
  /** Allocates the input buffer, which the next `stretch`, `provide`, `probabilities` or `resume` consumes. */
  allocate(bytes: number): Uint8Array;
  provide(asset: string): void;
  has(asset: string): boolean;
  /** Starts a trainer and returns its number, by which the other functions find it. */
  start(text: string, racer: number): number;
  dispose(trainer: number): void;
  advance(trainer: number, count: number): number;
  /** Lists the registry's columns of telemetry as JSON. */
  columns(): string;
  column(trainer: number, key: string): Float32Array;
  factors(trainer: number): Float64Array;
  state(trainer: number): string;
  weights(trainer: number): Float32Array;
  /** Consumes rows of inputs, and gives the class probabilities of each. */
  probabilities(trainer: number): Float32Array;
  inputs(trainer: number, validation: boolean): Float32Array;
  classes(trainer: number, validation: boolean): Int32Array;
  hash(trainer: number): string;
  checkpoint(trainer: number): Uint8Array;
  resume(trainer: number): boolean;
}
