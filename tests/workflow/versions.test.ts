import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";

import { machineNamed } from "~machines/index";
import { statesOf } from "~machines/machine";
import { migrate, readMigrations } from "~/platform/migrations.server";
import { anotherDatabase } from "~tests/support/database";

interface Fixture {
  readonly machine: string;
  readonly version: string;
  readonly migration: string;
  readonly states: readonly string[];
}

const folder = path.resolve("tests/machines/fixtures");
const fixtures = readdirSync(folder).map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Fixture);

test.each(fixtures)("a record in any state of $machine version $version survives every migration since", async (fixture) => {
  const { url, drop } = await anotherDatabase({ like: "empty" });
  const migrations = mkdtempSync(path.join(tmpdir(), "candour-migrations-"));
  const client = new pg.Client({ connectionString: url });
  try {
    for (const { name } of readMigrations(path.resolve("prisma/migrations"))) {
      if (name <= fixture.migration) cpSync(path.resolve("prisma/migrations", name), path.join(migrations, name), { recursive: true });
    }
    await migrate({ url, folder: migrations });
    await client.connect();
    await client.query("INSERT INTO region (id, name, code_gss) VALUES ('r', 'r', 'r')");
    for (const state of fixture.states) {
      await client.query("INSERT INTO workflow_state (machine, state, version) VALUES ($1, $2, $3)", [fixture.machine, state, fixture.version]);
      await client.query(
        `INSERT INTO workflow (id, machine, machine_version, state, region_id, title, since, created_at)
         VALUES (uuidv7(), $1, $2, $3, 'r', 'a record', now(), now())`,
        [fixture.machine, fixture.version, state],
      );
    }
    await migrate({ url, folder: path.resolve("prisma/migrations") });
    const { rows } = await client.query<{ state: string }>("SELECT DISTINCT state FROM workflow WHERE machine = $1", [fixture.machine]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { state } of rows) expect(statesOf(machineNamed(fixture.machine))).toContain(state);
  } finally {
    await client.end();
    rmSync(migrations, { recursive: true });
    await drop();
  }
});
