import { expect, test } from "vitest";

import { completeChapter, completeDraft, editAgain, endorse, optOut, refuseEndorsement, resume, returnDocument, returnDraft, sign, submit, waive, assignChapter, grantExtension, withdraw } from "~/features/self-assessment";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { inboxOf } from "~/workflow/inbox.server";
import { endOfDay } from "~/workflow/working-days";
import { datesAround, someDates } from "../cycle/region";
import { daysAfter } from "../support/days";
import { aHolder, answer, aSelfAssessment, begun, done, lettersOf, save, shared, signed, stateOf, submitted, text, withAuthor, written, type World } from "./world";

const on = (world: World) => ({ selfAssessmentId: world.id });
const refused = (reason: string) => ({ kind: "refused", reason });

test("somebody asked to write a chapter is told, and finds it among their tasks", async () => {
  const world = await withAuthor(await aSelfAssessment());
  expect(await lettersOf(world.id, "chapter.assign")).toEqual(["self-assessment/chapter-assigned > Asha Author"]);
  expect((await inboxOf(world.author)).map((item) => item.task)).toEqual(["Write your chapters of Ashford’s self-assessment"]);
});

test("a chapter given to somebody else releases the first author, and what they wrote stays", async () => {
  const world = await withAuthor(await aSelfAssessment());
  await save(world, world.author, "vision", text("Begun by Asha"));
  const second = await aHolder({ regionId: world.region.id, authorityId: world.own.id, kind: "section-author", name: "Ben Author" });
  await done(assignChapter({ ...on(world), actor: world.own.dcs, chapterId: "leadership", personId: second.personId }));
  expect(await save(world, world.author, "vision", text("Still me?"), 1)).toEqual(refused("not-your-role"));
  expect(await save(world, second, "vision", text("Begun by Asha, and on"), 1)).toEqual({ kind: "saved", revision: 2 });
});

test("a chapter cannot be given to somebody of another authority, nor a chapter that there is not", async () => {
  const world = await aSelfAssessment();
  const give = (chapterId: string, personId: string) => assignChapter({ ...on(world), actor: world.own.dcs, chapterId, personId });
  expect(await give("leadership", world.other.dcs.personId)).toEqual(refused("not-of-this-authority"));
  expect(await give("no-such-chapter", world.author.personId)).toEqual(refused("no-such-chapter"));
  expect(await assignChapter({ ...on(world), actor: world.own.chiefExecutive, chapterId: "leadership", personId: world.author.personId })).toEqual(refused("not-your-role"));
});

test("a chapter is complete when its author says so and everything asked is answered; the task then leaves their list", async () => {
  const world = await withAuthor(await begun(await aSelfAssessment()));
  const complete = (actor = world.author) => completeChapter({ ...on(world), actor, chapterId: "leadership" });
  expect(await complete()).toEqual(refused("chapter-not-finished"));
  await save(world, world.author, "vision", text("Safe and heard"));
  expect(await completeChapter({ ...on(world), actor: world.author, chapterId: "practice" })).toEqual(refused("not-your-chapter"));
  await done(complete());
  expect(await inboxOf(world.author)).toEqual([]);
  expect(await lettersOf(world.id, "chapter.complete")).toEqual(["self-assessment/chapter-complete > Delegate of Ashford", "self-assessment/chapter-complete > Director of Ashford"]);
});

test("a draft with a question unanswered cannot be sent to the director", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "vision", text("Safe and heard"));
  expect(await completeDraft({ ...on(world), actor: world.own.delegate })).toEqual(refused("everythingAnswered"));
});

test("a draft with an open conflict cannot be sent to the director", async () => {
  const world = await written(await aSelfAssessment());
  await save(world, world.own.delegate, "vision", text("Another one"), 0);
  expect(await completeDraft({ ...on(world), actor: world.own.delegate })).toEqual(refused("noConflictOpen"));
});

