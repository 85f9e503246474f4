import { afterAll, beforeAll, expect, test } from "vitest";

import { askSearch, askYears, boardPage, cancelSearch, changeGroups, runSearch, searchSeen, startingRules, takeRound, undoChange, waitForSearch, yearsPage, boardRound } from "~/features/arrangement";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { closeWorkers } from "~/scheduling";
import { aDraftOf, boardWorld, inThrees, type BoardWorld } from "./world";

let world: BoardWorld;
let cycleId: string;
beforeAll(async () => {
  world = await boardWorld();
  await world.round(2024, { groups: inThrees(world.authorityIds) });
  cycleId = await world.round(2026);
});
afterAll(closeWorkers);

async function asked(id: string): Promise<string> {
  const search = await askSearch(id, "groups", world.coordinator);
  if (search.kind !== "asked") throw new Error(JSON.stringify(search));
  return search.searchId;
}
const stageOf = async (id: string) => (await db.arrangementSearch.findUniqueOrThrow({ where: { id }, select: { stage: true } })).stage;

test("a search is a job of the worker: it waits, runs and ends, and everybody is told the same of it", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId);
  const search = await asked(id);
  const [job] = await db.$queryRaw<{ payload: unknown }[]>`SELECT payload FROM graphile_worker._private_jobs WHERE key = ${`arrange:${search}`}`;
  expect(job?.payload).toEqual({ id: search });
  expect(await searchSeen(world.coordinator, cycleId, search)).toMatchObject({ stage: "waiting", progress: null });
  expect(await searchSeen(world.chair, cycleId, search)).toBeNull();
  expect(await waitForSearch(search, 50)).toBe(false);
  await runSearch(search);
  expect(await searchSeen(world.deputy, cycleId, search)).toMatchObject({ stage: "done", rounds: expect.stringMatching(/without a repeat/) as string });
});

test("ten presses at once are one search, and ten workers on it write one result", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, { seconds: 25 });
  const searches = await Promise.all(Array.from({ length: 10 }, () => asked(id)));
  expect(new Set(searches).size).toBe(1);
  await Promise.all(searches.map((search) => runSearch(search)));
  expect(await db.arrangementChange.count({ where: { arrangementId: id } })).toBe(1);
  expect((await boardPage(world.coordinator, cycleId, id))?.draft.revision).toBe(1);
});

test("while a search is under way the groups cannot be changed under it, and stopping leaves them as they were", { timeout: 180_000 }, async () => {
  const groups = inThrees(world.authorityIds);
  const id = await aDraftOf(world, cycleId, { seconds: 60 }, groups);
  const search = await asked(id);
  expect(await changeGroups(id, { kind: "move", authority: "kent", to: 1 }, world.coordinator)).toEqual({ kind: "refused", reason: "searching" });
  expect(await undoChange(id, world.coordinator)).toEqual({ kind: "refused", reason: "searching" });
  expect(await cancelSearch(search, world.chair)).toBe(false);
  expect(await cancelSearch(search, world.deputy)).toBe(true);
  await runSearch(search);
  expect(await stageOf(search)).toBe("cancelled");
  expect((await boardPage(world.coordinator, cycleId, id))?.certificate).toBeNull();
});

test("a search that is stopped while it runs lets go and writes nothing more", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, { seconds: 60 });
  const [question] = await db.$queryRaw<{ id: string }[]>`SELECT id FROM arrangement WHERE id = ${id}::uuid`;
  const search = await asked(question?.id ?? "");
  const running = runSearch(search);
  await expect.poll(() => stageOf(search), { timeout: 20_000 }).not.toBe("waiting");
  await cancelSearch(search, world.coordinator);
  await running;
  const stage = await stageOf(search);
  const board = await boardPage(world.coordinator, cycleId, id);
  // It may have been faster than the hand that stopped it: then all of it is there. Otherwise nothing is.
  expect(stage === "cancelled" ? board?.groups.length : board?.certificate?.searchId).toBe(stage === "cancelled" ? 0 : search);
});

