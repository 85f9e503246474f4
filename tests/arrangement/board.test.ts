import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";

import { boardPage, changeGroups, changeRules, comparePage, createArrangement, draftsOf, keepGroup, movePage, publishArrangement, publishPage, redoChange, removeArrangement, replaceGroups, restoreFound, startingRules, undoChange } from "~/features/arrangement";
import { firstRules } from "~/features/arrangement/rules";
import { triadsOf } from "~/features/triad";
import { db } from "~/platform/db.server";
import { closeWorkers, scheduleGroups } from "~/scheduling";
import { aDraftOf, boardWorld, inThrees, searched, type BoardWorld } from "./world";

let world: BoardWorld;
let cycleId: string;
beforeAll(async () => {
  world = await boardWorld();
  await world.round(2024, { groups: inThrees(world.authorityIds) });
  cycleId = await world.round(2026);
});
afterAll(closeWorkers);

const pageOf = async (id: string) => {
  const page = await boardPage(world.coordinator, cycleId, id);
  if (!page) throw new Error("no board");
  return page;
};
const idsOf = (page: Awaited<ReturnType<typeof pageOf>>) => page.groups.map((group) => group.members.map((member) => member.id));

test("one press finds groups that are proven best, in which nobody meets again, and says how many rounds remain", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, { seconds: 30 });
  await searched(world, id, "groups", { counted: true });
  const page = await pageOf(id);
  expect(page.standing.kind).toBe("proven");
  expect(page.standing.title).toBe("The best possible under your rules: proven.");
  expect(idsOf(page).flat().sort()).toEqual([...world.authorityIds].sort());
  expect(page.groups.map((group) => group.members.length).sort()).toEqual([3, 3, 3, 3, 3, 4]);
  expect(page.groups.flatMap((group) => group.warnings)).toEqual([]);
  expect(page.faults).toEqual([]);
  expect(page.certificate).toMatchObject({ counting: false });
  expect(page.certificate?.roundsLeft).toBeGreaterThanOrEqual(2);
  expect(page.groups[0]?.sentence).toMatch(/^.+ - .+: \d+ km apart, .*never met$/);
  expect(page.suggestions).toEqual([]);
  expect(page.places.filter((place) => place.group === undefined)).toEqual([]);
});

test("the board finds what the scheduling library finds for the same question", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, { grade: 0 });
  await searched(world, id);
  const { certificate } = await pageOf(id);
  const search = await db.arrangementSearch.findFirstOrThrow({ where: { arrangementId: id }, select: { question: true } });
  const answer = await scheduleGroups(search.question as never, { timeLimitMs: 60_000 });
  expect(answer).toMatchObject({ status: "solved", cost: certificate?.cost, repeats: certificate?.repeats });
});

test("only coordinators of the region have a board: the chair, directors and other regions find nothing", async () => {
  const id = await aDraftOf(world, cycleId);
  expect(await boardPage(world.deputy, cycleId, id)).not.toBeNull();
  for (const actor of [world.chair, world.director, world.elsewhere]) {
    expect(await boardPage(actor, cycleId, id)).toBeNull();
    expect(await movePage(actor, cycleId, id, "kent")).toBeNull();
    expect(await comparePage(actor, cycleId, [id])).toBeNull();
    expect(await draftsOf(actor, cycleId)).toEqual([]);
    expect(await undoChange(id, actor)).toEqual({ kind: "refused", reason: "no-such-draft" });
    expect(await removeArrangement(id, actor)).toEqual({ kind: "refused", reason: "no-such-draft" });
    expect(await createArrangement({ cycleId, name: "Mine", rules: firstRules, actor })).toEqual({ kind: "refused", reason: "not-your-role" });
  }
});

