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
 * Another database on the test server, for tests of what starters and migrations do.
 * @param migrated whether it is a copy of the template or quite empty
 * @returns its address, and `drop` to remove it
 */
export async function anotherDatabase({ migrated }: { migrated: boolean }): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  const server = inject("postgresUrl");
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${migrated ? inject("templateDatabase") : "template0"}`);
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
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
