import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findBinaries, isReachableByAll, PostgresUnusable, serverUser, type Binaries, type ServerUser } from "./binaries.server";
import { isAlive, runningPostmaster } from "./postmaster.server";

export { PostgresUnusable } from "./binaries.server";

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** Connection address of the database `candour`, with its password. */
  readonly url: string;
  readonly pid: number;
  /** Where its files lie: the given folder, unless the server's user cannot reach it. */
  readonly home: string;
  /** Whether the server was running already, left by a Candour that was killed. */
  readonly found: boolean;
  /** Whether the folder was empty and a new database was made. */
  readonly created: boolean;
  /** The same server's address for another database on it. */
  urlOf(database: string): string;
  /** Whether the server process still runs. */
  isRunning(): boolean;
  /** Closes connections, writes everything down and ends the server. */
  stop(): Promise<void>;
}

interface StartOptions {
  /** The folder of the server: Candour's DATA_DIR/postgres. */
  readonly folder: string;
  /** Server settings by name, for tests and benchmarks. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Told what takes time, in words for people. */
  readonly progress?: (sentence: string) => void;
}

const user = "candour";
const database = "candour";

/**
 * Starts PostgreSQL 18 on a folder of its own, or takes over the one that runs there.
 * Safe to call after anything was killed at any moment.
 * @throws PostgresUnusable with one sentence that says what is in the way
 */
export async function startEmbeddedPostgres({ folder, parameters = {}, progress = () => undefined }: StartOptions): Promise<EmbeddedPostgres> {
  const owner = serverUser();
  const home = usableFolder(path.resolve(folder), owner);
  const data = path.join(home, "data");
  const password = keptSecret(path.join(home, "password"));

  const left = runningPostmaster(data);
  if (left && (await answers({ port: left.port, password, pid: left.pid }))) {
    return handle({ home, port: left.port, pid: left.pid, password, found: true, created: false });
  }

  const binaries = findBinaries({ home, user: owner });
  const created = !existsSync(path.join(data, "PG_VERSION"));
  if (created) {
    progress(home === path.resolve(folder) ? "Making a new database" : `Making a new database in ${home}, because PostgreSQL does not run as root and may not enter ${folder}`);
    makeCluster({ binaries, owner, home, data, password });
  }
  const { port, pid } = await launch({ binaries, owner, home, data, password, parameters });
  await ensureDatabase({ port, password });
  return handle({ home, port, pid, password, found: false, created });
}

