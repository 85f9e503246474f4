import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { isMigrated, migrate, MigrationFailed } from "~/platform/migrations.server";
import { anotherDatabase } from "~tests/support/database";

async function migrations(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "candour-migrations-"));
  for (const [name, sql] of Object.entries(files)) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

async function emptyDatabase() {
  const { url, drop } = await anotherDatabase({ like: "empty" });
  const pool = new pg.Pool({ connectionString: url });
  onTestFinished(async () => {
    await pool.end();
    await drop();
  });
  return { url, pool };
}

describe("migrations", () => {
  test("two starters at once apply each migration exactly once, in order", async () => {
    const { url, pool } = await emptyDatabase();
    const folder = await migrations({
      "20260101000000_first": "CREATE TABLE told (line text); INSERT INTO told VALUES ('first'); SELECT pg_sleep(0.2);",
      "20260102000000_second": "INSERT INTO told VALUES ('second');",
    });
    const applied = await Promise.all([migrate({ url, folder }), migrate({ url, folder }), migrate({ url, folder })]);
    expect(applied.flat()).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect((await pool.query("SELECT line FROM told")).rows).toEqual([{ line: "first" }, { line: "second" }]);
    expect(await isMigrated({ pool, folder })).toBe(true);
  });

  test("a failing file leaves nothing behind, and the ones before it stay", async () => {
    const { url, pool } = await emptyDatabase();
    const folder = await migrations({
      "20260101000000_good": "CREATE TABLE kept (id int);",
      "20260102000000_bad": "CREATE TABLE half (id int); INSERT INTO half VALUES (1); INSERT INTO no_such_table VALUES (1);",
    });
    await expect(migrate({ url, folder })).rejects.toThrow(new MigrationFailed('The migration 20260102000000_bad failed and was rolled back: relation "no_such_table" does not exist.'));
    expect((await pool.query("SELECT to_regclass('kept') AS kept, to_regclass('half') AS half")).rows).toEqual([{ kept: "kept", half: null }]);
    expect(await isMigrated({ pool, folder })).toBe(false);
  });

  test("a file with semicolons inside a function body is applied whole", async () => {
    const { url, pool } = await emptyDatabase();
    const folder = await migrations({
      "20260101000000_function": "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;",
    });
    await migrate({ url, folder });
    expect((await pool.query("SELECT two()")).rows).toEqual([{ two: 2 }]);
  });

  test("a migration that was changed after it was applied is refused by name", async () => {
    const { url } = await emptyDatabase();
    await migrate({ url, folder: await migrations({ "20260101000000_one": "CREATE TABLE one (id int);" }) });
    const changed = await migrations({ "20260101000000_one": "CREATE TABLE one (id bigint);" });
    await expect(migrate({ url, folder: changed })).rejects.toThrow(/20260101000000_one was changed after it was applied/);
  });

  test("a database from a newer Candour is refused", async () => {
    const { url } = await emptyDatabase();
    await migrate({ url, folder: await migrations({ "20260101000000_one": "SELECT 1;", "20990101000000_later": "SELECT 1;" }) });
    await expect(migrate({ url, folder: await migrations({ "20260101000000_one": "SELECT 1;" }) })).rejects.toThrow(/newer than this Candour.*20990101000000_later/);
  });

  test("the job queue's own tables are made after ours", async () => {
    const { url, pool } = await emptyDatabase();
    await migrate({ url, folder: await migrations({ "20260101000000_one": "SELECT 1;" }) });
    expect((await pool.query("SELECT count(*)::int AS jobs FROM graphile_worker.jobs")).rows).toEqual([{ jobs: 0 }]);
  });
});
