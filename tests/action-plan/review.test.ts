import { expect, test } from "vitest";

import { headOf } from "~/features/challenge-record";
import { extendReview, openReview, planOf, recordReview, reviewOf, updateProgress } from "~/features/action-plan";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { areas, done, inDays, stateOf, underWay } from "./world";

const actionOf = async (world: { id: string }) => (await areas(world))[0]!.actions[0]!;

test("the authority says how its actions go, what was said stays, and the lead challenger is told", async () => {
  const world = await underWay();
  const action = await actionOf(world);
  expect(await updateProgress({ recordId: world.id, actor: world.host.dcs, items: [] })).toEqual({ kind: "refused", reason: "nothing-said" });
  expect(await updateProgress({ recordId: world.id, actor: world.lead, items: [{ actionId: action.id, status: "done", text: "" }] })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(updateProgress({ recordId: world.id, actor: world.host.delegate, items: [{ actionId: action.id, status: "underWay", text: "One has started." }] }));
  await done(updateProgress({ recordId: world.id, actor: world.host.dcs, items: [{ actionId: action.id, status: "done", text: "Both have." }] }));
  expect(await actionOf(world)).toMatchObject({ status: "done", updates: [{ text: "Both have.", status: "done" }, { text: "One has started.", status: "underWay" }] });
  await expect(db.actionUpdate.deleteMany({ where: { recordId: world.id } })).rejects.toThrow(/append-only/);
});

test("an action of another record is nobody's to report on", async () => {
  const [one, other] = [await underWay(), await underWay()];
  const foreign = await actionOf(other);
  expect(await updateProgress({ recordId: one.id, actor: one.host.dcs, items: [{ actionId: foreign.id, status: "done", text: "Ours?" }] })).toEqual({ kind: "refused", reason: "no-such-action" });
  expect((await actionOf(other)).status).toBeNull();
});

test("the review opens by itself six months after the plan was agreed", async () => {
  const world = await underWay();
  const { reviewDueOn } = (await headOf(world.lead, world.id))!;
  expect(reviewDueOn! > inDays(170) && reviewDueOn! < inDays(190)).toBe(true);
  await at(new Date(`${reviewDueOn}T12:00:00Z`), sweepDeadlines);
  expect(await stateOf(world.id)).toBe("monitoring");
  await at(new Date(new Date(`${reviewDueOn}T12:00:00Z`).getTime() + 2 * 86_400_000), sweepDeadlines);
  expect(await stateOf(world.id)).toBe("progressReviewDue");
});

test("the lead challenger records the review: every action has a status, what changed is said, and the record closes once", async () => {
  const world = await underWay();
  await done(openReview({ recordId: world.id, actor: world.lead }));
  const action = await actionOf(world);
  const record = (over: Partial<Parameters<typeof recordReview>[0]> = {}) =>
    recordReview({ recordId: world.id, actor: world.lead, heldOn: inDays(0), whatChanged: "Calls are answered within a minute.", items: [{ actionId: action.id, status: "done", changed: "Two duty workers." }], ...over });
  expect(await record({ whatChanged: " " })).toEqual({ kind: "refused", reason: "no-what-changed" });
  expect(await record({ items: [] })).toEqual({ kind: "refused", reason: "not-every-action" });
  expect(await record({ heldOn: inDays(2) })).toEqual({ kind: "refused", reason: "future-date" });
  expect(await record({ actor: world.host.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  const results = await Promise.all([record(), record()]);
  expect(results.filter(({ kind }) => kind === "moved")).toHaveLength(1);
  expect(await db.progressReview.count({ where: { recordId: world.id } })).toBe(1);
  expect(await stateOf(world.id)).toBe("closed");
  expect(await reviewOf(world.id)).toMatchObject({ whatChanged: "Calls are answered within a minute.", by: "Grace Lead" });
  expect((await planOf(world.id))?.areas[0]?.actions[0]).toMatchObject({ status: "done", changed: "Two duty workers." });
});

test("the review gets more time with a reason and a later date, and not an earlier one", async () => {
  const world = await underWay();
  const extend = (newDate: string, reason = "The director is new.") => extendReview({ recordId: world.id, actor: world.lead, newDate, reason });
  expect(await extend(inDays(3))).toEqual({ kind: "refused", reason: "date-not-later" });
  expect(await extend("soon")).toEqual({ kind: "refused", reason: "not-a-date" });
  expect(await extend(inDays(300), "")).toEqual({ kind: "refused", reason: "hasReason" });
  await done(extend(inDays(300)));
  expect((await headOf(world.lead, world.id))?.reviewDueOn).toBe(inDays(300));
});
