import type { Session } from 'rollscope-wasm';

/** One thing to read, with the name that diagnostics give it. */
export interface Input {
  name: string;
  data: Blob;
}

/** One of the inputs that could not be read, or not to its end. */
export interface Unread {
  /** Its place among the inputs. */
  index: number;
  /** How many of its bytes were read all the same. */
  bytes: number;
  reason: string;
}

/** How far reading has come. */
export interface Reading {
  /** `load` while bytes go to the core, `read` while it makes objects of them, `look` while it finds out how each rollout stands. */
  phase: 'load' | 'read' | 'look';
  bytes: number;
  bytesTotal: number;
  objects: number;
  /** What is being loaded. */
  name: string;
}

/** What the worker hands on to the core as it is. Answers are text, so that a long one crosses as one string. */
export type Questions = Pick<Session, 'overview' | 'history' | 'diff' | 'undo' | 'describe' | 'manifest'>;

/** What the page asks the worker. */
export interface Calls extends Questions {
  start(wasm: ArrayBuffer): void;
  /** Reads the inputs; with `add`, beside what was read before. Tells which of them it could not read. */
  read(inputs: Input[], add: boolean): Unread[];
}

export type Method = keyof Calls;

export interface Request<M extends Method = Method> {
  id: number;
  method: M;
  args: Parameters<Calls[M]>;
}

/** `crashed` says that the core trapped: nothing it would answer afterwards can be trusted. */
export type Reply = { id: number; result: unknown } | { id: number; error: string; crashed: boolean } | { id: number; progress: Reading };
