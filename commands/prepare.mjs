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

/** Builds the application when its sources changed; of several who find that at once, one builds. */
export function ensureBuild() {
  const folders = ["app", "machines", "emails", "public", "commands", "prisma"].map((name) => path.join(root, name));
  const files = ["package-lock.json", "vite.config.ts", "vite.commands.config.ts", "remix.config.js", "tsconfig.json"].map((name) => path.join(root, name));
  const sources = hashOf([...folders.flatMap(filesIn), ...files]);
  const stampFile = path.join(root, "build", ".sources");
  if (read(stampFile) === sources) return;
  const free = takeTurn(path.join(root, ".cache", "building"));
  try {
    if (read(stampFile) !== sources) build(stampFile, sources);
  } finally {
    free();
  }
}

function build(stampFile, sources) {
  say("Building the application, about half a minute");
  rmSync(stampFile, { force: true });
  for (const words of [["@remix-run/dev/dist/cli.js", "vite:build"], ["vite/bin/vite.js", "build", "--config", "vite.commands.config.ts"]]) {
    run(process.execPath, [path.join(root, "node_modules", words[0]), ...words.slice(1)], {
      quiet: true,
      env: { ...process.env, NODE_ENV: "production" },
      failure: "The application could not be built; see above.",
    });
  }
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
