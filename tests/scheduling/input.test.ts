import { afterAll, describe, expect, test } from "vitest";

import { closeWorkers, scheduleGroups, scheduleSessions, SchedulingInputError } from "../../app/scheduling";

afterAll(closeWorkers);

const named = (count: number): string[] => Array.from({ length: count }, (_, i) => `m${i}`);

async function refusal(input: unknown): Promise<{ field: string; message: string }> {
  try {
    await scheduleGroups(input as Parameters<typeof scheduleGroups>[0]);
  } catch (error) {
    if (error instanceof SchedulingInputError) return { field: error.field, message: error.message };
    throw error;
  }
  throw new Error("the input was accepted");
}

describe("what cannot be meant is refused with the field's name", { timeout: 60_000 }, () => {
  test.each([
    ["one member", { members: named(1) }, "members"],
    ["two members", { members: named(2) }, "members"],
    ["five members, which threes and fours cannot make", { members: named(5) }, "members"],
    ["four hundred members", { members: named(400) }, "members"],
    ["no members", {}, "members"],
    ["a member listed twice", { members: ["a", "b", "c", "a"] }, "members[3]"],
    ["an unknown member in a conflict", { members: named(6), never: [["m0", "zz"]] }, "never[0][1]"],
    ["an unknown member in the history", { members: named(6), metBefore: [["m0", "m1"], ["zz", "m1"]] }, "metBefore[1][0]"],
    ["an unknown member in a cost", { members: named(6), pairCosts: [{ pair: ["m0", "zz"], cost: 1 }] }, "pairCosts[0].pair[1]"],
    ["a cost that is not finite", { members: named(6), pairCosts: [{ pair: ["m0", "m1"], cost: Infinity }] }, "pairCosts[0].cost"],
    ["a cost that is not a number", { members: named(6), pairCosts: [{ pair: ["m0", "m1"], cost: Number.NaN }] }, "pairCosts[0].cost"],
    ["a default cost in words", { members: named(6), defaultPairCost: "low" }, "defaultPairCost"],
    ["a pair with itself", { members: named(6), never: [["m0", "m0"]] }, "never[0]"],
    ["two costs for one pair", { members: named(6), pairCosts: [{ pair: ["m0", "m1"], cost: 1 }, { pair: ["m1", "m0"], cost: 2 }] }, "pairCosts[1].pair"],
    ["groups of another size", { members: named(6), groupSize: 5 }, "groupSize"],
    ["half a round", { members: named(6), rounds: 1.5 }, "rounds"],
    ["a latitude off the globe", { members: [{ id: "a", lat: 95, lon: 0 }, "b", "c"] }, "members[0].lat"],
    ["a group to keep with two members", { members: named(6), pinned: [["m0", "m1"]] }, "pinned[0]"],
    ["no object at all", 7, "file"],
  ])("%s", async (_, input, field) => {
    const refused = await refusal(input);
    expect(refused.field).toBe(field);
    expect(refused.message).not.toBe("");
  });

  test("a sessions file is checked as well", async () => {
    const input = { sessions: [{ id: "t1", members: ["a", "b", "c"] }], dates: [{ id: "3 February" }] };
    await expect(scheduleSessions(input)).rejects.toMatchObject({ field: "dates[0].id" });
    await expect(scheduleSessions({ sessions: [], dates: [] })).rejects.toMatchObject({ field: "sessions" });
    const twice = { sessions: [{ id: "t1", members: ["a"] }, { id: "t1", members: ["b"] }], dates: [] };
    await expect(scheduleSessions(twice)).rejects.toMatchObject({ field: "sessions[1].id" });
  });

  test("members may carry any further fields", async () => {
    const members = named(6).map((id) => ({ id, telephone: "none", nested: { anything: true } }));
    expect(await scheduleGroups({ members })).toMatchObject({ status: "solved", proven: true });
  });
});