test("when the worker is gone another takes the search up, and the lost one can write nothing", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, { seconds: 25 });
  const search = await asked(id);
  // The worker took it and died: its row says that it is running, and nobody has been seen since.
  await db.arrangementSearch.update({ where: { id: search }, data: { stage: "running", attempt: 1, seenAt: new Date(now().getTime() - 60_000) } });
  await runSearch(search);
  expect(await stageOf(search)).toBe("running");
  await searchSeen(world.coordinator, cycleId, search);
  expect(await stageOf(search)).toBe("waiting");
  const jobs = await db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs WHERE key = ${`arrange:${search}:2`}`;
  expect(jobs).toHaveLength(1);
  await runSearch(search);
  const row = await db.arrangementSearch.findUniqueOrThrow({ where: { id: search } });
  expect(row).toMatchObject({ stage: "done", attempt: 2 });
});

test("a search that breaks off again and again is given up, and the page says so", async () => {
  const id = await aDraftOf(world, cycleId, {}, inThrees(world.authorityIds));
  const search = await asked(id);
  await db.arrangementSearch.update({ where: { id: search }, data: { stage: "running", attempt: 3 } });
  const later = await at(new Date(now().getTime() + 20_000), () => boardPage(world.coordinator, cycleId, id));
  expect(later?.search).toMatchObject({ stage: "failed", failure: expect.stringMatching(/^The search broke off 3 times/) as string });
  expect(later?.groups).toHaveLength(6);
});

test("counting the rounds that remain can be lost without losing the groups", { timeout: 180_000 }, async () => {
  const id = await aDraftOf(world, cycleId, { seconds: 25 });
  const search = await asked(id);
  await runSearch(search);
  await db.arrangementSearch.update({ where: { id: search }, data: { stage: "counting", seenAt: new Date(now().getTime() - 60_000) } });
  await db.$executeRaw`UPDATE arrangement SET certificate = certificate || '{"counting": true}' WHERE id = ${id}::uuid`;
  const board = await boardPage(world.coordinator, cycleId, id);
  expect(board?.certificate).toMatchObject({ counting: false, proven: true });
  expect(await stageOf(search)).toBe("done");
});

test("several years are planned so that nobody meets twice, and any of them becomes a draft of a round to come", { timeout: 90_000 }, async () => {
  const ids = world.authorityIds.slice(0, 9);
  const first = await world.round(2025, { authorityIds: ids });
  const round = await boardRound(world.coordinator, first);
  if (!round) throw new Error("no round");
  const rules = { ...(await startingRules(world.coordinator, first)), earlier: [], leftOut: [], seconds: 40 };
  const plan = await askYears(first, { rules, rounds: 0 }, world.coordinator);
  if (plan.kind !== "asked") throw new Error(JSON.stringify(plan));
  await runSearch(plan.searchId);
  const page = await yearsPage(world.coordinator, round);
  expect(page.rounds).toHaveLength(4);
  const pairs = page.rounds.flatMap((one) => one.groups.flatMap((group) => group.flatMap((a, index) => group.slice(index + 1).map((b) => [a, b].sort().join(" - ")))));
  expect(new Set(pairs).size).toBe(pairs.length);
  const next = page.targets.find((target) => target.id === cycleId);
  expect(next?.name).toBe("2026/2027");
  const taken = await takeRound({ round, searchId: plan.searchId, index: 2, targetId: cycleId, draftId: undefined, actor: world.coordinator });
  expect(taken.kind).toBe("saved");
  if (taken.kind !== "saved") return;
  const board = await boardPage(world.coordinator, cycleId, taken.id);
  expect(board?.draft.name).toBe("Planned in 2025/2026, year 2");
  expect(board?.groups.map((group) => group.members.map((member) => member.name).sort())).toEqual(page.rounds[1]?.groups);
  expect(await takeRound({ round, searchId: plan.searchId, index: 2, targetId: cycleId, draftId: undefined, actor: world.chair })).toMatchObject({ kind: "refused" });
});
