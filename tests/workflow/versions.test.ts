import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

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

let client: pg.Client;
let drop: () => Promise<void>;

// One pass through the migrations: each fixture's records are planted right after the migration they are of, and meet all that follow.
beforeAll(async () => {
  const database = await anotherDatabase({ like: "empty" });
  drop = database.drop;
  client = new pg.Client({ connectionString: database.url });
  const migrations = mkdtempSync(path.join(tmpdir(), "candour-migrations-"));
  const connected = { yet: false };
  for (const { name } of readMigrations(path.resolve("prisma/migrations"))) {
    cpSync(path.resolve("prisma/migrations", name), path.join(migrations, name), { recursive: true });
    const planted = fixtures.filter(({ migration }) => migration === name);
    if (planted.length === 0) continue;
    await migrate({ url: database.url, folder: migrations });
    if (!connected.yet) {
      await client.connect();
      await client.query("INSERT INTO region (id, name, code_gss) VALUES ('r', 'r', 'r')");
      connected.yet = true;
    }
    for (const fixture of planted) await plant(fixture);
  }
  await migrate({ url: database.url, folder: path.resolve("prisma/migrations") });
  rmSync(migrations, { recursive: true });
}, 120_000);

afterAll(async () => {
  await client.end();
  await drop();
});

const titleOf = ({ machine, version }: Fixture): string => `${machine} version ${version}`;

async function plant(fixture: Fixture): Promise<void> {
  for (const state of fixture.states) {
    await client.query("INSERT INTO workflow_state (machine, state, version) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [fixture.machine, state, fixture.version]);
    await client.query(
      `INSERT INTO workflow (id, machine, machine_version, state, region_id, title, since, created_at)
       VALUES (uuidv7(), $1, $2, $3, 'r', $4, now(), now())`,
      [fixture.machine, fixture.version, state, titleOf(fixture)],
    );
  }
}

test("every fixture is of a migration there is", () => {
  const names = readMigrations(path.resolve("prisma/migrations")).map(({ name }) => name);
  expect(fixtures.filter(({ migration }) => !names.includes(migration))).toEqual([]);
});

test.each(fixtures)("a record in any state of $machine version $version survives every migration since", async (fixture) => {
  const { rows } = await client.query<{ state: string }>("SELECT state FROM workflow WHERE title = $1", [titleOf(fixture)]);
  expect(rows).toHaveLength(fixture.states.length);
  for (const { state } of rows) expect(statesOf(machineNamed(fixture.machine))).toContain(state);
});
