import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Runs a line of code in a process of its own and gives its log as objects. */
function logOf(code: string, level: string): Record<string, unknown>[] {
  const script = `const { log } = await import("./app/platform/log.server.ts"); ${code}`;
  const printed = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { encoding: "utf8", env: { ...process.env, LOG_LEVEL: level } });
  return printed.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("a log line carries only what its list allows, whatever it is handed", () => {
  const [line] = logOf(`log.info("request", { route: "/cycles/:id", status: 200, email: "ann@example.org", title: "Our worries", url: "/cycles/1?q=x" });`, "info");
  expect(line).toMatchObject({ level: "info", msg: "request", route: "/cycles/:id", status: 200 });
  expect(JSON.stringify(line)).not.toMatch(/ann@example|worries|q=x/);
});

test("an error is logged by its name, code and place; what it says may quote people, so it is left out", () => {
  const code = `log.error("failed", { error: Object.assign(new TypeError("Key (email)=(ann@example.org) exists"), { code: "23505" }) });`;
  const [line] = logOf(code, "info");
  expect(line).toMatchObject({ level: "error", error: { name: "TypeError", code: "23505" } });
  expect(JSON.stringify(line)).not.toContain("ann@example.org");
});
