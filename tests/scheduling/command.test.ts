import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "schedule-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function schedule(...args: string[]): { code: number | null; json: Record<string, unknown>; errors: string } {
  const run = spawnSync(process.execPath, ["--import", "tsx", "commands/schedule.ts", ...args], { cwd: root, encoding: "utf8" });
  return { code: run.status, json: JSON.parse(run.stdout) as Record<string, unknown>, errors: run.stderr };
}

describe("the command line", { timeout: 60_000 }, () => {
  test("solved is 0 with JSON alone on standard output, and the answer can be verified", () => {
    const example = join(root, "app/scheduling/examples/south-east.json");
    const { code, json } = schedule("groups", example, "--time", "20");
    expect(code).toBe(0);
    expect(json).toMatchObject({ status: "solved", repeats: 0, proven: true });
    expect(Number(json["repeatFreeRoundsLeft"])).toBeGreaterThan(0);
    const told = file("answer.json", json);
    expect(schedule("verify", example, told)).toMatchObject({ code: 0, json: { valid: true, problems: [] } });
    const false_ = file("false.json", { ...json, cost: 1, lowerBound: 1 });
    expect(schedule("verify", example, false_)).toMatchObject({ code: 1, json: { valid: false } });
  });

  test("infeasible is 1 and says why; a bad file is 2 and names the field", () => {
    const impossible = schedule("groups", file("impossible.json", { members: ["a", "b", "c"], never: [["a", "b"]] }));
    expect(impossible).toMatchObject({ code: 1, json: { status: "infeasible" } });
    expect(impossible.json["reason"]).toContain("a may never be with b");
    const bad = schedule("groups", file("bad.json", '{ "members": ["a", "b", "c"], "defaultPairCost": 1e999 }'));
    expect(bad).toMatchObject({ code: 2, json: { field: "defaultPairCost" } });
    expect(bad.errors).toContain("defaultPairCost");
    expect(schedule("groups", file("torn.json", "{"))).toMatchObject({ code: 2, json: { field: "FILE" } });
  });

  test("sessions are placed from the example and verified", () => {
    const example = join(root, "app/scheduling/examples/south-east-sessions.json");
    const { code, json } = schedule("sessions", example);
    expect(code).toBe(0);
    expect(json).toMatchObject({ status: "solved", unplaced: [], proven: true });
    expect(schedule("verify", example, file("sessions.json", json))).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(example, "utf8"))).toHaveProperty("sessions.length", 6);
  });
});
