// The C++ module as embind gives it; only engine.js calls it.
export type InstantiateWasm = (
  imports: WebAssembly.Imports,
  done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => object;
export type CreateEta = (options: { instantiateWasm: InstantiateWasm }) => Promise<EtaModule>;

export interface EtaModule {
  check(text: string): string;
  drag(text: string, handle: number, t: number, eta: number): string;
  curve(text: string, racer: number, first: number, count: number, stride: number): Float64Array;
  provide(asset: string, bytes: Uint8Array): void;
  has(asset: string): boolean;
  /** Starts a trainer and gives its number, which the others take. */
  start(text: string, racer: number): number;
  drop(trainer: number): void;
  // Arrays are views into WebAssembly memory.
  advance(trainer: number, count: number): number;
  column(trainer: number, key: string): Float32Array;
  /** a copy */
  factors(trainer: number): Float64Array;
  state(trainer: number): string;
  weights(trainer: number): Float32Array;
  /** of each row of inputs, a copy */
  probabilities(trainer: number, rows: Float32Array): Float32Array;
  inputs(trainer: number, validation: boolean): Float32Array;
  classes(trainer: number, validation: boolean): Int32Array;
  hash(trainer: number): string;
  checkpoint(trainer: number): Uint8Array;
  resume(trainer: number, checkpoint: Uint8Array): boolean;
}
