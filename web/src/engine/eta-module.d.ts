// The C++ module as embind gives it; only engine.js calls it.
/** `instantiate` takes the place of WebAssembly.instantiate (build-scripts/cmake/glue.js); the promise never settles when it rejects. */
export type CreateEta = (options: { instantiate: (imports: WebAssembly.Imports) => Promise<WebAssembly.Instance> }) => Promise<EtaModule>;

export interface EtaModule {
  read(text: string): string;
  drag(text: string, handle: number, t: number, eta: number): string;
  /** How many texts have been bound. */
  readings(): number;
  // Arrays are views into WebAssembly memory.
  /** Consumes the factors. What it holds stands in cpp/bindings/queries.hpp. */
  stretch(text: string, racer: number, from: number, to: number, points: number): Float64Array;
  /** Allocates the input buffer: to be written with what the next `stretch`, `provide`, `probabilities` or `resume` consumes. */
  allocate(bytes: number): Uint8Array;
  provide(asset: string): void;
  has(asset: string): boolean;
  /** Starts a trainer and gives its number, which the others take. */
  start(text: string, racer: number): number;
  dispose(trainer: number): void;
  advance(trainer: number, count: number): number;
  /** The columns of telemetry, as the registry lists them. */
  columns(): string;
  column(trainer: number, key: string): Float32Array;
  factors(trainer: number): Float64Array;
  state(trainer: number): string;
  weights(trainer: number): Float32Array;
  /** of each row of inputs */
  probabilities(trainer: number): Float32Array;
  inputs(trainer: number, validation: boolean): Float32Array;
  classes(trainer: number, validation: boolean): Int32Array;
  hash(trainer: number): string;
  checkpoint(trainer: number): Uint8Array;
  resume(trainer: number): boolean;
}
