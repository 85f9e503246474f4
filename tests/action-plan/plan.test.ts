import { expect, test } from "vitest";

import { agreePlan, answerArea, planOf, returnPlan, submitPlan } from "~/features/action-plan";
import { db } from "~/platform/db.server";
import { anAction, answered, areas, done, final, inDays, lettersOf, stateOf } from "./world";

test("every area of the final letter is answered, by an action or by the reason for none, before the plan can be sent", async () => {
  const world = await final();
  const [first, second] = await areas(world);
  expect([first?.text, second?.text]).toEqual(["The team has 9 social workers, and calls wait.", "Supervision is not always recorded."]);
  await answerArea({ recordId: world.id, actor: world.host.delegate, areaId: first!.id, answer: { kind: "actions", actions: [anAction()] }, baseRevision: 0 });
  expect(await submitPlan({ recordId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "everyAreaAnswered" });
  await answerArea({ recordId: world.id, actor: world.host.delegate, areaId: second!.id, answer: { kind: "none", because: "It is recorded since May." }, baseRevision: 0 });
  expect(await submitPlan({ recordId: world.id, actor: world.host.delegate })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await submitPlan({ recordId: world.id, actor: world.host.dcs })).toMatchObject({ kind: "moved", to: "agreeingPlan" });
});

test("an answer that says nothing, lacks a person or a date, or is due before today is refused with its reason", async () => {
  const world = await final();
  const [area] = await areas(world);
  const answer = (given: Parameters<typeof answerArea>[0]["answer"], actor = world.host.dcs) => answerArea({ recordId: world.id, actor, areaId: area!.id, answer: given, baseRevision: 0 });
  expect(await answer({ kind: "none", because: " " })).toEqual({ kind: "refused", reason: "no-answer" });
  expect(await answer({ kind: "actions", actions: [] })).toEqual({ kind: "refused", reason: "no-answer" });
  expect(await answer({ kind: "actions", actions: [{ ...anAction(), owner: "" }] })).toEqual({ kind: "refused", reason: "incomplete-action" });
  expect(await answer({ kind: "actions", actions: [anAction({ dueOn: inDays(-1) })] })).toEqual({ kind: "refused", reason: "past-date" });
  expect(await answer({ kind: "none", because: "No" }, world.lead)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await answer({ kind: "none", because: "No" }, world.third.dcs)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await db.planAction.count({ where: { recordId: world.id } })).toBe(0);
});

test("director and delegate answering one area at once: one answer stands and the other is told", async () => {
  const world = await final();
  const [area] = await areas(world);
  const by = (actor: typeof world.lead, what: string) => answerArea({ recordId: world.id, actor, areaId: area!.id, answer: { kind: "actions", actions: [anAction({ what })] }, baseRevision: 0 });
  const results = await Promise.all([by(world.host.dcs, "One thing"), by(world.host.delegate, "Another thing")]);
  expect(results.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
  expect((await areas(world))[0]?.actions).toHaveLength(1);
});

test("an answer sent twice is kept once, and the second is told that it stands; another answer from the same old page is a conflict", async () => {
  const world = await final();
  const [area, second] = await areas(world);
  const action = anAction();
  const send = (what = action.what) => answerArea({ recordId: world.id, actor: world.host.dcs, areaId: area!.id, answer: { kind: "actions", actions: [{ ...action, what }] }, baseRevision: 0 });
  expect(await Promise.all([send(), send()])).toEqual([{ kind: "saved" }, { kind: "saved" }]);
  expect(await send()).toEqual({ kind: "saved" });
  expect((await areas(world))[0]).toMatchObject({ revision: 1, actions: [{ what: action.what }] });
  expect(await send("Something else")).toEqual({ kind: "conflict" });
  const none = (because: string) => answerArea({ recordId: world.id, actor: world.host.dcs, areaId: second!.id, answer: { kind: "none", because }, baseRevision: 0 });
  expect([await none("It is done."), await none("It is done. "), await none("It is not.")]).toEqual([{ kind: "saved" }, { kind: "saved" }, { kind: "conflict" }]);
});

test("an answer can change until the plan is sent, and changing to no action takes the actions away", async () => {
  const world = await answered(await final());
  const [area] = await areas(world);
  expect(await answerArea({ recordId: world.id, actor: world.host.dcs, areaId: area!.id, answer: { kind: "none", because: "Others do it." }, baseRevision: area!.revision })).toEqual({ kind: "saved" });
  expect((await areas(world))[0]).toMatchObject({ noActionBecause: "Others do it.", actions: [] });
  await done(submitPlan({ recordId: world.id, actor: world.host.dcs }));
  expect(await answerArea({ recordId: world.id, actor: world.host.dcs, areaId: area!.id, answer: { kind: "none", because: "Later." }, baseRevision: area!.revision + 1 })).toEqual({ kind: "refused", reason: "not-now" });
});

test("the lead challenger agrees the plan or sends it back with a reason that no email holds", async () => {
  const world = await answered(await final());
  await done(submitPlan({ recordId: world.id, actor: world.host.dcs }));
  expect(await returnPlan({ recordId: world.id, actor: world.lead, reason: " " })).toEqual({ kind: "refused", reason: "no-reason" });
  expect(await returnPlan({ recordId: world.id, actor: world.host.dcs, reason: "Mine" })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(returnPlan({ recordId: world.id, actor: world.lead, reason: "Say who hires the duty workers." }));
  expect(await stateOf(world.id)).toBe("awaitingActionPlan");
  expect((await planOf(world.id))?.returned).toMatchObject({ reason: "Say who hires the duty workers.", by: "Grace Lead" });
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflowId: world.id } }))).not.toContain("duty workers");
  await done(submitPlan({ recordId: world.id, actor: world.host.dcs }));
  const agreed = await Promise.all([agreePlan({ recordId: world.id, actor: world.lead }), agreePlan({ recordId: world.id, actor: world.lead })]);
  expect(agreed.filter(({ kind }) => kind === "moved")).toHaveLength(1);
  expect(await stateOf(world.id)).toBe("monitoring");
  expect((await lettersOf(world.id, "plan.agree")).length).toBeGreaterThan(2);
});
