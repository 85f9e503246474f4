/**
 * The runner owns the database (architect: benches do not make their own).
 * npm run bench -- name: runs tests/bench/<name>.ts; without a name all of them, one after the other.
 * Each has a fresh database of its own, migrated and with the reference data, on a PostgreSQL
 * that writes as durably as in earnest.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { NeedsPerson } from "~/platform/needs-person";
import { startEmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { endWith } from "./process";

const folder = path.resolve("tests/bench");

/** A bench is a file that exports `run`; the others there are parts of benches. */
function benches(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && /export (async )?function run\b|export const run\b/.test(readFileSync(path.join(folder, file), "utf8")))
    .map((file) => path.basename(file, ".ts"))
    .sort();
}

try {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !benches().includes(name));
  if (unknown) throw new NeedsPerson(`There is no bench called ${unknown}; there are: ${benches().join(", ")}.`);
  const temporary = mkdtempSync(path.join(tmpdir(), "candour-bench-"));
  const postgres = await startEmbeddedPostgres({ folder: path.join(temporary, "postgres") });
  try {
    for (const name of wanted.length > 0 ? wanted : benches()) {
      console.log(`\n## ${name}`);
      const database = `bench_${name.replace(/\W/g, "_")}`;
      await onServer(postgres.urlOf("postgres"), `CREATE DATABASE ${database}`);
      const environment = { ...process.env, NODE_ENV: "production" as const, DATABASE_URL: postgres.urlOf(database), DATA_DIR: path.join(temporary, "data"), DEMO: "0", SESSION_SECRET: "a secret for benches that is long enough", LOG_LEVEL: "error", RATE_LIMIT: "0" };
      const inNode = (words: string[]): boolean => spawnSync(process.execPath, ["--import", "tsx", ...words], { stdio: "inherit", env: environment }).status === 0;
      const ran = inNode(["commands/migrate.ts"]) && inNode(["commands/bench-one.ts", name]);
      if (!ran) process.exitCode = 1;
      await onServer(postgres.urlOf("postgres"), `DROP DATABASE ${database} WITH (FORCE)`);
    }
  } finally {
    await postgres.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
} catch (error) {
  endWith(error);
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
