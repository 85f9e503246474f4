import { getShortestPaths } from "xstate/graph";
import { describe, expect, test } from "vitest";

import { emails } from "~emails/index";
import { decide } from "~machines/decide";
import { machines } from "~machines/index";
import { duesOf, initialOf, isFinal, metaOf, rowsOf, statesOf } from "~machines/machine";

// What must hold for every process there is or will be.
describe.each(Object.entries(machines))("the process %s", (name, machine) => {
  const meta = metaOf(machine);
  const roles = new Set(Object.keys(meta.roles));
  const rows = rowsOf(machine);

  test("is registered under its own name, with a version", () => {
    expect(machine.id).toBe(name);
    expect(machine.version).toMatch(/^\d+$/);
  });

  test("leads from one state by one event to one state that exists", () => {
    const seen = rows.map((row) => `${row.state} ${row.event}`);
    expect(new Set(seen).size).toBe(seen.length);
    for (const row of rows) expect(statesOf(machine)).toContain(row.to);
  });

  test("is flat: no nested or parallel states, no timers, no invoked actors, no entry effects", () => {
    for (const node of Object.values(machine.states)) {
      expect(Object.keys(node.states)).toEqual([]);
      expect([node.after, node.always ?? [], node.invoke, node.entry, node.exit].map((list) => list.length)).toEqual([0, 0, 0, 0, 0]);
    }
  });

  test("names its events noun.verb", () => {
    for (const row of rows) expect(row.event).toMatch(/^[a-z]+[A-Za-z]*\.[a-z]+[A-Za-z]*$/);
  });

  test("says for every step who may take it, by roles it knows", () => {
    for (const row of rows) {
      expect(row.by.length, `${row.state} ${row.event}`).toBeGreaterThan(0);
      for (const role of row.by) expect([...roles, "system"]).toContain(role);
      for (const role of row.optionalFor) expect(row.by).toContain(role);
      // Whoever may take it does not prepare it for somebody else.
      for (const role of row.preparedBy) expect([roles.has(role), row.by.includes(role)]).toEqual([true, false]);
    }
  });

  test("emails somebody at every step, in a role that is never legitimately empty", () => {
    for (const row of rows) {
      const told = Object.keys(row.tells);
      for (const role of told) expect(roles).toContain(role);
      expect(told.filter((role) => !(meta.mayBeEmpty as readonly string[]).includes(role)), `${row.state} ${row.event}`).not.toEqual([]);
    }
  });

  test("names only emails that exist, in steps and in reminders", () => {
    const named = [
      ...rows.flatMap((row) => Object.values(row.tells)),
      ...statesOf(machine).flatMap((state) => duesOf(machine, state).flatMap((due) => due.remind.flatMap((reminder) => Object.values(reminder.tells)))),
    ];
    expect(named.length).toBeGreaterThan(0);
    for (const email of named) expect(Object.keys(emails)).toContain(email);
  });

  test("reminds about every deadline or does something when it passes", () => {
    for (const state of statesOf(machine)) {
      for (const due of duesOf(machine, state)) {
        expect(due.remind.length + (due.fires ? 1 : 0), `${state}: ${due.name}`).toBeGreaterThan(0);
        if (due.fires) expect(rows.some((row) => row.state === state && row.event === due.fires && row.by.includes("system"))).toBe(true);
      }
    }
  });

  test("cascades only into steps the other process lets the system take", () => {
    for (const row of rows) {
      for (const [other, event] of Object.entries(row.cascades)) {
        const target = machines[other];
        expect(target, other).toBeDefined();
        expect(target && rowsOf(target).some((one) => one.event === event && one.by.includes("system"))).toBe(true);
      }
    }
  });

  test("has guards for every condition it names, and none it does not use", () => {
    const used = new Set(rows.flatMap((row) => row.guards));
    expect(new Set(Object.keys(machine.implementations.guards))).toEqual(used);
    for (const asked of meta.askedWithTheAct) expect([...used]).toContain(asked);
  });

  test("reaches every state from the first, and leaves every state that is not final", () => {
    const reached = new Set([initialOf(machine)]);
    for (let grew = true; grew; ) {
      const before = reached.size;
      for (const row of rows) if (reached.has(row.state)) reached.add(row.to);
      grew = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...statesOf(machine)].sort());
    for (const state of statesOf(machine)) {
      expect(rows.some((row) => row.state === state && row.to !== state), state).toBe(!isFinal(machine, state));
    }
  });

  test("permits each step to exactly the roles it names, and refuses every other", () => {
    for (const row of rows) {
      for (const role of [...roles, "system", "stranger"]) {
        const decision = decide({ machine, state: row.state, facts: satisfying(machine, row.guards), roles: new Set([role]) }, row.event);
        if (row.by.includes(role)) expect(decision, `${role} ${row.event}`).toMatchObject({ kind: "move", role });
        else expect(decision, `${role} ${row.event}`).toEqual({ kind: "refused", reason: "not-your-role" });
      }
    }
  });

  test("refuses an event the state does not have, whoever asks", () => {
    const events = new Set(rows.map((row) => row.event));
    for (const state of statesOf(machine)) {
      for (const event of events) {
        if (rows.some((row) => row.state === state && row.event === event)) continue;
        expect(decide({ machine, state, facts: {}, roles: new Set([...roles, "system"]) }, event)).toEqual({ kind: "refused", reason: "no-such-step" });
      }
    }
  });

  test("agrees with xstate about the shortest way to each state", () => {
    const withoutGuards = machine.provide({ guards: Object.fromEntries(Object.keys(machine.implementations.guards).map((guard) => [guard, () => true])) });
    const paths = getShortestPaths(withoutGuards, { input: {} });
    expect(new Set(paths.map((path) => String(path.state.value)))).toEqual(new Set(statesOf(machine)));
  });
});

/** Facts with which the named guards say yes: numbers, flags and dates tried until they do. */
function satisfying(machine: (typeof machines)[string], guards: readonly string[]): object {
  const always = new Proxy<Record<string, unknown>>({}, { get: (_, fact) => factFor(String(fact)) });
  const candidates = [always, inverted(["unanswered", "outliersWithoutNarrative", "openConflicts", "outstanding"], 0), withNeeds(1, 0), withNeeds(1, 1), withNeeds(0, 0)];
  const says = machine.implementations.guards as unknown as Record<string, (args: { context: object }) => boolean>;
  const found = candidates.find((facts) => guards.every((guard) => says[guard]?.({ context: facts })));
  if (!found) throw new Error(`no facts satisfy ${guards.join(", ")}: add to the candidates`);
  return found;
}

function factFor(fact: string): unknown {
  return ["moderationNeeded"].includes(fact) ? false : true;
}

function inverted(names: readonly string[], value: number): object {
  return new Proxy<Record<string, unknown>>({}, { get: (_, fact) => (names.includes(String(fact)) ? value : factFor(String(fact))) });
}

function withNeeds(needed: number, given: number): object {
  const facts: Record<string, unknown> = { endorsementsNeeded: needed, endorsementsGiven: given, unanswered: 0, outliersWithoutNarrative: 0, openConflicts: 0, outstanding: 0 };
  return new Proxy(facts, { get: (_, fact) => facts[String(fact)] ?? factFor(String(fact)) });
}
