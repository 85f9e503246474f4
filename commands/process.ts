import { log } from "~/platform/log.server";
import { NeedsPerson } from "~/platform/needs-person";
import { settings } from "~/platform/settings.server";

/** Exit code for what a person must mend; starting again would not help. */
export const needsPerson = 78;

/** Ends a command that failed: with its sentence when a person can mend it, else with the whole error. */
export function endWith(error: unknown): never {
  console.error(error instanceof NeedsPerson ? error.message : error);
  process.exit(error instanceof NeedsPerson ? needsPerson : 1);
}

interface Running {
  /** Aborted when the process is asked to stop. */
  readonly stopping: AbortSignal;
  /** Tells the supervisor, when there is one. */
  readonly announce: (word: "ready") => void;
  /** Ends the process because of a failure. */
  readonly fail: (error: unknown) => void;
}

/**
 * The life of one process: check the settings, start, wait for Ctrl-C or SIGTERM, finish what is
 * in flight, end. What a person must mend is one sentence and exit code 78; anything else is
 * logged and exit code 1.
 * @param start returns how to finish what is in flight
 */
export async function runProcess(part: "web" | "worker", start: (running: Running) => Promise<() => Promise<void>>): Promise<void> {
  process.env["CANDOUR_PART"] = part;
  const stop = new AbortController();
  const asked = new Promise<void>((resolve) => stop.signal.addEventListener("abort", () => resolve()));
  // Asked twice, by the terminal and by the supervisor, it stops once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
  // A supervisor that was killed cannot ask: its closed channel does.
  process.on("disconnect", () => stop.abort());
  const fail = (error: unknown): void => {
    if (error instanceof NeedsPerson) endWith(error);
    log.error(`${part} failed`, { error });
    process.exit(1);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    settings();
    const finish = await start({ stopping: stop.signal, announce: (word) => process.send?.(word), fail });
    await asked;
    log.info(`${part} is stopping`);
    await finish();
    process.exit(0);
  } catch (error) {
    fail(error);
  }
}