/** The folder to use: usually the given one, made ready for the server's user. */
function usableFolder(folder: string, owner: ServerUser | undefined): string {
  // As root the server is "nobody", who cannot reach folders below a private one such as /root.
  const dataDir = path.dirname(folder);
  const hidden = owner && !isReachableByAll(path.dirname(dataDir));
  const home = hidden ? path.join("/var/lib/candour", createHash("sha256").update(folder).digest("hex").slice(0, 12)) : folder;
  try {
    const made = mkdirSync(home, { recursive: true });
    // The server's user may pass through to the data, whatever the umask said.
    const ours = made && made.length < dataDir.length ? made : path.dirname(home);
    if (owner) for (const each of foldersBetween(ours, home)) chmodSync(each, (statSync(each).mode & 0o777) | 0o011);
    const probe = path.join(home, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new PostgresUnusable(`The data folder ${home} cannot be used (${reason(error)}); set DATA_DIR to a folder that can be written.`);
  }
  const data = path.join(home, "data");
  if (!owner && existsSync(data) && process.getuid && statSync(data).uid !== process.getuid()) {
    throw new PostgresUnusable(`The data folder ${home} belongs to another user, because Candour was started there as root or by somebody else; start it as that user or set DATA_DIR to another folder.`);
  }
  return home;
}

function foldersBetween(top: string, bottom: string): string[] {
  return bottom === top || bottom === path.dirname(bottom) ? [bottom] : [...foldersBetween(top, path.dirname(bottom)), bottom];
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

interface Place {
  readonly binaries: Binaries;
  readonly owner: ServerUser | undefined;
  readonly home: string;
  readonly data: string;
  readonly password: string;
}

/** Makes the database files under another name first: a half-made folder is never taken for a whole one. */
function makeCluster({ binaries, owner, home, data, password }: Place): void {
  const unfinished = path.join(home, "data.unfinished");
  const passwordFile = path.join(home, "password.once");
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) {
    chownSync(unfinished, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  const made = spawnSync(
    binaries.initdb,
    ["-D", unfinished, "-U", user, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"],
    // The working folder may be one that the server's user cannot enter.
    { ...owner, cwd: home, encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new PostgresUnusable(`PostgreSQL could not make its database in ${home}: ${lastLine(made.stderr) || reason(made.error)}.`);
  }
  renameSync(unfinished, data);
}

/** Starts the server on its usual port, or on another one when that is taken. */
async function launch(place: Place & { parameters: Readonly<Record<string, string>> }): Promise<{ port: number; pid: number }> {
  const portFile = path.join(place.home, "port");
  let port = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0;
  // The last processes of a server that was killed hold its port a moment longer. It is worth
  // waiting for: whoever is connected comes back by itself when the address stays the same.
  const wasKilled = existsSync(path.join(place.data, "postmaster.pid"));
  for (const patienceEnds = Date.now() + 5_000; wasKilled && port && !(await isFree(port)) && Date.now() < patienceEnds; ) await pause(50);
  // The memory of a killed server is freed only when its last process has noticed: allow it 20 seconds.
  for (const patienceEnds = Date.now() + 20_000; ; ) {
    if (!port || !(await isFree(port))) port = await freePort();
    writeFileSync(portFile, String(port));
    const outcome = await attempt({ ...place, port });
    if (outcome.started) return { port, pid: outcome.pid };
    const passing = /shared memory block|lock file|Address already in use/.test(outcome.log);
    if (!passing || Date.now() > patienceEnds) {
      throw new PostgresUnusable(`PostgreSQL did not start on ${place.home}: ${lastLine(outcome.log) || "it gave no reason"}.`);
    }
    await pause(300);
  }
}

async function attempt({ binaries, owner, home, data, password, port, parameters }: Place & { port: number; parameters: Readonly<Record<string, string>> }): Promise<{ started: true; pid: number } | { started: false; log: string }> {
  // Not running, or this would have been adopted: a leftover file whose number another program now has would stop the server.
  if (!runningPostmaster(data)) rmSync(path.join(data, "postmaster.pid"), { force: true });
  const logFile = path.join(home, "server.log");
  const log = openSync(logFile, "w", 0o600);
  const options: Record<string, string> = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "200", ...parameters };
  const server = spawn(
    binaries.postgres,
    ["-D", data, "-p", String(port), ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // In a process group of its own: Ctrl-C in the terminal must reach the web process first and the database last.
    { ...owner, cwd: data, detached: true, stdio: ["ignore", log, log], windowsHide: true },
  );
  closeSync(log);
  server.unref();
  let ended = false;
  server.once("exit", () => { ended = true; });
  server.once("error", () => { ended = true; });
  while (!ended) {
    // Recovery after a power cut may take long, so there is no limit while the server lives.
    if (server.pid && (await accepts({ port, password }))) return { started: true, pid: server.pid };
    await pause(50);
  }
  return { started: false, log: readFileSync(logFile, "utf8") };
}

/** Waits for a server that is alive to answer; false when it ends or is not ours. */
async function answers({ port, password, pid }: { port: number; password: string; pid: number }): Promise<boolean> {
  for (const patienceEnds = Date.now() + 30_000; Date.now() < patienceEnds && isAlive(pid); await pause(100)) {
    if (await accepts({ port, password })) return true;
  }
  if (!isAlive(pid)) return false;
  throw new PostgresUnusable(`A PostgreSQL server (process ${pid}) holds the data folder but does not answer; end that process and start again.`);
}

async function accepts({ port, password }: { port: number; password: string }): Promise<boolean> {
  const client = new pg.Client({ host: "127.0.0.1", port, user, password, database: "postgres", connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase({ port, password }: { port: number; password: string }): Promise<void> {
  const client = new pg.Client({ host: "127.0.0.1", port, user, password, database: "postgres" });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

function handle({ home, port, pid, password, found, created }: { home: string; port: number; pid: number; password: string; found: boolean; created: boolean }): EmbeddedPostgres {
  const urlOf = (name: string): string => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
  return {
    url: urlOf(database),
    pid,
    home,
    found,
    created,
    urlOf,
    isRunning: () => isAlive(pid),
    async stop() {
      // SIGINT is PostgreSQL's "fast" shutdown: sessions end, everything is written down.
      if (isAlive(pid)) process.kill(pid, "SIGINT");
      while (isAlive(pid)) await pause(25);
    },
  };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** A port on this machine that nothing uses just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const taken = probe.address();
      probe.close(() => (taken && typeof taken === "object" ? resolve(taken.port) : reject(new Error("no port was given"))));
    });
  });
}

function lastLine(log: string): string {
  const lines = log.split("\n").filter((line) => /FATAL|ERROR|error:/i.test(line));
  return (lines.at(-1) ?? log.trim().split("\n").at(-1) ?? "").replace(/^.*?(FATAL|ERROR|error):\s*/, "").trim();
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Record<string, string> = {
    EACCES: "no permission", EPERM: "no permission", EROFS: "the disk is read-only", ENOSPC: "the disk is full",
    ENOTDIR: "part of the path is a file", EEXIST: "a file of that name is in the way",
  };
  return words[code] ?? (error instanceof Error ? error.message : "unknown reason");
}
