import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { NeedsPerson } from "./needs-person";

/** The database cannot be brought to this version; the message is one sentence for people. */
export class MigrationFailed extends NeedsPerson {
  override readonly name = "MigrationFailed";
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The advisory lock that Prisma's own `migrate deploy` takes, so that it and we wait for each other. */
const migrationLock = 72707369;

/** The job queue tells every step of its own migrations; its failures come as errors anyway. */
const silentJobLogger = new Logger(() => () => undefined);

/** Prisma's own bookkeeping table, as its engine makes it. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations in a folder laid out as Prisma does, in order. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Brings a database to this version: our migrations in order, each whole or not at all, then
 * the job queue's own. Several processes may call it at once; each migration is applied once.
 * @param folder prisma/migrations
 * @returns the names of the migrations applied now
 * @throws MigrationFailed naming the migration and the database's reason
 */
export async function migrate({ url, folder, progress }: { url: string; folder: string; progress?: (sentence: string) => void }): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const applied = await applyOurs({ client, migrations: readMigrations(folder), progress });
    // After ours, and under the same lock: two starters would otherwise race in there.
    await runMigrations({ connectionString: url, logger: silentJobLogger });
    return applied;
  } finally {
    await client.end();
  }
}

async function applyOurs({ client, migrations, progress }: { client: pg.Client; migrations: readonly Migration[]; progress?: (sentence: string) => void }): Promise<string[]> {
  await client.query(bookkeeping);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const newer = [...done.keys()].find((name) => !migrations.some((migration) => migration.name === name));
  if (newer) throw new MigrationFailed(`The database is newer than this Candour: it has the migration ${newer}, which is not in this copy.`);

  const applied: string[] = [];
  for (const migration of migrations) {
    const checksum = done.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum) throw new MigrationFailed(`The migration ${migration.name} was changed after it was applied; restore the file, or make a fresh database with npm run db:reset.`);
    progress?.(`Applying migration ${migration.name}`);
    await applyOne(client, migration);
    applied.push(migration.name);
  }
  return applied;
}

/** The file and its bookkeeping row in one transaction; the file is one simple-protocol query, so that function bodies stay whole. */
async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new MigrationFailed(`The migration ${migration.name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}

/**
 * Whether the database has every migration of this version, for the readiness check.
 * @throws when the database cannot be reached
 */
export async function isMigrated({ pool, folder }: { pool: pg.Pool; folder: string }): Promise<boolean> {
  const { rows } = await pool.query<{ migration_name: string }>("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL");
  const done = new Set(rows.map((row) => row.migration_name));
  return readMigrations(folder).every((migration) => done.has(migration.name));
}
