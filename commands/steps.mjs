/**
 * The steps that `npm run check` and `npm test` are made of. Each tells how many checks passed
 * and failed; a step that is not a test run counts as one check.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { root } from "./prepare.mjs";

const node = process.execPath;
const program = (name) => path.join(root, "node_modules", name);

/** Runs a program with its output held back until it ends, so that two at once stay readable. */
function run(words, { show }) {
  return new Promise((resolve) => {
    const child = spawn(node, words, { cwd: root, stdio: show ? "inherit" : ["ignore", "pipe", "pipe"], env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => (output += piece));
    child.once("exit", (code) => resolve({ ok: code === 0, output }));
  });
}

async function check(title, words) {
  const began = Date.now();
  const { ok, output } = await run(words, { show: false });
  console.log(`${ok ? "ok  " : "FAIL"} ${title} (${Math.round((Date.now() - began) / 1000)} s)`);
  if (!ok) console.log(output);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** Types of the whole project. */
export const types = () => check("types", [program("typescript/bin/tsc"), "--noEmit", "--project", "."]);

/** Lint with the import rules and accessibility rules. */
export const lint = () => check("lint and import rules", [program("eslint/bin/eslint.js"), ".", "--max-warnings", "0", "--cache", "--cache-strategy", "content", "--cache-location", path.join(root, ".cache", "eslint")]);

/** The application as it is served, for the tests that run it. */
export const build = () => check("build", ["--input-type=module", "--eval", 'import { ensureBuild } from "./commands/prepare.mjs"; ensureBuild();']);

/** Several steps one after the other. */
export async function inTurn(...steps) {
  const outcomes = [];
  for (const step of steps) outcomes.push(await step());
  return outcomes;
}

/** The generated pages about the processes say what the machines say. */
export const processPages = () => check("process pages up to date", ["--import", "tsx", "commands/processes.ts", "--check"]);

/**
 * The PostgreSQL that the integration tests and the journeys share, so that the demonstration is
 * loaded once for both.
 * @returns `stop`, to end it; it ends with this process as well
 */
export async function testPostgres() {
  const child = spawn(node, ["--import", "tsx", "tests/support/test-postgres.process.ts"], { cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.env["CANDOUR_TEST_POSTGRES"] = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error("The PostgreSQL for the tests did not start; see above.")));
  });
  return {
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/**
 * One project of vitest.config.ts.
 * @param project unit, integration, journeys or crash
 */
export async function tests(project) {
  mkdirSync(path.join(root, ".cache"), { recursive: true });
  const results = path.join(root, ".cache", `results-${project}.json`);
  rmSync(results, { force: true });
  console.log(`\n${project} tests`);
  const { ok } = await run([program("vitest/vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${results}`], { show: true });
  return count({ results, ok });
}

function count({ results, ok }) {
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, "utf8"));
  // A file that could not even be loaded has no tests to count, and an error outside any test has no name.
  const unloaded = testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed")).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: failed === 0 && !ok ? 1 : failed };
}

export function total(outcomes) {
  return outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 });
}
