import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { freePort } from "~/platform/postgres/embedded.server";
import { isAlive, runningPostmaster } from "~/platform/postgres/postmaster.server";
import { ensureBuild, ensureClient } from "../../commands/prepare.mjs";

beforeAll(() => {
  ensureClient();
  ensureBuild();
}, 300_000);

interface Started {
  readonly process: ChildProcess;
  readonly exit: Promise<number | null>;
  output(): string;
  /** Resolves when the output has this text, or the process ended. */
  says(text: string): Promise<void>;
}

/** `npm start` on a data folder, without the demo regions. */
function start(settings: Record<string, string>): Started {
  const { DATABASE_URL: _theTests, BASE_URL: _theTestsToo, ...environment } = process.env;
  const child = spawn(process.execPath, ["commands/start.mjs"], { env: { ...environment, NODE_ENV: "production", DEMO: "0", LOG_LEVEL: "silent", ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (output += piece.toString("utf8")));
  // Should the test fail half-way: its web and worker end by themselves when it is gone.
  onTestFinished(() => void child.kill("SIGKILL"));
  let ended = false;
  const exit = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => {
      ended = true;
      resolve(code);
    }),
  );
  return {
    process: child,
    exit,
    output: () => output,
    async says(text) {
      while (!output.includes(text) && !ended) await pause(25);
      expect(output).toContain(text);
    },
  };
}

function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "candour-tree-"));
  onTestFinished(async () => {
    const left = runningPostmaster(path.join(folder, "postgres", "data"));
    if (left) {
      process.kill(left.pid, "SIGQUIT");
      while (isAlive(left.pid)) await pause(25);
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then((response) => response.ok, () => false);
    if (ready) return;
    await pause(50);
  }
}

/** The process that started last among a supervisor's children of this kind. */
function childOf(parent: number, command: string): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ").map(Number);
  const found = children.filter((pid) => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(command)).at(-1);
  if (!found) throw new Error(`no ${command} among the children`);
  return found;
}

describe("npm start", () => {
  test("serves, mends itself after kill -9 of any part, refuses a second on its folder, and ends cleanly", async () => {
    const folder = dataFolder();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const settings = { DATA_DIR: folder, PORT: String(port) };
    const first = start(settings);
    await first.says(`Candour is ready at http://localhost:${port}`);
    await untilReady(url);
    const { pid } = first.process;
    if (!pid) throw new Error("the process did not start");

    const second = start({ ...settings, PORT: String(await freePort()) });
    expect(await second.exit).toBe(78);
    expect(second.output().trim().split("\n").at(-1)).toBe(`Candour already runs on the data folder ${folder} (process ${pid}); stop that one, or set DATA_DIR and PORT to start a second.`);

    for (const part of ["commands/web.js", "commands/worker.js"]) {
      const killed = childOf(pid, part);
      process.kill(killed, "SIGKILL");
      while (isAlive(killed)) await pause(10);
      await first.says(`The ${path.basename(part, ".js")} process ended (SIGKILL); starting it again`);
      await untilReady(url);
    }

    const database = runningPostmaster(path.join(folder, "postgres", "data"));
    if (!database) throw new Error("no database runs");
    process.kill(database.pid, "SIGKILL");
    await first.says("The database ended; starting it again");
    await untilReady(url);
    expect(runningPostmaster(path.join(folder, "postgres", "data"))?.port).toBe(database.port);

    first.process.kill("SIGINT");
    expect(await first.exit).toBe(0);
    expect(runningPostmaster(path.join(folder, "postgres", "data"))).toBeUndefined();
    expect(existsSync(path.join(folder, "candour.pid"))).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
  }, 300_000);

  test("after kill -9 of the whole tree the next start takes over the database and works", async () => {
    const folder = dataFolder();
    const port = await freePort();
    const settings = { DATA_DIR: folder, PORT: String(port) };
    const first = start(settings);
    await first.says("Candour is ready");
    const { pid } = first.process;
    if (!pid) throw new Error("the process did not start");
    const web = childOf(pid, "commands/web.js");
    const worker = childOf(pid, "commands/worker.js");
    for (const each of [pid, web, worker]) process.kill(each, "SIGKILL");
    await first.exit;
    const left = runningPostmaster(path.join(folder, "postgres", "data"));
    expect(left).toBeDefined();

    const next = start(settings);
    await next.says("Candour is ready");
    await untilReady(`http://127.0.0.1:${port}`);
    expect(runningPostmaster(path.join(folder, "postgres", "data"))?.pid).toBe(left?.pid);
    next.process.kill("SIGTERM");
    expect(await next.exit).toBe(0);
  }, 300_000);

  test("a busy port is one sentence, told before anything is started", async () => {
    const folder = dataFolder();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void squatter.close());
    const address = squatter.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const candour = start({ DATA_DIR: folder, PORT: String(port) });
    expect(await candour.exit).toBe(78);
    expect(candour.output()).toBe(`Candour is starting\nPort ${port} is used by another program; end that program or set PORT to another number.\n`);
    expect(existsSync(path.join(folder, "postgres"))).toBe(false);
  }, 120_000);

  test("a data folder that cannot be used is one sentence", async () => {
    const folder = dataFolder();
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    const candour = start({ DATA_DIR: path.join(file, "data"), PORT: String(await freePort()) });
    expect(await candour.exit).toBe(78);
    expect(candour.output()).toBe(`Candour is starting\nThe data folder ${path.join(file, "data")} cannot be written (ENOTDIR); set DATA_DIR to a folder that can.\n`);
  }, 120_000);

  test("bad settings are one sentence each, and nothing is started", async () => {
    const candour = start({ DATA_DIR: dataFolder(), PORT: "eighty", SMTP_URL: "mail" });
    expect(await candour.exit).toBe(78);
    expect(candour.output()).toBe(
      "Candour is starting\nThe setting PORT must be a whole number from 1 to 65535.\nThe setting SMTP_URL must be an address such as smtp://user:password@mail.example.org:587.\n",
    );
  }, 120_000);
});
