import { Logger, parseCronItems, run, type CronItem, type TaskList } from "graphile-worker";
import { pool } from "./db.server";
import { log } from "./log.server";
import { Prisma } from "./prisma-client/client";

export type { CronItem, TaskList } from "graphile-worker";

interface Job {
  readonly task: string;
  /** Becomes JSON; identifiers only, never content. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Jobs with the same key replace each other while they wait. */
  readonly key?: string;
  /** Not before this moment; at once when absent. */
  readonly runAt?: Date;
  /** Tries before the job is left as failed; the wait between them grows exponentially. Default 25. */
  readonly maxAttempts?: number;
}

/**
 * SQL that adds a job, for use inside the caller's own transaction or statement: the job then
 * exists exactly when the caller's rows do. It is an expression that gives the job's id.
 *
 * @example await tx.$queryRaw`SELECT ${addJobSql({ task: "send-email", payload: { id } })}`
 */
export function addJobSql({ task, payload, key, runAt, maxAttempts }: Job): Prisma.Sql {
  // Every parameter is cast: in a prepared statement PostgreSQL cannot guess which overload is meant.
  return Prisma.sql`(graphile_worker.add_job(
    ${task}::text,
    payload => ${JSON.stringify(payload)}::json,
    run_at => ${runAt ?? null}::timestamptz,
    max_attempts => ${maxAttempts ?? null}::int,
    job_key => ${key ?? null}::text
  )).id`;
}

/** Adds one job outside a transaction. */
export async function addJob(job: Job): Promise<void> {
  const { text, values } = Prisma.sql`SELECT ${addJobSql(job)}`;
  await pool.query(text, values as unknown[]);
}

interface RunOptions {
  readonly taskList: TaskList;
  readonly crontab?: readonly CronItem[];
  readonly concurrency: number;
  /** Stops taking jobs; those in flight are finished. */
  readonly signal: AbortSignal;
}

/**
 * Works through the jobs until the signal comes. Resolves when the last job in flight is done.
 * @throws when the queue itself can no longer work, for instance because its tables are gone
 */
export async function runJobs({ taskList, crontab = [], concurrency, signal }: RunOptions): Promise<void> {
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems([...crontab]),
    concurrency,
    // LISTEN/NOTIFY wakes the worker at once; polling is for jobs whose time has come.
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: jobLogger,
  });
  // The end of the last job is written down by stop(); the runner's own promise may resolve before that.
  let stopped: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    stopped = runner.stop().catch(() => undefined);
  };
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  runner.events.on("job:error", ({ job, error }) => {
    log.warn("job failed", { task: job.task_identifier, job: String(job.id), attempt: job.attempts, error });
  });
  try {
    await runner.promise;
    await stopped;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** The queue's own words name addresses and payloads: only that something went wrong is passed on. */
const jobLogger = new Logger(() => (level) => {
  if (level === "error") log.warn("job queue trouble", {});
});
