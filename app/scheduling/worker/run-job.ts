import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

import { SchedulingInputError } from "../input-error";
import type { JobName, Progress } from "./jobs";
import type { Reply, Request } from "./messages";

export type JobOptions = {
  /** Milliseconds from the call to the answer; the best found so far is returned. Omit for no limit. */
  timeLimitMs?: number | undefined;
  /** The same seed gives the same answer, unless a time limit cuts the search short. Default 1. */
  seed?: number | undefined;
  /** Stops the work and rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
};

/** What the worker is worth after the limit: solvers look at the clock, this is for when one does not. */
const graceMs = 400;
/** After this many answers a worker is replaced: WebAssembly memory only ever grows. */
const answersPerWorker = 2000;
const largestMemory = 600 * 1024 * 1024;
const mostIdle = 2;

type Kept = { worker: Worker; answers: number };
const idle: Kept[] = [];

/**
 * Runs a question in a worker thread. The result is what the job returned or, when the hard limit
 * struck, the best it had reported (undefined when there was none).
 * @throws SchedulingInputError when the input is refused; the signal's reason when cancelled.
 */
export async function runJob(job: JobName, input: unknown, options: JobOptions): Promise<unknown> {
  options.signal?.throwIfAborted();
  const kept = idle.pop() ?? start();
  const { worker } = kept;
  worker.ref();
  const shared = new SharedArrayBuffer(4);
  const endsAt = options.timeLimitMs === undefined ? null : Date.now() + options.timeLimitMs;
  return new Promise((resolve, reject) => {
    let best: unknown;
    let timer: NodeJS.Timeout | undefined;
    let settled = false;
    const release = (healthy: boolean): void => {
      settled = true;
      clearTimeout(timer);
      // Only our own listeners: the thread's message port hangs on others.
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      options.signal?.removeEventListener("abort", cancel);
      if (healthy && kept.answers < answersPerWorker && idle.length < mostIdle) {
        worker.unref();
        idle.push(kept);
      } else {
        void worker.terminate();
      }
    };
    const cancel = (): void => {
      if (settled) return;
      Atomics.store(new Int32Array(shared), 0, 1);
      // The thread is ended as well: cancelled work stops even inside a long solver call.
      release(false);
      reject(options.signal?.reason instanceof Error ? options.signal.reason : new DOMException("The search was cancelled.", "AbortError"));
    };
    options.signal?.addEventListener("abort", cancel, { once: true });
    if (options.timeLimitMs !== undefined) {
      timer = setTimeout(() => {
        if (settled) return;
        release(false);
        resolve(best);
      }, options.timeLimitMs + graceMs);
    }
    const onMessage = (reply: Reply): void => {
      switch (reply.kind) {
        case "ready":
          return;
        case "progress":
          best = reply.best;
          options.onProgress?.(reply.progress);
          return;
        case "done":
          kept.answers++;
          release(reply.memoryBytes < largestMemory);
          resolve(reply.result);
          return;
        case "refused":
          release(true);
          reject(new SchedulingInputError(reply.field, reply.message));
          return;
        case "failed":
          release(false);
          reject(new Error(reply.message));
      }
    };
    const onError = (error: unknown): void => {
      release(false);
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const onExit = (code: number): void => {
      if (settled) return;
      release(false);
      reject(new Error(`The scheduling worker ended with code ${code}.`));
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage({ job, input, endsAt, seed: options.seed ?? 1, cancelled: shared } satisfies Request);
  });
}

/** Ends the idle workers, for tests and for a tidy shutdown. */
export async function closeWorkers(): Promise<void> {
  await Promise.all(idle.splice(0).map(({ worker }) => worker.terminate()));
}

function drop(kept: Kept): void {
  const at = idle.indexOf(kept);
  if (at >= 0) idle.splice(at, 1);
}

function start(): Kept {
  // The bootstrap brings its own loader: what this process was started with must not run twice.
  const kept: Kept = { worker: new Worker(bootstrapFile(), { execArgv: [] }), answers: 0 };
  // A thread that fails while idle is forgotten, so that the next question starts another.
  kept.worker.on("error", () => drop(kept));
  kept.worker.on("exit", () => drop(kept));
  return kept;
}

/** Beside this file when run from source; from the project's folder when bundled into a server. */
function bootstrapFile(): string {
  const beside = import.meta.url.startsWith("file:") ? join(dirname(fileURLToPath(import.meta.url)), "bootstrap.mjs") : "";
  const fromRoot = join(process.cwd(), "app", "scheduling", "worker", "bootstrap.mjs");
  const found = [beside, fromRoot].find((file) => file !== "" && existsSync(file));
  if (!found) throw new Error(`The scheduling worker was not found at ${fromRoot}.`);
  return found;
}
