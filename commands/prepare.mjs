/**
 * What must be in place before anything of Candour runs, with nothing installed yet: the right
 * Node, the packages, the generated database client, the built application. Each is done only
 * when it is missing or out of date.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Ends with one sentence when this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Candour needs Node 20.19 or newer, and this is Node ${process.versions.node}; install a newer one from https://nodejs.org.`);
}

/**
 * Installs what package-lock.json names, when it is not there.
 * @param development whether the tools for tests are needed as well
 */
export function ensureInstalled({ development }) {
  const folder = path.join(root, "node_modules");
  const installed = existsSync(folder);
  // A linked folder belongs to another copy of Candour, which looks after it.
  if (installed && lstatSync(folder).isSymbolicLink()) return;
  const stampFile = path.join(root, "node_modules", ".candour-installed");
  const lock = hashOf([path.join(root, "package-lock.json")]);
  const stamp = read(stampFile);
  if (stamp === `${lock} all` || (!development && stamp === `${lock} production`)) return;
  if (!matchesLock({ development })) {
    say(installed ? "Installing packages that changed" : "Installing packages, about a minute");
    // What is there may be in use: it is added to, where "npm ci" would delete it first. The tools
    // for tests stay when they are there, because npm removes what it is told to omit.
    const how = installed ? ["install", "--no-save"] : ["ci"];
    const tools = development || existsSync(path.join(folder, "vitest")) ? "--include=dev" : "--omit=dev";
    run("npm", [...how, tools, "--no-audit", "--no-fund", "--loglevel=error"], {
      shell: process.platform === "win32",
      failure: "The packages could not be installed; see above.",
    });
  }
  writeFileSync(stampFile, `${lock} ${matchesLock({ development: true }) ? "all" : "production"}`);
}

/** Whether what npm says it installed is what the lock file names. */
function matchesLock({ development }) {
  const installed = read(path.join(root, "node_modules", ".package-lock.json"));
  if (!installed) return false;
  const present = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages).every(
    ([name, wanted]) => name === "" || wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !development) || present[name]?.version === wanted.version,
  );
}

/** Generates the database client when the schema changed. */
export function ensureClient() {
  const folder = path.join(root, "app/platform/prisma-client");
  const sources = hashOf([...filesIn(path.join(root, "prisma/schema")), path.join(root, "package-lock.json"), path.join(root, "prisma.config.ts")]);
  if (read(path.join(folder, ".sources")) === sources) return;
  say("Generating the database client");
  run(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), "generate"], { quiet: true, failure: "The database client could not be generated; see above." });
  writeFileSync(path.join(folder, ".sources"), sources);
}

/** What is built, each when its own sources changed: the pages, and the processes that serve them. */
const builds = [
  {
    what: "the application, about half a minute",
    stamp: "build/.sources",
    folders: ["app", "machines", "emails", "public"],
    files: ["vite.config.ts", "remix.config.js"],
    words: ["@remix-run/dev/dist/cli.js", "vite:build"],
  },
  {
    what: "its processes",
    stamp: "build/commands/.sources",
    folders: ["app", "machines", "emails", "commands", "prisma"],
    files: ["vite.config.ts", "vite.commands.config.ts"],
    words: ["vite/bin/vite.js", "build", "--config", "vite.commands.config.ts"],
  },
];

/** Builds what changed; of several who find that at once, one builds. */
export function ensureBuild() {
  const stale = () => builds.filter(({ stamp, ...part }) => read(path.join(root, stamp)) !== sourcesOf(part));
  if (stale().length === 0) return;
  const free = takeTurn(path.join(root, ".cache", "building"));
  try {
    for (const part of stale()) build(part);
  } finally {
    free();
  }
}

function sourcesOf({ folders, files }) {
  return hashOf([...folders.map((name) => path.join(root, name)).flatMap(filesIn), ...["package-lock.json", "tsconfig.json", ...files].map((name) => path.join(root, name))]);
}

function build({ what, stamp, words: [program, ...words], ...part }) {
  const stampFile = path.join(root, stamp);
  const sources = sourcesOf(part);
  say(`Building ${what}`);
  rmSync(stampFile, { force: true });
  run(process.execPath, [path.join(root, "node_modules", program), ...words], {
    quiet: true,
    env: { ...process.env, NODE_ENV: "production" },
    failure: "The application could not be built; see above.",
  });
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, sources);
}

/**
 * Waits until no other process holds the file, and holds it.
 * @returns lets the next have it
 */
function takeTurn(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      // Its holder may have been killed.
      if (!lives(Number(read(file)))) rmSync(file, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function lives(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * One of Candour's processes as it is served: `ensureBuild` makes it.
 * @param name web, worker or migrate
 */
export const builtCommand = (name) => path.join(root, "build", "commands", `${name}.js`);

/** Tells a person what goes on. */
export function say(sentence) {
  console.log(`  ${sentence} ...`);
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(78);
}

/** Runs a program; its output is shown when it fails, or as it comes unless `quiet`. */
function run(program, words, { quiet = false, failure, ...options }) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: root, stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"], encoding: "utf8", maxBuffer: 64e6, ...options });
  if (status === 0) return;
  if (quiet) process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  fail(error ? `${failure} (${error.message})` : failure);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const here = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "prisma-client" ? [] : filesIn(here);
      return [here];
    });
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(file) && statSync(file).isFile()) hash.update(path.relative(root, file)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
