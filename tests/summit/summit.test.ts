import { expect, test } from "vitest";

import { addAgendaItem, addToAgenda, cancelMeeting, closeMeeting, completeAction, decide, draftRecommendation, enterPlan, moveMeeting, planMeeting, sendAgenda, withdrawRecommendation } from "~/features/summit";
import { readAnswers } from "~/features/summit/forms";
import { decisionLog, decisionsCsv, meetingPage, recommendationPage, summitPage } from "~/features/summit/queries.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { londonTime } from "~/workflow/working-days";
import { lettersOf } from "../cycle/region";
import { heldToTable } from "../support/told";
import { aSummit, drafted, onAgenda, workingDay } from "./world";

const stateOf = async (id: string) => (await db.workflow.findUniqueOrThrow({ where: { id } })).state;
const nothing = { amendedText: "", deferredTo: "" };

test("a recommendation is drafted in the room, seen by the room, and by the region's directors once it is proposed", async () => {
  const world = await aSummit();
  const { region, eventId, submitter } = world;
  const id = await drafted(world);
  expect((await summitPage(region.authorities[1]!.dcs, eventId))?.recommendations.map(({ title }) => title)).toEqual(["One kinship offer"]);
  expect(await recommendationPage(region.authorities[1]!.dcs, id)).toBeNull();
  expect(await recommendationPage(submitter, id)).not.toBeNull();
  const other = await aSummit();
  expect(await draftRecommendation({ regionId: region.id, eventId, title: "No", text: "No", theme: "", cycleId: null, actor: other.submitter })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await summitPage(other.submitter, eventId)).toBeNull();
  expect(await addAgendaItem({ eventId, startsAt: "09:30", title: "Welcome", speaker: "", actor: submitter })).toEqual({ kind: "refused", reason: "not-your-role" });
  const press = { eventId, startsAt: "09:30", title: "Welcome", speaker: "", actor: region.coordinator, requestKey: "the-same-press-twice" };
  await Promise.all([addAgendaItem(press), addAgendaItem(press)]);
  expect((await summitPage(submitter, eventId))?.items).toHaveLength(1);
});

