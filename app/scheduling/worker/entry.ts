import { parentPort } from "node:worker_threads";

import { SchedulingInputError } from "../input-error";
import { highs } from "../solver/highs";
import { stopAfter } from "../solver/stop";
import { jobs } from "./jobs";
import type { Request, Reply } from "./messages";

const port = parentPort;
if (!port) throw new Error("This file is the body of a worker thread.");

const say = (reply: Reply): void => port.postMessage(reply);
void highs().then(
  () => say({ kind: "ready" }),
  (error: unknown) => say({ kind: "failed", message: String(error) }),
);

port.on("message", (request: Request) => {
  void answer(request);
});

async function answer({ job, input, endsAt, seed, cancelled }: Request): Promise<void> {
  const flag = new Int32Array(cancelled);
  const stop = stopAfter(endsAt === null ? Infinity : endsAt - Date.now(), () => Atomics.load(flag, 0) === 1);
  let reported = 0;
  try {
    const solver = await highs();
    const result = jobs[job](input, {
      solver,
      stop,
      seed,
      report(progress, best) {
        // Pages draw these: more than twenty a second would only queue up. The first and what is proven always go.
        const now = performance.now();
        if (reported > 0 && now - reported < 50 && progress.gap > 0) return;
        reported = now;
        say({ kind: "progress", progress, best });
      },
    });
    say({ kind: "done", result, memoryBytes: solver.memoryBytes });
  } catch (error) {
    if (error instanceof SchedulingInputError) say({ kind: "refused", field: error.field, message: error.message });
    else say({ kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
