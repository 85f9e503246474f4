import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort } from "~/platform/postgres/embedded.server";
import { builtCommand, ensureBuild, ensureClient } from "../../commands/prepare.mjs";
import { anotherDatabase } from "./database";

type Part = "web" | "worker";

/** Candour as real processes: one web, one worker, a database of their own. */
export interface TestServer {
  /** Where it answers. */
  readonly url: string;
  readonly databaseUrl: string;
  /** For looking into the database, and for setting it up. */
  readonly pool: pg.Pool;
  /** Ends a part without warning. */
  kill(part: Part): Promise<void>;
  /** Starts a part that was ended. Resolves when it works. */
  start(part: Part): Promise<void>;
  /** Everything the processes printed. */
  output(): string;
  /** Ends everything and removes the database. */
  stop(): Promise<void>;
}

interface Options {
  /** The database to begin with; the demo regions unless said otherwise. */
  readonly like?: "template" | "demo";
  /** Further settings, such as SMTP_URL. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Builds the application when its sources changed, then starts it. */
export async function startServer({ like = "demo", settings = {} }: Options = {}): Promise<TestServer> {
  ensureClient();
  ensureBuild();
  const [{ url: databaseUrl, drop }, port] = await Promise.all([anotherDatabase({ like }), freePort()]);
  const pool = new pg.Pool({ connectionString: databaseUrl, options: "-c timezone=UTC" });
  pool.on("error", () => undefined);
  const url = `http://127.0.0.1:${port}`;
  const printed: string[] = [];
  const children = new Map<Part, ChildProcess>();
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    BASE_URL: url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: path.resolve(".cache/test-data", String(port)),
    SESSION_SECRET: "a secret for journeys that is long enough",
    DEMO: "1",
    // A test clicks faster than any person.
    RATE_LIMIT: "0",
    LOG_LEVEL: "info",
    ...settings,
  };

  const start = (part: Part): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [builtCommand(part)], { env: environment, stdio: ["ignore", "pipe", "pipe", "ipc"] });
      children.set(part, child);
      for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => printed.push(piece.toString("utf8")));
      child.once("message", () => resolve());
      child.once("exit", (code, signal) => reject(new Error(`${part} ended (${code ?? signal}) before it was ready:\n${printed.join("")}`)));
    });

  const end = async (part: Part, signal: NodeJS.Signals): Promise<void> => {
    const child = children.get(part);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await ended;
  };

  const server: TestServer = {
    url,
    databaseUrl,
    pool,
    kill: (part) => end(part, "SIGKILL"),
    start,
    output: () => printed.join(""),
    async stop() {
      await Promise.all([end("web", "SIGTERM"), end("worker", "SIGTERM")]);
      await pool.end();
      await drop();
    },
  };
  try {
    await Promise.all([start("web"), start("worker")]);
    await isReady(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** Waits until /readyz says yes: the worker's first heartbeat comes a moment after its start. */
async function isReady(url: string): Promise<void> {
  let checks = "";
  for (const ends = Date.now() + 30_000; Date.now() < ends; await pause(100)) {
    const response = await fetch(`${url}/readyz`);
    if (response.ok) return;
    checks = await response.text();
  }
  throw new Error(`Candour did not become ready: ${checks}`);
}
