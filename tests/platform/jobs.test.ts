import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { at, now } from "~/platform/clock.server";
import { addJob, addJobSql, runJobs, type TaskList } from "~/platform/jobs.server";
import { isDatabaseLost } from "~/platform/db.server";
import { testDatabase } from "~tests/support/database";

const { db, pool } = await testDatabase();

async function waitingJobs(task: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = $1", [task]);
  return rows[0]?.count ?? 0;
}

/** Works with these tasks until `enough` says so. */
async function workUntil(taskList: TaskList, enough: () => boolean | Promise<boolean>): Promise<void> {
  const stop = new AbortController();
  const working = runJobs({ taskList, concurrency: 2, signal: stop.signal });
  while (!(await enough())) await pause(20);
  stop.abort();
  await working;
}

describe("jobs", () => {
  test("a job exists exactly when the transaction that added it was kept", async () => {
    await db.$transaction(async (tx) => void (await tx.$queryRaw`SELECT ${addJobSql({ task: "kept", payload: { id: "1" } })}`));
    const undone = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT ${addJobSql({ task: "undone", payload: { id: "2" } })}`;
      throw new Error("second thoughts");
    });
    await expect(undone).rejects.toThrow("second thoughts");
    expect([await waitingJobs("kept"), await waitingJobs("undone")]).toEqual([1, 0]);
  });

  test("jobs with one key replace each other while they wait", async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    await addJob({ task: "keyed", payload: { version: 1 }, key: "same", runAt });
    await addJob({ task: "keyed", payload: { version: 2 }, key: "same", runAt });
    expect(await waitingJobs("keyed")).toBe(1);
  });

  test("a job that fails is tried again, and then done once", async () => {
    const tries: number[] = [];
    await addJob({ task: "stumbles", payload: {}, maxAttempts: 3 });
    const task: TaskList[string] = (_payload, { job }) => {
      tries.push(job.attempts);
      if (job.attempts === 1) throw new Error("not yet");
    };
    // The queue waits a moment before the second try: bring it forward.
    await workUntil({ stumbles: task }, async () => {
      await pool.query("SELECT graphile_worker.reschedule_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'stumbles' AND locked_at IS NULL), run_at => now())");
      return tries.length === 2 && (await waitingJobs("stumbles")) === 0;
    });
    expect(tries).toEqual([1, 2]);
  });

  test("stopping finishes the job in flight", async () => {
    const told: string[] = [];
    await addJob({ task: "slow", payload: {} });
    const slow: TaskList[string] = async () => {
      told.push("begun");
      await pause(300);
      told.push("finished");
    };
    await workUntil({ slow }, () => told.includes("begun"));
    expect(told).toEqual(["begun", "finished"]);
    // The queue notes the end of the job just after the job itself has ended.
    await expect.poll(() => waitingJobs("slow"), { timeout: 10_000 }).toBe(0);
  });
});

describe("the clock", () => {
  test("everything inside `at` happens then, across awaits, and nothing outside", async () => {
    const then = new Date("2025-09-01T09:00:00Z");
    const inside = await at(then, async () => {
      await pause(1);
      return now();
    });
    expect(inside).toEqual(then);
    expect(now().getTime()).toBeGreaterThan(then.getTime());
  });

  test("a moment handed out cannot be changed from outside", () => {
    const then = new Date("2025-09-01T09:00:00Z");
    at(then, () => {
      now().setFullYear(1999);
      expect(now()).toEqual(new Date("2025-09-01T09:00:00Z"));
    });
  });
});

describe("the database client", () => {
  test("writes a moment and reads the same one, whatever the zone of this machine", async () => {
    const seenAt = new Date("2026-07-01T12:00:00.123Z");
    await db.workerHeartbeat.create({ data: { id: "summer", seenAt } });
    expect((await db.workerHeartbeat.findUniqueOrThrow({ where: { id: "summer" } })).seenAt).toEqual(seenAt);
    const { rows } = await pool.query<{ utc: string }>("SELECT to_char(seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS utc FROM worker_heartbeat WHERE id = 'summer'");
    expect(rows[0]?.utc).toBe("2026-07-01 12:00:00.123");
  });

  test("a lost database is told from a refused statement", async () => {
    const refused = await pool.query("SELECT no_such_column").catch((error: unknown) => error);
    expect(isDatabaseLost(refused)).toBe(false);
    const ended = await pool.query("SELECT pg_terminate_backend(pg_backend_pid())").catch((error: unknown) => error);
    expect(isDatabaseLost(ended)).toBe(true);
    const throughPrisma = await db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`.catch((error: unknown) => error);
    expect(isDatabaseLost(throughPrisma)).toBe(true);
    expect(isDatabaseLost(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toBe(true);
  });
});