test("the chair decides with a reason; whoever drafted it is told; what is accepted gets an owner and is done with evidence", async () => {
  const world = await aSummit();
  const { region, submitter } = world;
  const recommendationId = await onAgenda(world);
  expect(await decide({ recommendationId, kind: "accept", reason: "Yes.", ...nothing, actor: region.coordinator })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await decide({ recommendationId, kind: "accept", reason: " ", ...nothing, actor: region.chair })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await decide({ recommendationId, kind: "amend", reason: "Yes.", ...nothing, actor: region.chair })).toEqual({ kind: "refused", reason: "hasAmendment" });
  expect(await decide({ recommendationId, kind: "defer", reason: "Later.", ...nothing, actor: region.chair })).toEqual({ kind: "refused", reason: "hasNextDate" });
  expect(await decide({ recommendationId, kind: "defer", reason: "Later.", amendedText: "", deferredTo: "2026-01-05", actor: region.chair })).toEqual({ kind: "refused", reason: "hasNextDate" });
  expect(await db.decision.count({ where: { recommendationId } })).toBe(0);
  expect(await decide({ recommendationId, kind: "amend", reason: "Shorter.", amendedText: "Agree it.", deferredTo: "", actor: region.chair })).toMatchObject({ kind: "moved", to: "amended" });
  expect(await lettersOf(recommendationId, "decision.amend")).toEqual([`recommendation/amended > ${submitter.name}`, `recommendation/amended > ${region.coordinator.name}`, `recommendation/amended > ${region.deputy.name}`].sort());
  const letters = await db.outboxEmail.findMany({ where: { workflowId: recommendationId } });
  expect(JSON.stringify(letters.map(({ props }) => props))).not.toContain("Shorter");
  const ownerPostId = region.authorities[1]!.dcs.holdings[0]!.postId;
  expect(await enterPlan({ recommendationId, ownerPostId, doneBy: "2026-01-05", actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasOwner" });
  expect(await enterPlan({ recommendationId, ownerPostId, doneBy: workingDay(60), actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect(await completeAction({ recommendationId, evidence: "", actor: region.authorities[1]!.dcs })).toEqual({ kind: "refused", reason: "hasEvidence" });
  expect(await completeAction({ recommendationId, evidence: "It is published.", actor: region.authorities[1]!.dcs })).toMatchObject({ kind: "moved", to: "done" });
  expect(await heldToTable(recommendationId)).toBe("done");
  const log = await decisionLog(region.authorities[2]!.dcs);
  expect(log.map(({ kind, reason, amendedText }) => [kind, reason, amendedText])).toEqual([["amend", "Shorter.", "Agree it."]]);
  expect(decisionsCsv(log.map((one) => ({ ...one, reason: "=1+1" })))).toContain("'=1+1");
  expect(await decisionLog(region.authorities[2]!.leadMember)).toEqual([]);
});

test("two who chair decide at once: one decision counts, and one stands in the log", async () => {
  const world = await aSummit();
  const { region } = world;
  for (const withRevision of [true, false]) {
    const recommendationId = await onAgenda(world);
    const { revision } = await db.workflow.findUniqueOrThrow({ where: { id: recommendationId } });
    const given = { recommendationId, ...nothing, actor: region.chair, ...(withRevision ? { expectedRevision: revision } : {}) };
    const both = await Promise.all([decide({ ...given, kind: "accept", reason: "Yes." }), decide({ ...given, kind: "reject", reason: "No." })]);
    expect(both.filter(({ kind }) => kind === "moved")).toHaveLength(1);
    expect(await db.decision.count({ where: { recommendationId } })).toBe(1);
    expect(["accepted", "rejected"]).toContain(await stateOf(recommendationId));
  }
});

test("a deferred one is decided again at the next meeting, not before its day, and both decisions stay", async () => {
  const world = await aSummit();
  const { region, meetingId } = world;
  const recommendationId = await onAgenda(world);
  await decide({ recommendationId, kind: "defer", reason: "The costs first.", amendedText: "", deferredTo: workingDay(50), actor: region.chair });
  expect(await sendAgenda({ meetingId, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect(await closeMeeting({ meetingId, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect(await addToAgenda({ recommendationId, meetingId, paper: "", actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasMeeting" });
  const next = await planMeeting({ regionId: region.id, heldOn: workingDay(50), place: "Online", actor: region.coordinator });
  if (next.kind !== "made") throw new Error(next.reason);
  expect(await addToAgenda({ recommendationId, meetingId: next.id, paper: "Costs.", actor: region.coordinator })).toMatchObject({ kind: "moved" });
  const accept = () => decide({ recommendationId, kind: "accept", reason: "They are set out.", ...nothing, actor: region.chair });
  expect(await accept()).toEqual({ kind: "refused", reason: "meetingHasCome" });
  expect((await recommendationPage(region.chair, recommendationId))?.steps.find(({ event }) => event === "decision.accept")?.blockedBy).toBe("meetingHasCome");
  expect(await at(londonTime(workingDay(50), "00:05"), accept)).toMatchObject({ kind: "moved" });
  expect((await decisionLog(region.coordinator)).map(({ kind }) => kind)).toEqual(["accept", "defer"]);
});

test("an agenda needs something on it, goes to every director with the date, moves with it, and a meeting closes when all is decided", async () => {
  const world = await aSummit();
  const { region, meetingId } = world;
  expect(await sendAgenda({ meetingId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasItems" });
  expect(await meetingPage(region.authorities[1]!.dcs, meetingId)).toBeNull();
  const recommendationId = await onAgenda(world);
  expect(await sendAgenda({ meetingId, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect((await lettersOf(meetingId, "agenda.send")).filter((one) => one.includes("Director of"))).toHaveLength(3);
  expect((await meetingPage(region.authorities[1]!.dcs, meetingId))?.agenda.map(({ paper }) => paper)).toEqual(["What it costs."]);
  expect(await closeMeeting({ meetingId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "everythingDecided" });
  expect(await moveMeeting({ meetingId, heldOn: "2026-01-05", actor: region.coordinator })).toEqual({ kind: "refused", reason: "dateAhead" });
  expect(await moveMeeting({ meetingId, heldOn: workingDay(35), actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect(await lettersOf(recommendationId, "agenda.move")).toEqual([`recommendation/agenda-moved > ${world.submitter.name}`]);
  const deadline = await db.deadline.findFirstOrThrow({ where: { workflowId: recommendationId, closedAt: null } });
  expect(deadline.dueAt.toISOString().slice(0, 10)).toBe(workingDay(35));
  expect(await db.calendarEntry.findFirstOrThrow({ where: { workflowId: meetingId } })).toMatchObject({ sequence: 1, cancelledAt: null });
  expect(await cancelMeeting({ meetingId, reason: "", actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await cancelMeeting({ meetingId, reason: "Snow.", actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect(await stateOf(recommendationId)).toBe("proposed");
  for (const id of [meetingId, recommendationId]) await heldToTable(id);
  expect(await withdrawRecommendation({ recommendationId, reason: "Overtaken.", actor: world.submitter })).toMatchObject({ kind: "moved" });
});

test("what is asked is asked beside its field", () => {
  const wrong = readAnswers({ reason: "", "deferredTo-day": "1", "deferredTo-month": "1", "deferredTo-year": "2020" }, ["next", "reason"], "2026-11-26");
  expect(wrong.ok ? {} : wrong.form.errors).toEqual({ deferredTo: "The date of the next meeting must lie ahead", reason: "Give the reason" });
  const empty = readAnswers({}, ["owner"], "2026-11-26");
  expect(empty.ok ? {} : empty.form.errors).toEqual({ ownerPostId: "Choose who owns it", doneBy: "Enter the date by which it is done" });
});
