import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { PrismaClient } from "~/platform/prisma-client/client";

/** A test file's own database. */
export interface TestDatabase {
  readonly url: string;
  readonly db: PrismaClient;
  readonly pool: pg.Pool;
}

/**
 * The database of this test file: migrated, with the reference data, and used by nobody else.
 * tests/support/integration.setup.ts has made it before the file's imports, so `db` and `pool`
 * of the application are on it as well.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { db, pool } = await import("~/platform/db.server");
  const url = process.env["DATABASE_URL"];
  if (!url) throw new Error("this test has no database: tests with one run in the integration project");
  return { url, db, pool };
}

/**
 * Another database on the test server, for tests of what starters, migrations and whole
 * processes do.
 * @param like "empty", "template" (migrated, with the reference data) or "demo" (with the demo regions, loaded once per run)
 * @returns its address, and `drop` to remove it
 */
export async function anotherDatabase({ like }: { like: "empty" | "template" | "demo" }): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  const server = inject("postgresUrl");
  const model = { empty: async () => "template0", template: async () => inject("templateDatabase"), demo: demoDatabase };
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${await model[like]()}`);
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The database with the demo regions, made by the first test file that asks while the others wait. */
async function demoDatabase(): Promise<string> {
  const name = "candour_demo";
  const server = inject("postgresUrl");
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('demo database'))");
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return name;
    const unfinished = `${name}_unfinished`;
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE ${inject("templateDatabase")}`);
    const loaded = spawnSync(process.execPath, ["--import", "tsx", "commands/migrate.ts"], {
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production", DATABASE_URL: server.replace(/\/postgres$/, `/${unfinished}`), DEMO: "1" },
    });
    if (loaded.status !== 0) throw new Error(`the demo could not be loaded: ${loaded.stdout}${loaded.stderr}`);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** One statement on the server's maintenance database; waits its turn when the template is being copied. */
async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
