/**
 * What crates/rollscope-wasm exports, as wasm-bindgen writes it for the target `web`.
 * Every answer is the JSON text of a type in answers.ts; a failure is thrown with a message.
 */
export declare class Session {
  constructor();
  /** A source starts. */
  begin(name: string): void;
  /** Bytes of it. */
  feed(chunk: Uint8Array): void;
  /** Decodes it and finds its objects. */
  end(): void;
  /** Reads objects worth about `budget` bytes: `Progress`. */
  step(budget: number): string;
  /** `Overview` with the workloads from `offset` on, at most `limit` of them. */
  overview(offset: number, limit: number): string;
  /** `History` with the revisions from `offset` on, at most `limit` of them. */
  history(id: string, offset: number, limit: number): string;
  /** `Diff`; -1 is the live template. */
  diff(id: string, from: number, to: number): string;
  /** `Undo`; 0 is the revision before. */
  undo(id: string, revision: number): string;
  /** YAML text; -1 is the live object. */
  manifest(id: string, revision: number): string;
  /** As `kubectl rollout history --revision` prints it. */
  describe(id: string, revision: number): string;
  free(): void;
}

/** Makes the core ready from the bytes of its binary. */
export declare function initSync(options: { module: BufferSource }): unknown;
