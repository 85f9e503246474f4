import { expect, test } from "vitest";

import { share, visibleTo as documentsVisibleTo } from "~/features/self-assessment";
import { headOf } from "~/features/self-assessment/queries.server";
import { readingsOf, readVersion } from "~/features/self-assessment/reading.server";
import { seersOf } from "~/features/self-assessment/who-can-see.server";
import { acceptReply, agreeReport, answerQuestion, askQuestion, disputeReply, extendWindow, giveReply, proposeAllocation, publishAllocation, publishOutcome, publishOutcomes, queryReport, reopenWindow, withdrawReport } from "~/features/validation";
import { readRules } from "~/features/validation/forms";
import { countsOf, scrutinyPlan, validationPage } from "~/features/validation/queries.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { inboxOf } from "~/workflow/inbox.server";
import { londonTime } from "~/workflow/working-days";
import { lettersOf } from "../cycle/region";
import { submitted } from "../cycle/submitting";
import { heldToTable } from "../support/told";
import { aValidationEvent, published, rulesOf, workingDay } from "./world";

const stateOf = async (id: string) => (await db.workflow.findUniqueOrThrow({ where: { id } })).state;
const reads = async (actor: SignedIn, id: string) => (await db.selfAssessment.count({ where: { AND: [{ id }, documentsVisibleTo(actor)] } })) === 1;