test("each change says beforehand what it does, does exactly that, and can be undone", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, {}, inThrees(world.authorityIds));
  const before = await pageOf(id);
  const offered = await movePage(world.coordinator, cycleId, id, "kent");
  const swap = offered?.choices.find((choice) => choice.key.startsWith("swap:"));
  if (!swap) throw new Error("nothing is offered");
  const saved = await changeGroups(id, { kind: "swap", a: "kent", b: swap.key.slice(5) }, world.coordinator);
  expect(saved).toMatchObject({ kind: "saved", revision: 1 });
  const after = await pageOf(id);
  expect(after.mayUndo).toMatch(/Kent and .+ changed places/);
  const repeats = (page: typeof before) => page.groups.flatMap((group) => group.warnings).length;
  expect(repeats(after)).toBeLessThan(repeats(before));
  expect(swap.effect).toContain(`fewer meet again`);
  expect(await undoChange(id, world.coordinator)).toMatchObject({ kind: "saved" });
  expect(idsOf(await pageOf(id))).toEqual(idsOf(before));
  expect(await undoChange(id, world.coordinator)).toEqual({ kind: "refused", reason: "nothing-to-undo" });
  expect((await pageOf(id)).mayRedo).toMatch(/Kent and .+ changed places/);
  await redoChange(id, world.coordinator);
  expect(idsOf(await pageOf(id))).toEqual(idsOf(after));
  expect(await redoChange(id, world.coordinator)).toEqual({ kind: "refused", reason: "nothing-to-redo" });
  // Undone and done again as often as one likes; another change ends what could be done again.
  await undoChange(id, world.coordinator);
  expect(idsOf(await pageOf(id))).toEqual(idsOf(before));
  await changeGroups(id, { kind: "swap", a: "kent", b: swap.key.slice(5) }, world.coordinator);
  expect((await pageOf(id)).mayRedo).toBeNull();
});

test("groups of two and five may stand for a while with a warning, and are not published", async () => {
  const id = await aDraftOf(world, cycleId, {}, inThrees(world.authorityIds));
  const first = (await pageOf(id)).groups[0]?.members[0];
  if (!first) throw new Error("no member");
  const four = (await pageOf(id)).groups.find((group) => group.members.length === 4)?.number ?? 0;
  expect(await changeGroups(id, { kind: "move", authority: first.id, to: four }, world.coordinator)).toMatchObject({ kind: "saved" });
  const page = await pageOf(id);
  expect(page.faults.join()).toContain("has 2 members");
  expect(page.faults.join()).toContain("has 5 members");
  expect(page.groups.flatMap((group) => group.warnings).join()).toContain("Only two members");
  expect(await publishArrangement(cycleId, id, world.coordinator, {})).toEqual({ kind: "refused", reason: "not-ready" });
});

test("a kept group stays as it is, by hand and when the rest is searched again around it", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, { earlier: [] }, inThrees(world.authorityIds));
  const kept = (await pageOf(id)).groups[1];
  const moved = (await pageOf(id)).groups[0]?.members[0]?.id ?? "";
  expect(await keepGroup(id, 2, true, world.coordinator)).toMatchObject({ kind: "saved" });
  expect(await changeGroups(id, { kind: "swap", a: moved, b: kept?.members[0]?.id ?? "" }, world.coordinator)).toEqual({ kind: "refused", reason: "kept" });
  await searched(world, id);
  const page = await pageOf(id);
  expect(page.groups[1]).toMatchObject({ pinned: true, members: kept?.members });
  expect(page.standing.title).toBe("The best possible under your rules around the group you kept: proven.");
});

test("rules that cannot all be kept are named, as few as there are, and the groups stay", { timeout: 180_000 }, async () => {
  const [a = "", ...others] = world.authorityIds;
  const groups = inThrees(world.authorityIds);
  const id = await aDraftOf(world, cycleId, { never: others.slice(0, 17).map((b): [string, string] => [a, b]) }, groups);
  await searched(world, id);
  const page = await pageOf(id);
  expect(page.search?.stage).toBe("failed");
  expect(page.search?.failure).toMatch(/may never be with .+ which leaves one partner/);
  expect(page.search?.conflict).toHaveLength(17);
  expect(idsOf(page)).toHaveLength(groups.length);
});

test("two coordinators at once: one change is made, the other is told of it, and nothing is overwritten", async () => {
  const id = await aDraftOf(world, cycleId, {}, inThrees(world.authorityIds));
  const { revision } = (await pageOf(id)).draft;
  const ids = (await pageOf(id)).groups.map((group) => group.members[0]?.id ?? "");
  const results = await Promise.all([
    changeGroups(id, { kind: "swap", a: ids[0] ?? "", b: ids[1] ?? "" }, world.coordinator, { expectedRevision: revision }),
    changeGroups(id, { kind: "swap", a: ids[2] ?? "", b: ids[3] ?? "" }, world.deputy, { expectedRevision: revision }),
    changeRules(id, { name: "Renamed", rules: firstRules }, world.deputy, { expectedRevision: revision }),
  ]);
  expect(results.map((result) => result.kind).sort()).toEqual(["conflict", "conflict", "saved"]);
  expect((await pageOf(id)).draft.revision).toBe(revision + 1);
});