test("an indicator in the top or bottom fifth must have a narrative when the round's rule is on", async () => {
  const world = await written(await aSelfAssessment({ outlierRule: true }));
  await aFigure(world.own.id, 1_000_000);
  expect(await completeDraft({ ...on(world), actor: world.own.delegate })).toEqual(refused("outliersExplained"));
  const indicator = await anIndicator();
  await save(world, world.own.dcs, "outliers", { narratives: { [indicator.id]: "We changed how we count." } });
  await done(completeDraft({ ...on(world), actor: world.own.delegate }));
});

test("without the rule, an outlier needs no narrative", async () => {
  const world = await written(await aSelfAssessment({ outlierRule: false }));
  await aFigure(world.own.id, 1_000_000);
  await done(completeDraft({ ...on(world), actor: world.own.delegate }));
});

test("the delegate prepares and never signs", async () => {
  const world = await written(await aSelfAssessment());
  await done(completeDraft({ ...on(world), actor: world.own.delegate }));
  expect(await sign({ ...on(world), actor: world.own.delegate, declaration: true })).toEqual(refused("not-your-role"));
  expect(await db.documentVersion.count({ where: { selfAssessmentId: world.id } })).toBe(0);
});

test("the director cannot sign without the declaration, before the draft is complete, or for another authority", async () => {
  const world = await written(await aSelfAssessment());
  expect(await sign({ ...on(world), actor: world.own.dcs, declaration: true })).toEqual(refused("no-such-step"));
  await done(completeDraft({ ...on(world), actor: world.own.delegate }));
  expect(await sign({ ...on(world), actor: world.own.dcs, declaration: false })).toEqual(refused("declarationMade"));
  expect(await sign({ ...on(world), actor: world.other.dcs, declaration: true })).toEqual(refused("not-your-role"));
});

test("where no endorsement is asked for, signing also submits", async () => {
  const world = await signed(await aSelfAssessment({ endorsements: [] }));
  expect(await stateOf(world.id)).toBe("submitted");
  const { reference } = await db.selfAssessment.findUniqueOrThrow({ where: { id: world.id } });
  expect(reference).toMatch(/-2627-ASHFORD-[0-9A-F]+-1$/);
});

test("a return needs a reason, which the emails do not carry", async () => {
  const world = await written(await aSelfAssessment());
  await done(completeDraft({ ...on(world), actor: world.own.delegate }));
  expect(await returnDraft({ ...on(world), actor: world.own.dcs, reason: "  " })).toEqual(refused("hasReason"));
  await done(returnDraft({ ...on(world), actor: world.own.dcs, reason: "The part on thresholds is thin" }));
  expect((await db.selfAssessment.findUniqueOrThrow({ where: { id: world.id } })).reason).toBe("The part on thresholds is thin");
  const sent = await db.outboxEmail.findMany({ where: { workflowId: world.id } });
  expect(JSON.stringify(sent)).not.toContain("thresholds");
  expect(JSON.stringify(await db.workflowEvent.findMany({ where: { workflowId: world.id } }))).not.toContain("thresholds");
});

test("writing in a returned draft takes it up again", async () => {
  const world = await written(await aSelfAssessment());
  await done(completeDraft({ ...on(world), actor: world.own.delegate }));
  await done(returnDraft({ ...on(world), actor: world.own.dcs, reason: "Thin" }));
  expect(await save(world, world.own.delegate, "quality", text("Better now"), 1)).toEqual({ kind: "saved", revision: 2 });
  expect(await stateOf(world.id)).toBe("inProgress");
});

test("both endorsements are needed; each endorser is asked once and then has nothing waiting", async () => {
  const world = await signed(await aSelfAssessment());
  await done(endorse({ ...on(world), actor: world.own.chiefExecutive, role: "chiefExecutive" }));
  expect(await stateOf(world.id)).toBe("awaitingEndorsement");
  expect(await inboxOf(world.own.chiefExecutive)).toEqual([]);
  expect((await inboxOf(world.own.leadMember)).map((item) => item.task)).toEqual(["Read and endorse Ashford’s self-assessment"]);
  expect(await endorse({ ...on(world), actor: world.own.chiefExecutive, role: "chiefExecutive" })).toMatchObject({ kind: "refused" });
  await done(endorse({ ...on(world), actor: world.own.leadMember, role: "leadMember" }));
  expect(await stateOf(world.id)).toBe("awaitingSubmission");
});

