import type { JobName, Progress } from "./jobs";

export type Request = {
  job: JobName;
  input: unknown;
  /** Wall clock (milliseconds since 1970) after which to answer with the best so far; null for no limit. */
  endsAt: number | null;
  seed: number;
  /** One shared integer, 1 once the caller has cancelled. */
  cancelled: SharedArrayBuffer;
};

export type Reply =
  | { kind: "ready" }
  | { kind: "progress"; progress: Progress; best: unknown }
  | { kind: "done"; result: unknown; memoryBytes: number }
  | { kind: "refused"; field: string; message: string }
  | { kind: "failed"; message: string };