test("the same press sent twice changes once, and ten presses make one draft", async () => {
  const id = await aDraftOf(world, cycleId, {}, inThrees(world.authorityIds));
  const ids = (await pageOf(id)).groups.map((group) => group.members[0]?.id ?? "");
  const requestKey = randomUUID();
  const swap = () => changeGroups(id, { kind: "swap", a: ids[0] ?? "", b: ids[1] ?? "" }, world.coordinator, { requestKey });
  const results = await Promise.all([swap(), swap(), swap()]);
  expect(results.map((result) => result.kind)).toEqual(["saved", "saved", "saved"]);
  expect(await db.arrangementChange.count({ where: { arrangementId: id } })).toBe(1);
  const draftId = randomUUID();
  await removeArrangement(id, world.coordinator);
  const made = await Promise.all(Array.from({ length: 10 }, () => createArrangement({ id: draftId, cycleId, name: "Once", rules: firstRules, actor: world.coordinator })));
  expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await db.arrangement.count({ where: { name: "Once" } })).toBe(1);
});

test("an alternative is the next best and differs; taking it says what that gives up, and one press goes back", { timeout: 180_000 }, async () => {
  const small = world.authorityIds.slice(0, 9);
  const other = await world.round(2027, { authorityIds: small });
  const rules = { ...(await startingRules(world.coordinator, other)), earlier: [], seconds: 60 };
  const made = await createArrangement({ cycleId: other, name: "Nine", rules, actor: world.coordinator });
  if (made.kind !== "saved") throw new Error(made.kind);
  await searched(world, made.id);
  await searched(world, made.id, "alternatives");
  const page = await boardPage(world.coordinator, other, made.id);
  const [first] = page?.alternatives?.list ?? [];
  expect(page?.alternatives?.proven).toBe(true);
  expect(first?.effect).toMatch(/worse|costs the same/);
  const { alternativeGroups } = await import("~/features/arrangement");
  const groups = await alternativeGroups(world.coordinator, made.id, first?.index ?? 0);
  await replaceGroups(made.id, groups ?? [], "took an alternative", world.coordinator);
  expect((await boardPage(world.coordinator, other, made.id))?.standing.title).toMatch(/^Changed by hand: .+ than the best possible$/);
  await restoreFound(made.id, world.coordinator);
  expect((await boardPage(world.coordinator, other, made.id))?.standing.kind).toBe("proven");
});

test("16 of 19 take part: whoever stood aside is in no group, and the board says so of drafts made before", { timeout: 180_000 }, async () => {
  const year = await world.round(2022);
  const rules = { ...(await startingRules(world.coordinator, year)), earlier: [], seconds: 60 };
  const made = await createArrangement({ cycleId: year, name: "Before", rules, groups: inThrees(world.authorityIds), actor: world.coordinator });
  if (made.kind !== "saved") throw new Error(made.kind);
  const aside = world.authorityIds.slice(0, 3);
  await db.$executeRaw`UPDATE workflow SET state = 'optedOut' WHERE id IN (SELECT id FROM self_assessment WHERE cycle_id = ${year}::uuid AND authority_id = ANY(${[...aside]}::text[]))`;
  const page = await boardPage(world.coordinator, year, made.id);
  expect(page?.strangers.map((one) => one.id).sort()).toEqual([...aside].sort());
  expect(page?.faults.join()).toContain("takes no part (opted out)");
  const fresh = await createArrangement({ cycleId: year, name: "After", rules, actor: world.coordinator });
  if (fresh.kind !== "saved") throw new Error(fresh.kind);
  await searched(world, fresh.id);
  const after = await boardPage(world.coordinator, year, fresh.id);
  expect(after?.memberCount).toBe(16);
  expect(after?.groups.map((group) => group.members.length).sort()).toEqual([3, 3, 3, 3, 4]);
  expect(after?.takingPartInRound).toBe(19);
});