test("nobody endorses in another's place", async () => {
  const world = await signed(await aSelfAssessment());
  expect(await endorse({ ...on(world), actor: world.own.chiefExecutive, role: "leadMember" })).toEqual(refused("not-your-role"));
  expect(await endorse({ ...on(world), actor: world.own.dcs, role: "chiefExecutive" })).toEqual(refused("not-your-role"));
  expect(await endorse({ ...on(world), actor: world.other.chiefExecutive, role: "chiefExecutive" })).toEqual(refused("not-your-role"));
  expect(await db.endorsement.count({ where: { version: { selfAssessmentId: world.id } } })).toBe(0);
});

test("an edit voids the signature and the endorsement, and both endorsers are told and asked again", async () => {
  const world = await signed(await aSelfAssessment());
  await done(endorse({ ...on(world), actor: world.own.chiefExecutive, role: "chiefExecutive" }));
  await done(editAgain({ ...on(world), actor: world.own.delegate }));
  expect(await lettersOf(world.id, "draft.edit")).toEqual(["Chief executive", "Delegate", "Director", "Lead member"].map((who) => `self-assessment/signature-voided > ${who} of Ashford`));
  await done(completeDraft({ ...on(world), actor: world.own.delegate }));
  await done(sign({ ...on(world), actor: world.own.dcs, declaration: true }));
  await done(endorse({ ...on(world), actor: world.own.leadMember, role: "leadMember" }));
  expect(await stateOf(world.id)).toBe("awaitingEndorsement");
  expect((await inboxOf(world.own.chiefExecutive)).map((item) => item.task)).toEqual(["Read and endorse Ashford’s self-assessment"]);
  expect(await endorse({ ...on(world), actor: world.own.chiefExecutive, role: "chiefExecutive", version: 1 })).toEqual(refused("other-version"));
});

test("an endorser who says no gives a reason, and the document returns to its writers", async () => {
  const world = await signed(await aSelfAssessment());
  expect(await refuseEndorsement({ ...on(world), actor: world.own.leadMember, reason: "" })).toEqual(refused("hasReason"));
  await done(refuseEndorsement({ ...on(world), actor: world.own.leadMember, reason: "The budget part is not agreed" }));
  expect(await stateOf(world.id)).toBe("returned");
  expect(await submit({ ...on(world), actor: world.own.dcs })).toEqual(refused("no-such-step"));
});

test("submission gives a reference and tells the coordinators, the director and the delegate", async () => {
  const world = await submitted(await aSelfAssessment());
  const record = await db.selfAssessment.findUniqueOrThrow({ where: { id: world.id } });
  expect(record.reference).toMatch(/-2627-ASHFORD-[0-9A-F]+-1$/);
  expect(record.submittedAt).not.toBeNull();
  expect(await lettersOf(world.id, "document.submit")).toEqual(["Delegate of Ashford", "Director of Ashford", "Priya Nair", "Sam Deputy"].map((who) => `self-assessment/submitted > ${who}`));
});

test("the coordinator returns a submitted document with a reason, and it goes the whole way again", async () => {
  const world = await submitted(await aSelfAssessment());
  await done(returnDocument({ ...on(world), actor: world.region.coordinator, reason: "The figures are of last year" }));
  expect(await stateOf(world.id)).toBe("returned");
  await save(world, world.own.dcs, "quality", text("With this year's figures"), 1);
  await submitted(world);
  const { reference } = await db.selfAssessment.findUniqueOrThrow({ where: { id: world.id } });
  expect(reference).toMatch(/-2$/);
});