test("an allocation is the coordinators' own until it is published; then each report is a process of its own, and everybody concerned is told", async () => {
  const world = await aValidationEvent();
  const { region, eventId } = world;
  const [ashford] = region.authorities;
  expect(await proposeAllocation({ eventId, actor: ashford!.dcs, rules: rulesOf(world) })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await publishAllocation({ eventId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "no-draft" });
  expect(await proposeAllocation({ eventId, actor: region.coordinator, rules: rulesOf(world) })).toEqual({ kind: "proposed" });
  expect(await scrutinyPlan(ashford!.dcs, eventId)).toBeNull();
  expect(await db.outboxEmail.count({ where: { workflow: { parentId: eventId } } })).toBe(0);
  const twice = await Promise.all([publishAllocation({ eventId, actor: region.coordinator }), publishAllocation({ eventId, actor: region.deputy })]);
  expect(twice.map(({ kind }) => kind).sort()).toEqual(["published", "repeated"]);
  expect(await db.validation.count({ where: { scrutinyId: eventId } })).toBe(6);
  const plan = await scrutinyPlan(ashford!.dcs, eventId);
  expect(plan?.rows).toHaveLength(6);
  expect(plan?.rows.every(({ readers }) => readers.length === 2)).toBe(true);
  const report = await db.validation.findFirstOrThrow({ where: { scrutinyId: eventId, authorityId: ashford!.id } });
  // The authority's director, two readers, and the delegates of both.
  expect(await lettersOf(report.id, "allocation.publish")).toHaveLength(5);
});

test("what cannot be allocated is said in words, and changes nothing", async () => {
  const world = await aValidationEvent();
  const { region, eventId } = world;
  const [ashford, ...others] = region.authorities;
  const never = others.slice(0, 4).map((one): [string, string] => [ashford!.id, one.id]);
  expect(await proposeAllocation({ eventId, actor: region.coordinator, rules: rulesOf(world, { never }) })).toEqual({
    kind: "impossible", reasons: ["Ashford needs 2 readers and only Frome can read it: ruled out are Barton, Carne, Deal, Elham (a declared conflict)."],
  });
  expect(await proposeAllocation({ eventId, actor: region.coordinator, rules: rulesOf(world, { elsewhere: [] }) })).toMatchObject({ kind: "impossible" });
  expect(await db.scrutiny.count({ where: { id: eventId } })).toBe(0);
  expect(await proposeAllocation({ eventId, actor: region.coordinator, rules: rulesOf(world) })).toEqual({ kind: "proposed" });
  expect(await proposeAllocation({ eventId, actor: region.deputy, rules: rulesOf(world), expectedRevision: 0 })).toEqual({ kind: "refused", reason: "draft-changed" });
  const read = readRules({ cycleId: world.cycleId, perReport: "0", tables: "x", replyDays: "10", never: "Ashford, Nowhere" }, region.authorities);
  expect(read.ok ? {} : read.form.errors).toEqual({ perReport: "Enter how many authorities read each report, from 1 to 10", tables: "Enter how many tables there are", never: "“Ashford, Nowhere” is not two authorities of the region with a comma between them" });
});

test("a reader reads the shared document because of the event, it shows in who can see it, and the reading is noted; afterwards the door is closed", async () => {
  const world = await aValidationEvent();
  const id = world.selfAssessments["Ashford"]!;
  await submitted(id, world.region.authorities[0]!);
  expect(await share({ selfAssessmentId: id, actor: world.region.coordinator })).toMatchObject({ kind: "moved" });
  const reportOf = await published(world, { elsewhere: world.region.authorities.slice(1).map((one) => one.id) });
  const { id: validationId, lead, other, stranger, host } = await reportOf("Ashford");
  expect([await reads(lead, id), await reads(other, id), await reads(stranger, id)]).toEqual([true, true, false]);
  const head = await headOf(lead, id);
  expect(head && (await readVersion(lead, head, { how: "page" }))).not.toBeNull();
  expect((await readingsOf(id)).map(({ who }) => who)).toEqual([lead.name]);
  const own = await headOf(host.dcs, id);
  const seers = own ? await seersOf(own) : [];
  expect(seers.filter(({ why }) => why.includes("Challenge event")).map(({ who }) => who.split(",")[0]).sort()).toEqual([lead, other].flatMap(({ name }) => [name, name.replace("Director", "Delegate")]).sort());
  expect(await withdrawReport({ validationId, actor: world.region.coordinator, text: "" })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await withdrawReport({ validationId, actor: world.region.coordinator, text: "Inspected this week." })).toMatchObject({ kind: "moved" });
  expect(await reads(lead, id)).toBe(false);
});

test("questions are asked by readers, answered once by the authority, and told to both sides", async () => {
  const reportOf = await published(await aValidationEvent());
  const { id: validationId, lead, other, stranger, host } = await reportOf("Ashford");
  expect(await askQuestion({ validationId, actor: stranger, text: "What?" })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await askQuestion({ validationId, actor: other, text: "  " })).toEqual({ kind: "refused", reason: "hasText" });
  expect(await askQuestion({ validationId, actor: other, text: "Which audits?", requestKey: "a-press-of-a-button" })).toMatchObject({ kind: "moved" });
  expect(await askQuestion({ validationId, actor: other, text: "Which audits?", requestKey: "a-press-of-a-button" })).toMatchObject({ kind: "repeated" });
  const [question, more] = await db.validationQuestion.findMany({ where: { validationId } });
  expect(more).toBeUndefined();
  // It waits for both people of the authority until one of them has answered.
  const waitsFor = async () => (await Promise.all([host.dcs, host.delegate].map((actor) => inboxOf(actor)))).map((items) => items.filter(({ workflowId }) => workflowId === validationId).map(({ task }) => task.split(" ").slice(0, 3).join(" ")));
  expect(await waitsFor()).toEqual([["Answer the questions"], ["Answer the questions"]]);
  const answers = await Promise.all([host.dcs, host.delegate].map((actor) => answerQuestion({ validationId, questionId: question!.id, actor, text: `By ${actor.name}` })));
  expect(answers.map((one) => (one.kind === "refused" ? one.reason : one.kind)).sort()).toEqual(["already-answered", "moved"]);
  expect(await waitsFor()).toEqual([[], []]);
  expect(await lettersOf(validationId, "question.answer")).toEqual([lead, other].flatMap(({ name }) => [name, name.replace("Director", "Delegate")]).map((name) => `validation/question-answered > ${name}`).sort());
  expect(await validationPage(stranger, validationId)).toBeNull();
});

test("a query is replied to in its window, settled or not, and published; the count is of what stands", async () => {
  const world = await aValidationEvent();
  const reportOf = await published(world);
  const { id: validationId, lead, other, host } = await reportOf("Ashford");
  expect(await queryReport({ validationId, actor: other, kind: "query", text: "Which figures?" })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await queryReport({ validationId, actor: lead, kind: "query", text: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await queryReport({ validationId, actor: lead, kind: "query", text: "Which figures?" })).toMatchObject({ kind: "moved", to: "awaitingReply" });
  expect(await giveReply({ validationId, actor: host.delegate, text: "These." })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await extendWindow({ validationId, actor: world.region.coordinator, day: "2026-01-05" })).toEqual({ kind: "refused", reason: "windowAhead" });
  expect(await giveReply({ validationId, actor: host.dcs, text: "These." })).toMatchObject({ kind: "moved" });
  expect(await disputeReply({ validationId, actor: lead, text: "They do not show it." })).toMatchObject({ kind: "moved", to: "disputed" });
  const second = await reportOf("Barton");
  expect(await agreeReport({ validationId: second.id, actor: second.lead })).toMatchObject({ kind: "moved" });
  expect((await countsOf([world.eventId])).get(world.eventId)).toEqual({ validated: 2, of: 6 });
  expect(await publishOutcome({ validationId: second.id, actor: second.lead })).toEqual({ kind: "refused", reason: "not-your-role" });
  const both = await Promise.all([publishOutcomes({ scrutinyId: world.eventId, actor: world.region.coordinator }), publishOutcomes({ scrutinyId: world.eventId, actor: world.region.deputy })]);
  expect(both.reduce((sum, one) => sum + (one.kind === "published" ? one.count : 0), 0)).toBe(2);
  for (const id of [validationId, second.id]) expect(await heldToTable(id)).toBe("published");
  // A report kept elsewhere is published to the directors of the region, and to nobody else.
  expect(await validationPage(world.region.authorities[5]!.dcs, validationId)).not.toBeNull();
  expect(await validationPage(world.region.authorities[5]!.leadMember, validationId)).toBeNull();
});

test("silence closes the window by itself and is called silence; it can be opened again", async () => {
  const world = await aValidationEvent();
  const reportOf = await published(world, { replyDays: 3 });
  const { id: validationId, lead, host } = await reportOf("Carne");
  await queryReport({ validationId, actor: lead, kind: "needsEvidence", text: "Show the survey." });
  await at(londonTime(workingDay(5), "09:00"), sweepDeadlines);
  expect(await stateOf(validationId)).toBe("unanswered");
  expect(await lettersOf(validationId, "window.close")).toHaveLength(4);
  const { coordinator } = world.region;
  await at(londonTime(workingDay(5), "10:00"), () => reopenWindow({ validationId, actor: coordinator, day: workingDay(12) }));
  expect(await giveReply({ validationId, actor: host.dcs, text: "Here." })).toMatchObject({ kind: "moved" });
  // Two answers to one reply at once: one of them counts.
  const revision = (await db.workflow.findUniqueOrThrow({ where: { id: validationId } })).revision;
  const both = await Promise.all([acceptReply({ validationId, actor: lead, expectedRevision: revision }), disputeReply({ validationId, actor: lead, text: "No.", expectedRevision: revision })]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(["conflict", "moved"]);
  await heldToTable(validationId);
});