test("4 authorities are one group; 5 are refused with what to do about it; a region without earlier rounds has met nobody", { timeout: 180_000 }, async () => {
  const four = await world.round(2030, { authorityIds: world.authorityIds.slice(0, 4) });
  const rules = { ...(await startingRules(world.coordinator, four)), earlier: [], seconds: 60 };
  const made = await createArrangement({ cycleId: four, name: "Four", rules, actor: world.coordinator });
  if (made.kind !== "saved") throw new Error(made.kind);
  await searched(world, made.id);
  const page = await boardPage(world.coordinator, four, made.id);
  expect(page?.groups.map((group) => group.members.length)).toEqual([4]);
  expect(page?.certificate).toMatchObject({ proven: true, roundsLeft: 0 });
  const five = await world.round(2031, { authorityIds: world.authorityIds.slice(0, 5) });
  const draft = await createArrangement({ cycleId: five, name: "Five", rules, actor: world.coordinator });
  if (draft.kind !== "saved") throw new Error(draft.kind);
  const { askSearch } = await import("~/features/arrangement");
  expect(await askSearch(draft.id, "groups", world.coordinator)).toMatchObject({ kind: "refused", reason: "cannot", words: expect.stringMatching(/^Five authorities cannot be split/) as string });
  expect((await boardPage(world.coordinator, five, draft.id))?.impossible).toMatch(/Leave one out/);
});

test("published groups are triads of the round, every draft is closed, and a second publishing is refused", { timeout: 180_000 }, async () => {
  const year = await world.round(2021);
  const rules = { ...(await startingRules(world.coordinator, year)), seconds: 60 };
  const drafts = await Promise.all(["One", "Two"].map((name) => createArrangement({ cycleId: year, name, rules, groups: inThrees(world.authorityIds), actor: world.coordinator })));
  const ids = drafts.map((draft) => (draft.kind === "saved" ? draft.id : ""));
  expect(await publishArrangement(year, ids[0] ?? "", world.coordinator, { expectedRevision: 7 })).toMatchObject({ kind: "conflict" });
  // Two coordinators publish two drafts at once, one of them twice: one set of groups is published, once.
  const results = await Promise.all([
    publishArrangement(year, ids[0] ?? "", world.coordinator, {}),
    publishArrangement(year, ids[0] ?? "", world.coordinator, {}),
    publishArrangement(year, ids[1] ?? "", world.deputy, {}),
  ]);
  expect(new Set(results.map((result) => (result.kind === "refused" ? result.reason : result.kind)))).toEqual(new Set(["saved", "already-published"]));
  const triads = await triadsOf(year);
  expect(triads.map((triad) => triad.members.length).sort()).toEqual([3, 3, 3, 3, 3, 4]);
  expect(triads.map((triad) => triad.state)).toEqual(Array.from({ length: 6 }, () => "awaitingDates"));
  expect(await db.cycleGroup.count({ where: { cycleId: year } })).toBe(6);
  const told = await db.outboxEmail.count({ where: { template: "triad/group-published", person: { name: "Dana Kent" }, workflowId: { in: triads.map((triad) => triad.id) } } });
  expect(told).toBe(1);
  const published = await db.arrangement.findFirstOrThrow({ where: { cycleId: year, publishedAt: { not: null } } });
  expect(await changeGroups(published.id, { kind: "swap", a: "kent", b: "surrey" }, world.coordinator)).toEqual({ kind: "refused", reason: "published" });
  for (const id of ids) expect(await publishArrangement(year, id, world.coordinator, {})).toMatchObject(id === published.id ? { kind: "saved" } : { kind: "refused", reason: "already-published" });
});

test("a publishing that broke off half-way is gone on with, and a round that is not open is not published to", { timeout: 180_000 }, async () => {
  const year = await world.round(2023);
  const rules = { ...(await startingRules(world.coordinator, year)), seconds: 60 };
  const made = await createArrangement({ cycleId: year, name: "Broken off", rules, groups: inThrees(world.authorityIds), actor: world.coordinator });
  if (made.kind !== "saved") throw new Error(made.kind);
  await db.arrangement.update({ where: { id: made.id }, data: { publishedAt: new Date() } });
  expect((await boardPage(world.coordinator, year, made.id))?.draft.publishedAt).toBeNull();
  expect(await publishArrangement(year, made.id, world.coordinator, {})).toMatchObject({ kind: "saved" });
  expect(await triadsOf(year)).toHaveLength(6);
  const draft = await world.round(2020, { open: false });
  const early = await createArrangement({ cycleId: draft, name: "Early", rules, groups: inThrees(world.authorityIds), actor: world.coordinator });
  if (early.kind !== "saved") throw new Error(early.kind);
  expect((await publishPage(world.coordinator, draft, early.id))?.faults.join()).toContain("The round is not open");
  expect(await publishArrangement(draft, early.id, world.coordinator, {})).toEqual({ kind: "refused", reason: "not-ready" });
});
