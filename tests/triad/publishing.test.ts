import { randomUUID } from "node:crypto";

import { describe, expect, test } from "vitest";

import { publishGroups, triadsOf, visibleTo } from "~/features/triad";
import { db } from "~/platform/db.server";
import { lettersOf } from "~tests/cycle/region";
import { aRound, publishedGroups, stateOf } from "./world";

describe("publishing the groups of a round", () => {
  test("begins one triad for each and tells every director, delegate and coordinator", async () => {
    const { triadId, cycleId } = await publishedGroups();
    expect(await stateOf(triadId)).toBe("awaitingDates");
    expect(await lettersOf(triadId, "group.publish")).toEqual([
      "triad/group-published > Delegate of Ashford",
      "triad/group-published > Delegate of Barton",
      "triad/group-published > Delegate of Carne",
      "triad/group-published > Director of Ashford",
      "triad/group-published > Director of Barton",
      "triad/group-published > Director of Carne",
      "triad/group-published > Priya Nair",
      "triad/group-published > Sam Deputy",
    ]);
    expect((await triadsOf(cycleId)).map((triad) => triad.title)).toEqual(["Triad 1 (Ashford, Barton and Carne)", "Triad 2 (Deal, Esher, Frome and Goole)"]);
    expect(await db.cycleGroupMember.count({ where: { group: { cycleId } } })).toBe(7);
  });

  test("a group exists for its members and the coordinator, and for nobody else", async () => {
    const { triadId, four, region, of } = await publishedGroups();
    const seenBy = async (actor: typeof region.coordinator) => (await db.triad.findMany({ where: { AND: [visibleTo(actor), { id: { in: [triadId, four] } }] }, select: { id: true } })).map(({ id }) => id);
    expect(await seenBy(of("Ashford").dcs)).toEqual([triadId]);
    expect(await seenBy(of("Ashford").delegate)).toEqual([triadId]);
    expect(await seenBy(of("Ashford").chiefExecutive)).toEqual([]);
    expect((await seenBy(region.coordinator)).sort()).toEqual([triadId, four].sort());
    expect(await seenBy(region.chair)).toEqual([]);
  });

  test("the same press twice, even at once, publishes once", async () => {
    const { cycleId, region, of } = await aRound();
    const groups = [["Ashford", "Barton", "Carne"], ["Deal", "Esher", "Frome", "Goole"]].map((group) => group.map((name) => of(name).id));
    const requestKey = randomUUID();
    const both = await Promise.all([1, 2].map(() => publishGroups({ cycleId, groups, actor: region.coordinator, requestKey })));
    expect(both[0]).toEqual(both[1]);
    expect(await triadsOf(cycleId)).toHaveLength(2);
    expect(await publishGroups({ cycleId, groups, actor: region.coordinator, requestKey: randomUUID() })).toEqual({ kind: "refused", reason: "already-published" });
  });

  test.each([
    ["in-two-groups", [["Ashford", "Barton", "Carne"], ["Carne", "Deal", "Esher"]]],
    ["wrong-size", [["Ashford", "Barton"], ["Carne", "Deal", "Esher"]]],
    ["wrong-size", [["Ashford", "Barton", "Carne", "Deal", "Esher"]]],
    ["no-groups", []],
  ])("is refused: %s", async (reason, names) => {
    const { cycleId, region, of } = await aRound();
    const groups = names.map((group) => group.map((name) => of(name).id));
    expect(await publishGroups({ cycleId, groups, actor: region.coordinator, requestKey: randomUUID() })).toEqual({ kind: "refused", reason });
    expect(await triadsOf(cycleId)).toEqual([]);
  });

  test("is the coordinator's alone, and takes only authorities of the round", async () => {
    const { cycleId, region, of } = await aRound();
    const groups = [[of("Ashford").id, of("Barton").id, of("Carne").id]];
    expect(await publishGroups({ cycleId, groups, actor: of("Ashford").dcs, requestKey: randomUUID() })).toEqual({ kind: "refused", reason: "not-your-role" });
    const stranger = [[of("Ashford").id, of("Barton").id, "nowhere"]];
    expect(await publishGroups({ cycleId, groups: stranger, actor: region.coordinator, requestKey: randomUUID() })).toEqual({ kind: "refused", reason: "not-taking-part" });
  });

  test("the database itself refuses an authority in two groups of one round", async () => {
    const { four, cycleId, of } = await publishedGroups();
    await expect(db.triadMember.create({ data: { triadId: four, cycleId, authorityId: of("Ashford").id, joinedAt: new Date() } })).rejects.toThrow(/[Uu]nique/);
  });
});
