import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { machines } from "~machines/index";
import { rowsOf, statesOf, versionOf } from "~machines/machine";

/** A machine as it was at one version; `migration` is the newest migration of that time. */
interface Fixture {
  readonly machine: string;
  readonly version: string;
  readonly migration: string;
  readonly states: readonly string[];
  readonly rows: readonly (readonly [state: string, event: string, to: string])[];
}

const folder = new URL("./fixtures/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture);

// tests/workflow/versions.test.ts replays the earlier ones through the migrations.
describe("a machine's version", () => {
  test.each(Object.values(machines))("$id has a fixture of its present version, and is what that says", (machine) => {
    const fixture = fixtures.find((one) => one.machine === machine.id && one.version === versionOf(machine));
    // Changed on purpose? Raise the version, keep the old fixture, add the new one, and migrate records in states that went.
    expect({ states: statesOf(machine), rows: rowsOf(machine).map((row) => [row.state, row.event, row.to]) }).toEqual({
      states: fixture?.states,
      rows: fixture?.rows,
    });
  });
});
