// What the pool and its workers say to each other, and what each needs of its surroundings.

import type { RacerState, Rows } from './rows.js';
import type { CurveQuestion, DragQuestion } from './run.js';

/** A question that a worker answers once; those with `run` are about a run that was started there. */
export type Question =
  | { kind: 'check'; text: string }
  | ({ kind: 'curve' } & CurveQuestion)
  | ({ kind: 'drag' } & DragQuestion)
  | SessionQuestion;

export type SessionQuestion = { session: number } & SessionRequest;
/** What may be asked about one run: about what it is now, or was after `update` updates. */
export type SessionRequest =
  | { kind: 'hash' }
  | { kind: 'weights' }
  | { kind: 'samples'; validation: boolean }
  | { kind: 'model'; update: number; rows: Float32Array };

export type ToWorker =
  /** `secondary`: where the module's second part is, if it has been parted */
  | { type: 'open'; wasm: WebAssembly.Module | ArrayBuffer; secondary?: string }
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
  | { type: 'dead'; message: string };

/** What the pool needs of a Worker; a browser's Worker is one. */
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

/** Where a pool gets what it needs; `host.js` gives the browser's. */
export interface PoolEnvironment {
  startWorker(): WorkerLike;
  /** The module, compiled once for all workers. */
  loadWasm(): Promise<WebAssembly.Module>;
  /** the address of the module's second part, if it has been parted */
  secondary?: string;
  /** The bytes of a data set; called once for each. */
  loadAsset(asset: string): Promise<Uint8Array>;
  /** Workers that train, at most. */
  limit: number;
  /** The page's policy has refused to start a worker. */
  isForbidden?(): boolean;
}
