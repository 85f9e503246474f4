import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { serverUser } from "~/platform/postgres/binaries.server";
import { PostgresUnusable, startEmbeddedPostgres, type EmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { isAlive } from "~/platform/postgres/postmaster.server";

/** A data folder of this test; whatever server runs on it in the end is stopped. */
function dataFolder({ isPrivate = false } = {}): { folder: string; start: () => Promise<EmbeddedPostgres> } {
  const top = mkdtempSync(path.join(tmpdir(), "candour-embedded-"));
  if (!isPrivate) chmodSync(top, 0o755);
  let last: EmbeddedPostgres | undefined;
  onTestFinished(async () => {
    await last?.stop();
    // As root and below a private folder the server's files lie elsewhere.
    for (const each of [top, last?.home ?? top]) rmSync(each, { recursive: true, force: true });
  });
  const folder = path.join(top, "data-dir", "postgres");
  return { folder, start: async () => (last = await startEmbeddedPostgres({ folder, parameters: { fsync: "off" } })) };
}

async function ask<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe("the embedded PostgreSQL", () => {
  test("is PostgreSQL 18 behind a password, and never runs as root", async () => {
    const { start } = dataFolder();
    const postgres = await start();
    expect(postgres).toMatchObject({ found: false, created: true });
    expect((await ask<{ v: number }>(postgres.url, "SELECT current_setting('server_version_num')::int / 10000 AS v"))[0]?.v).toBe(18);
    const withoutPassword = postgres.url.replace(/:[^:@]+@/, ":wrong@");
    await expect(ask(withoutPassword, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    const owner = statSync(`/proc/${postgres.pid}`).uid;
    expect(owner).toBe(serverUser()?.uid ?? process.getuid?.());
    expect(owner).not.toBe(0);
  });

  test("is taken over by the next start when its Candour was killed, with nothing lost", async () => {
    const { start } = dataFolder();
    const first = await start();
    await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    const second = await start();
    expect(second).toMatchObject({ found: true, pid: first.pid, url: first.url });
    expect(await ask(second.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  });

  test("recovers on its old port after kill -9, with nothing committed lost", async () => {
    const { start } = dataFolder();
    const first = await start();
    await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    process.kill(first.pid, "SIGKILL");
    const second = await start();
    expect(second).toMatchObject({ found: false, created: false, url: first.url });
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  });

  test("moves to another port when its own was taken meanwhile", async () => {
    const { start } = dataFolder();
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const squatter = await new Promise<Server>((resolve) => {
      const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
    });
    onTestFinished(() => void squatter.close());
    const second = await start();
    expect(Number(new URL(second.url).port)).not.toBe(port);
    expect(await ask(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("is not misled by a lock file whose number now belongs to another program", async () => {
    const { folder, start } = dataFolder();
    const first = await start();
    await first.stop();
    const stranger = spawn("sleep", ["60"]);
    onTestFinished(() => void stranger.kill());
    writeFileSync(path.join(folder, "data", "postmaster.pid"), `${stranger.pid}\n${folder}/data\n1\n5432\n\n127.0.0.1\n`);
    const second = await start();
    expect(second.found).toBe(false);
    expect(stranger.exitCode).toBeNull();
  });

  test("clears away a database that was being made when everything was killed", async () => {
    const { folder, start } = dataFolder();
    mkdirSync(path.join(folder, "data.unfinished", "base"), { recursive: true });
    writeFileSync(path.join(folder, "data.unfinished", "PG_VERSION"), "18\n");
    const postgres = await start();
    expect(postgres.created).toBe(true);
    expect(existsSync(path.join(folder, "data.unfinished"))).toBe(false);
  });

  test("works below a folder that only its owner may enter", async () => {
    const { start } = dataFolder({ isPrivate: true });
    const first = await start();
    expect(await ask(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(await start()).toMatchObject({ found: true, home: first.home });
  });

  test("keeps its password to its own user", async () => {
    const { folder, start } = dataFolder();
    const { url } = await start();
    expect(statSync(path.join(folder, "password")).mode & 0o077).toBe(0);
    expect(url).toContain(readFileSync(path.join(folder, "password"), "utf8"));
  });

  test("a folder that is a file is one clear sentence", async () => {
    const { folder } = dataFolder();
    mkdirSync(path.dirname(path.dirname(folder)), { recursive: true });
    writeFileSync(path.dirname(folder), "not a folder");
    const refusal = startEmbeddedPostgres({ folder });
    await expect(refusal).rejects.toBeInstanceOf(PostgresUnusable);
    await expect(refusal).rejects.toThrow(/^The data folder .* cannot be used \(.*\); set DATA_DIR to a folder that can be written\.$/);
  });

  test("a folder of another PostgreSQL version is one clear sentence", async () => {
    const { folder, start } = dataFolder();
    const first = await start();
    await first.stop();
    writeFileSync(path.join(folder, "data", "PG_VERSION"), "17\n");
    await expect(start()).rejects.toThrow(/^PostgreSQL did not start on .*: database files are incompatible with server\.$/);
  });
});
