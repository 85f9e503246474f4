import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { rowsOf, statesOf } from "~machines/machine";
import { machines } from "~machines/index";

import { layoutOf, pageOf } from "../../commands/process-drawing";
import { processPage } from "~/features/process-pages.server";
import { processWords } from "~/features/process-words";

test.each(Object.entries(machines))("the page and the picture of %s are as its table says", async (name, machine) => {
  const words = processWords[name]!;
  expect(readFileSync(`machines/${name}.md`, "utf8")).toBe(pageOf(machine, words));
  expect(JSON.parse(readFileSync(`machines/${name}.layout.json`, "utf8"))).toEqual(JSON.parse(JSON.stringify(await layoutOf(machine, words))));
});

test.each(Object.entries(machines))("every state, step and condition of %s has words", (name, machine) => {
  const words = processWords[name]!;
  for (const state of statesOf(machine)) expect(words.label(state), state).not.toBe(state);
  for (const row of rowsOf(machine)) {
    expect(words.happened(row.event), row.event).not.toBe(row.event);
    for (const guard of row.guards) expect(words.conditions[guard], guard).toBeTypeOf("string");
  }
});

test("a process page lists every step once and an unknown process has none", () => {
  const page = processPage("cycle")!;
  expect(page.states.flatMap((state) => state.steps)).toHaveLength(rowsOf(machines["cycle"]!).length);
  expect(processPage("constructor")).toBeNull();
  expect(processPage(undefined)).toBeNull();
});
