// The messages between the pool and its workers, and what each needs of its environment.

import type { RacerState, Rows } from './rows.js';
import type { CurveRange, DragQuestion, ExplainQuestion, ExportQuestion, RatesQuestion, StretchQuestion } from './run.js';

/** A question that a worker answers once. Those with `session` concern a session that was started there. */
export type Question =
  | ({ kind: 'read'; text: string } & CurveRange)
  | { kind: 'warnings'; text: string }
  | { kind: 'compare'; text: string }
  | ({ kind: 'drag' } & DragQuestion & CurveRange)
  | ({ kind: 'explain' } & ExplainQuestion)
  | ({ kind: 'exported' } & ExportQuestion)
  | ({ kind: 'stretch' } & StretchQuestion)
  | ({ kind: 'rates' } & RatesQuestion)
  | SessionQuestion;

export type SessionQuestion = { session: number } & SessionRequest;
/** A question about a session: about its current state, or that after `update` updates. */
export type SessionRequest =
  | { kind: 'hash' }
  | { kind: 'weights' }
  | { kind: 'samples'; validation: boolean }
  | { kind: 'model'; update: number; rows: Float32Array };

/** The module as the page has loaded it, compiled once for all workers. */
export interface LoadedModule {
  wasm: WebAssembly.Module | ArrayBuffer;
}

export type ToWorker =
  | ({ type: 'open'; secondary?: WebAssembly.Module | null } & LoadedModule)
  | { type: 'complete'; secondary: WebAssembly.Module }
  | { type: 'provide'; asset: string; bytes: Uint8Array }
  | { type: 'ask'; id: number; question: Question }
  | { type: 'start'; session: number; text: string; racer: number; target: number; checkpoint: Uint8Array | null }
  | { type: 'target'; session: number; update: number }
  | { type: 'dispose'; session: number };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'refused'; id: number; message: string }
  | { type: 'unstarted'; session: number; message: string }
  | { type: 'progress'; session: number; rows: Rows; state: RacerState; checkpoint: Uint8Array | null }
  /** A long answer is still being computed. */
  | { type: 'alive' }
  /** A call needed the module's secondary file; like a crash, it ends the worker. */
  | { type: 'incomplete' }
  | { type: 'crashed'; message: string };

/** What the pool needs of a worker; a browser's Worker has it. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
  terminate(): void;
}

/** What a worker needs of its global scope. */
export interface PortLike {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

/** What a pool needs of its environment; browser-host.js implements it for browsers. */
export interface PoolEnvironment {
  startWorker(): WorkerLike;
  // Files are loaded once; after a failure, `again` is true and nothing that was kept is used.
  loadModule(again: boolean): Promise<LoadedModule>;
  /** The module's secondary file, if it has one. */
  loadSecondary?(again: boolean): Promise<WebAssembly.Module>;
  /** The bytes of a data set. */
  loadAsset(asset: string, again: boolean): Promise<Uint8Array>;
  /** The maximal number of workers that train. */
  limit: number;
  /** Whether the page's policy has refused to start a worker. */
  isForbidden?(): boolean;
}