test("an authority that opts out keeps what it wrote, and comes back to it", async () => {
  const world = await signed(await aSelfAssessment());
  expect(await optOut({ ...on(world), actor: world.own.delegate, reason: "Inspection" })).toEqual(refused("not-your-role"));
  await done(optOut({ ...on(world), actor: world.own.dcs, reason: "Inspection" }));
  expect(await save(world, world.own.dcs, "vision", text("While out"), 1)).toEqual(refused("not-being-written"));
  await done(resume({ ...on(world), actor: world.own.dcs }));
  expect(await stateOf(world.id)).toBe("notStarted");
  expect(await answer(world, "vision")).toMatchObject({ value: { text: "Every child safe and heard" } });
  expect((await db.documentVersion.findFirstOrThrow({ where: { selfAssessmentId: world.id } })).voidedAt).not.toBeNull();
});

test("only the coordinator waives and gives more time, each with a reason", async () => {
  const world = await aSelfAssessment();
  expect(await waive({ ...on(world), actor: world.own.dcs, reason: "Please" })).toEqual(refused("not-your-role"));
  expect(await waive({ ...on(world), actor: world.region.coordinator, reason: "" })).toEqual(refused("hasReason"));
  const give = (newDate: string, actor = world.region.coordinator, reason = "Inspection") => grantExtension({ ...on(world), actor, newDate, reason });
  expect(await give(someDates.endsOn, world.own.dcs)).toEqual(refused("not-your-role"));
  expect(await give(someDates.endsOn, world.region.coordinator, " ")).toEqual(refused("hasReason"));
  expect(await give(someDates.submissionsDueOn)).toEqual(refused("date-not-later"));
  expect(await give(daysAfter(someDates.endsOn, 1))).toEqual(refused("date-after-round"));
  expect(await give("2026-02-30")).toEqual(refused("not-a-date"));
  expect(await give("soon")).toEqual(refused("not-a-date"));
  await done(give(someDates.endsOn));
  const [deadline] = await db.deadline.findMany({ where: { workflowId: world.id, closedAt: null } });
  expect(deadline?.dueAt).toEqual(endOfDay(someDates.endsOn));
});

test("more time lasts to the end of the day in London, on the night the clocks go forward as well", async () => {
  await at(new Date("2027-02-15T12:00:00Z"), async () => {
    const world = await aSelfAssessment({}, datesAround("2027-02-15"));
    const dueAfter = async (newDate: string) => {
      await done(grantExtension({ ...on(world), actor: world.region.coordinator, newDate, reason: "Inspection" }));
      return (await db.deadline.findFirstOrThrow({ where: { workflowId: world.id, closedAt: null } })).dueAt.toISOString();
    };
    expect(await dueAfter("2027-03-27")).toBe("2027-03-27T23:59:00.000Z");
    expect(await dueAfter("2027-03-28")).toBe("2027-03-28T22:59:00.000Z");
  });
});

test("a withdrawn document is read by nobody outside the authority", async () => {
  const world = await shared(await aSelfAssessment());
  await done(withdraw({ ...on(world), actor: world.own.dcs, reason: "A serious error" }));
  const { headOf } = await import("~/features/self-assessment/queries.server");
  expect(await headOf(world.other.dcs, world.id)).toBeNull();
  expect((await headOf(world.region.coordinator, world.id))?.readable).toBeNull();
});

async function anIndicator() {
  return db.indicatorDefinition.findFirstOrThrow({ orderBy: { id: "asc" } });
}

/** A figure of this authority's own in the newest year that has any. */
async function aFigure(authorityId: string, value: number): Promise<void> {
  const { id } = await anIndicator();
  const newest = await db.indicatorValue.findFirstOrThrow({ where: { indicatorId: id, value: { not: null } }, orderBy: { period: "desc" } });
  await db.indicatorValue.create({ data: { indicatorId: id, authorityId, period: newest.period, value, status: "ok" } });
}
