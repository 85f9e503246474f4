import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { migrate } from "~/platform/migrations.server";
import { startEmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { forgetSettings } from "~/platform/settings.server";

/**
 * A fresh embedded PostgreSQL with its default safety (a commit is on disk before it is answered),
 * migrated, and made the application's own for the length of `work`.
 */
export async function withBenchDatabase(work: () => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "candour-bench-"));
  const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
  const before = process.env["DATABASE_URL"];
  process.env["DATABASE_URL"] = postgres.url;
  process.env["SESSION_SECRET"] ??= "a secret for benchmarks that is long enough";
  process.env["LOG_LEVEL"] ??= "silent";
  forgetSettings();
  try {
    await migrate({ url: postgres.url, folder: path.resolve("prisma/migrations") });
    await work();
  } finally {
    const { closeDatabase } = await import("~/platform/db.server");
    await closeDatabase();
    if (before === undefined) delete process.env["DATABASE_URL"];
    else process.env["DATABASE_URL"] = before;
    forgetSettings();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work` `times` over with so many at once; gives the milliseconds the whole took. */
export async function timed(times: number, atOnce: number, work: (index: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    for (let index = next++; index < times; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
