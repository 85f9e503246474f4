import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { migrate } from "~/platform/migrations.server";
import { freePort, startEmbeddedPostgres, type EmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { builtCommand, ensureBuild, ensureClient } from "../../commands/prepare.mjs";

beforeAll(() => {
  ensureClient();
  ensureBuild();
}, 300_000);

test("with the database lost every page says so honestly, gives back what was typed, and mends itself", async () => {
  const top = mkdtempSync(path.join(tmpdir(), "candour-lost-"));
  chmodSync(top, 0o755);
  const folder = path.join(top, "data", "postgres");
  const startDatabase = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ folder, parameters: { fsync: "off" } });
  let postgres = await startDatabase();
  await migrate({ url: postgres.url, folder: path.resolve("prisma/migrations") });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const web = spawn(process.execPath, [builtCommand("web")], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: postgres.url, PORT: String(port), BASE_URL: url, SESSION_SECRET: "a secret for tests that is long enough", DATA_DIR: path.join(top, "data"), DEMO: "1", LOG_LEVEL: "info" },
  });
  let log = "";
  web.stdout?.on("data", (piece: Buffer) => (log += piece.toString("utf8")));
  onTestFinished(async () => {
    web.kill("SIGKILL");
    await postgres.stop();
    rmSync(top, { recursive: true, force: true });
  });
  await new Promise((resolve, reject) => {
    web.once("message", resolve);
    web.once("exit", () => reject(new Error("web ended")));
  });
  expect((await fetch(`${url}/sign-in`)).status).toBe(200);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  await postgres.stop();
  const page = await fetch(`${url}/sign-in`);
  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toBe("10");
  expect(await page.text()).toContain("Candour cannot reach its database");
  const writing = "Our draft: what is <strong> and what worries us.";
  const sent = await fetch(`${url}/sign-in?index`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", origin: url }, body: new URLSearchParams({ email: "ann@example.org", note: writing }) });
  expect(sent.status).toBe(503);
  expect(await sent.text()).toContain("Our draft: what is &#60;strong&#62; and what worries us.</textarea>");
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ database: "failed" });
  // It lives, so it must not be restarted for this.
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(log).not.toContain("what worries us");

  postgres = await startDatabase();
  expect((await fetch(`${url}/sign-in`)).status).toBe(200);
}, 240_000);
