import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "~/platform/migrations.server";
import { startEmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { loadReferenceData } from "../../prisma/reference/load";

/** Where `npm test` says that a server for all its runs is there already. */
export const sharedServer = "CANDOUR_TEST_POSTGRES";

/** The name of the migrated database with the reference data, which each test file clones. */
export const templateDatabase = "candour_template";

/**
 * Starts a real PostgreSQL of its own in a temporary folder, and on it a template database,
 * migrated, with the reference data. It forgoes safety against power cuts, nothing else.
 * @returns the address of its maintenance database, and `stop` to end it and remove its files
 */
export async function startTestPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "candour-test-"));
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, "postgres"),
    parameters: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  // When the run is broken off, nobody may come to stop it.
  const endServer = (): void => {
    if (postgres.isRunning()) process.kill(postgres.pid, "SIGQUIT");
  };
  process.once("exit", endServer);
  const url = postgres.urlOf("postgres");
  await onServer(url, `CREATE DATABASE ${templateDatabase}`);
  await migrate({ url: postgres.urlOf(templateDatabase), folder: path.resolve("prisma/migrations") });
  await fillTemplate(postgres.urlOf(templateDatabase));
  return {
    url,
    stop: async () => {
      await postgres.stop();
      process.off("exit", endServer);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fillTemplate(url: string): Promise<void> {
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
