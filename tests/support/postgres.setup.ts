import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "~/platform/migrations.server";
import { startEmbeddedPostgres } from "~/platform/postgres/embedded.server";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the test server's maintenance database. */
    postgresUrl: string;
    /** Name of the migrated database that each test file clones. */
    templateDatabase: string;
  }
}

const template = "candour_template";

/**
 * Once per run: a real PostgreSQL of its own in a temporary folder, and on it a template
 * database, migrated, with the reference data. It forgoes safety against power cuts, nothing else.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "candour-test-"));
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, "postgres"),
    parameters: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  // When the run is broken off, the teardown below may never come.
  const endServer = (): void => {
    if (postgres.isRunning()) process.kill(postgres.pid, "SIGQUIT");
  };
  process.once("exit", endServer);
  await onServer(postgres.urlOf("postgres"), `CREATE DATABASE ${template}`);
  await migrate({ url: postgres.urlOf(template), folder: path.resolve("prisma/migrations") });
  await fillTemplate(postgres.urlOf(template));
  project.provide("postgresUrl", postgres.urlOf("postgres"));
  project.provide("templateDatabase", template);
  return async () => {
    await postgres.stop();
    process.off("exit", endServer);
    await rm(folder, { recursive: true, force: true });
  };
}

async function fillTemplate(url: string): Promise<void> {
  // Reference data arrives with its own folder; a checkout from before it has none.
  const loader = path.resolve("prisma/reference/load.ts");
  if (!existsSync(loader)) return;
  const { loadReferenceData } = (await import(loader)) as { loadReferenceData: (pool: pg.Pool) => Promise<void> };
  const pool = new pg.Pool({ connectionString: url, options: "-c timezone=UTC" });
  await loadReferenceData(pool);
  await pool.end();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
