// The C++ module as embind gives it; only engine.js calls it.
export type InstantiateWasm = (
  imports: WebAssembly.Imports,
  done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => object;
export type CreateEta = (options: { instantiateWasm: InstantiateWasm }) => Promise<EtaModule>;

export interface EtaModule {
  describe(): string;
  check(text: string): string;
  drag(text: string, handle: number, t: number, eta: number): string;
  curve(text: string, racer: number, first: number, count: number, stride: number): Float64Array;
  provide(asset: string, bytes: Uint8Array): void;
  has(asset: string): boolean;
  Trainer: new (text: string, racer: number) => EtaTrainer;
}

/** Arrays are views into WebAssembly memory. */
export interface EtaTrainer {
  advance(count: number): number;
  column(key: string): Float32Array;
  /** a copy */
  factors(): Float64Array;
  state(): string;
  weights(): Float32Array;
  /** of each row of inputs, a copy */
  probabilities(rows: Float32Array): Float32Array;
  inputs(validation: boolean): Float32Array;
  classes(validation: boolean): Int32Array;
  hash(): string;
  checkpoint(): Uint8Array;
  resume(checkpoint: Uint8Array): boolean;
  delete(): void;
}
