import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "~/platform/postgres/embedded.server";
import { timed } from "./measure";

const pages = 1000;
const atOnce = 20;

/**
 * Memory of everything that `npm start` starts, the database included, at rest and under load:
 * proportional set size, so that memory shared between processes counts once. Linux only.
 */
export async function run(): Promise<void> {
  if (process.platform !== "linux") return console.log("memory is read from /proc, which this system has not");
  const folder = mkdtempSync(path.join(tmpdir(), "candour-memory-"));
  const port = await freePort();
  const { DATABASE_URL: _benchDatabase, ...environment } = process.env;
  const url = `http://127.0.0.1:${port}`;
  const tree = spawn(process.execPath, ["commands/start.mjs"], {
    env: { ...environment, PORT: String(port), BASE_URL: url, DATA_DIR: folder, DEMO: "0", RATE_LIMIT: "0", NODE_ENV: "production" }, stdio: "ignore",
  });
  try {
    await ready(url, tree);
    await pause(5000);
    print("at rest", tree);
    const taken = await timed(pages, atOnce, async () => (await fetch(`${url}/sign-in`)).text());
    print(`under load (${atOnce} at once, ${Math.round((pages / taken) * 1000)} pages a second)`, tree);
    await pause(20_000);
    print("20 seconds after", tree);
  } finally {
    const ended = new Promise((resolve) => tree.once("exit", resolve));
    tree.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ready(url: string, tree: ChildProcess): Promise<void> {
  for (const ends = Date.now() + 240_000; Date.now() < ends && tree.exitCode === null; await pause(300)) {
    try {
      if ((await fetch(`${url}/readyz`)).ok) return;
    } catch {
      // Not listening yet.
    }
  }
  throw new Error("Candour did not become ready");
}

function print(when: string, tree: ChildProcess): void {
  const processes = family(tree.pid ?? 0);
  const sum = (kind: "node" | "postgres") => processes.filter((one) => (one.name.includes("postgres") ? "postgres" : "node") === kind).reduce((total, one) => total + one.bytes, 0);
  const node = sum("node");
  const postgres = sum("postgres");
  console.log(`  ${when.padEnd(54)} ${megabytes(node + postgres)} (Node ${megabytes(node)}, PostgreSQL ${megabytes(postgres)})`);
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

interface Measured {
  readonly name: string;
  readonly bytes: number;
}

/** A process and everything below it. What ends while it is looked at does not count. */
function family(top: number): Measured[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = Number(/^\d+ \(.*\) \S (\d+)/.exec(read(`/proc/${entry}/stat`))?.[1] ?? -1);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(top).flatMap((pid) => {
    const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? Number.NaN);
    return Number.isNaN(kilobytes) ? [] : [{ name: read(`/proc/${pid}/cmdline`), bytes: kilobytes * 1024 }];
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
