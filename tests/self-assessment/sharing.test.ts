import { expect, test } from "vitest";

import {
  addComment, admitObserver, assignModerator, close, completeDraft, completeModeration, endorse, openFollowUp, recordChallenge, resume, revise, share, sign, submit, submitFollowUp, visibleTo, waive, withdraw,
} from "~/features/self-assessment";
import { setGroups } from "~/features/cycle";
import { chapterRows } from "~/features/self-assessment/drafts.server";
import { headOf, listFor } from "~/features/self-assessment/queries.server";
import { readingsOf, readVersion, versionList } from "~/features/self-assessment/reading.server";
import { changesBetween } from "~/features/self-assessment/changes";
import { seersOf } from "~/features/self-assessment/who-can-see.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { someDates } from "../cycle/region";
import { aHolder, aSelfAssessment, begun, done, lettersOf, save, shared, signed, stateOf, submitted, text, withAuthor, written, type World } from "./world";

const on = (world: World) => ({ selfAssessmentId: world.id });
const refused = (reason: string) => ({ kind: "refused", reason });
const exists = async (actor: SignedIn, world: World) => (await db.selfAssessment.count({ where: { AND: [{ id: world.id }, visibleTo(actor)] } })) === 1;

/** What somebody reads of the vision, or null when they read nothing. */
async function reads(actor: SignedIn, world: World): Promise<unknown> {
  const head = await headOf(actor, world.id);
  return head && ((await readVersion(actor, head, { how: "page" }))?.content.answers["vision"] ?? null);
}

test("before submission nobody outside the authority reads anything; the coordinator sees the state and the date", async () => {
  const world = await signed(await aSelfAssessment());
  for (const stranger of [world.other.dcs, world.other.chiefExecutive, world.region.chair]) expect(await exists(stranger, world)).toBe(false);
  const head = await headOf(world.region.coordinator, world.id);
  expect(head).toMatchObject({ standing: "coordinator", state: "awaitingEndorsement", dueOn: someDates.submissionsDueOn, readable: null });
  expect(await reads(world.region.coordinator, world)).toBeNull();
  expect(await reads(world.own.dcs, world)).toEqual({ text: "Every child safe and heard" });
});

test("once submitted the coordinator reads it, and nobody else outside does", async () => {
  const world = await submitted(await aSelfAssessment());
  expect(await reads(world.region.coordinator, world)).toEqual({ text: "Every child safe and heard" });
  expect(await exists(world.other.dcs, world)).toBe(false);
});

test("shared with the region: every other director reads it, their delegates and chief executives do not", async () => {
  const world = await shared(await aSelfAssessment({ visibility: "region" }));
  expect(await reads(world.other.dcs, world)).toEqual({ text: "Every child safe and heard" });
  expect(await reads(world.third.dcs, world)).toEqual({ text: "Every child safe and heard" });
  for (const actor of [world.other.delegate, world.other.chiefExecutive, world.region.chair]) expect(await exists(actor, world)).toBe(false);
  expect(await lettersOf(world.id, "document.share")).toEqual(expect.arrayContaining(["self-assessment/shared-with-you > Director of Barton", "self-assessment/shared-with-you > Director of Carne"]));
});

test("shared with the group: only its directors read it", async () => {
  const world = await aSelfAssessment({ visibility: "group" });
  await setGroups(world.cycleId, [[world.own.id, world.other.id], [world.third.id]], world.region.coordinator);
  await shared(world);
  expect(await exists(world.other.dcs, world)).toBe(true);
  expect(await exists(world.third.dcs, world)).toBe(false);
});

test("another region sees nothing at any time", async () => {
  const world = await shared(await aSelfAssessment());
  const elsewhere = await aSelfAssessment();
  for (const actor of [elsewhere.region.coordinator, elsewhere.own.dcs]) {
    expect(await exists(actor, world)).toBe(false);
    expect(await revise({ ...on(world), actor, reason: "Curious" })).toEqual(refused("not-your-role"));
  }
});

test("an author sees their own authority's self-assessment from when they are asked, and no other", async () => {
  const world = await aSelfAssessment();
  expect(await exists(world.author, world)).toBe(false);
  await withAuthor(world);
  expect(await exists(world.author, world)).toBe(true);
  expect((await listFor(world.author)).map((row) => row.id)).toEqual([world.id]);
  expect((await chapterRows(world.author, (await headOf(world.author, world.id))!)).map((chapter) => chapter.mine)).toEqual([true, false]);
});

test("an author who moves to another authority sees it no longer", async () => {
  const world = await withAuthor(await aSelfAssessment());
  expect(await exists({ ...world.author, holdings: world.other.dcs.holdings }, world)).toBe(false);
});

test("each reading from outside is logged for the authority; its own readings are not", async () => {
  const world = await shared(await aSelfAssessment());
  await reads(world.own.dcs, world);
  await reads(world.other.dcs, world);
  await reads(world.other.dcs, world);
  await reads(world.region.coordinator, world);
  expect((await readingsOf(world.id)).map((reading) => [reading.who, reading.version, reading.how]).sort()).toEqual([
    ["Director of Barton", 1, "page"],
    ["Priya Nair", 1, "page"],
  ]);
});

test("a change after sharing makes a new version: readers are told, keep the old one, and get the new one when it is shared", async () => {
  const world = await shared(await aSelfAssessment());
  expect(await revise({ ...on(world), actor: world.own.delegate, reason: "A wrong figure" })).toEqual(refused("not-your-role"));
  expect(await revise({ ...on(world), actor: world.own.dcs, reason: "" })).toEqual(refused("hasReason"));
  await done(revise({ ...on(world), actor: world.own.dcs, reason: "A wrong figure" }));
  expect(await lettersOf(world.id, "document.revise")).toEqual(expect.arrayContaining(["self-assessment/being-revised > Director of Barton"]));
  await save(world, world.own.dcs, "vision", text("Every child safe, heard and loved"), 1);
  expect(await reads(world.other.dcs, world)).toEqual({ text: "Every child safe and heard" });
  await done(completeDraft({ ...on(world), actor: world.own.dcs }));
  await done(sign({ ...on(world), actor: world.own.dcs, declaration: true }));
  expect(await endorse({ ...on(world), actor: world.own.chiefExecutive, role: "chiefExecutive" })).toMatchObject({ kind: "moved" });
  await done(endorse({ ...on(world), actor: world.own.leadMember, role: "leadMember" }));
  expect(await stateOf(world.id)).toBe("awaitingSubmission");
  await done(submit({ ...on(world), actor: world.own.dcs }));
  expect(await reads(world.other.dcs, world)).toEqual({ text: "Every child safe and heard" });
  await done(share({ ...on(world), actor: world.region.coordinator }));
  expect(await reads(world.other.dcs, world)).toEqual({ text: "Every child safe, heard and loved" });
  const head = (await headOf(world.other.dcs, world.id))!;
  expect((await versionList(head)).map((version) => version.version)).toEqual([2, 1]);
  const [older, newer] = await Promise.all([1, 2].map((version) => readVersion(world.other.dcs, head, { version, how: "none" })));
  expect(changesBetween(older!.content, newer!.content)).toEqual([
    { questionId: "vision", title: "What is your vision?", before: "Every child safe and heard", after: "Every child safe, heard and loved" },
  ]);
});

test("the content of a version is never written again", async () => {
  const world = await shared(await aSelfAssessment());
  const before = await db.documentVersion.findFirstOrThrow({ where: { selfAssessmentId: world.id, version: 1 } });
  await done(revise({ ...on(world), actor: world.own.dcs, reason: "More to say" }));
  await save(world, world.own.dcs, "quality", text("Something else entirely"), 1);
  await done(completeDraft({ ...on(world), actor: world.own.dcs }));
  await done(sign({ ...on(world), actor: world.own.dcs, declaration: true }));
  const after = await db.documentVersion.findFirstOrThrow({ where: { selfAssessmentId: world.id, version: 1 } });
  expect([after.content, after.sha256]).toEqual([before.content, before.sha256]);
});

test("an observer reads once they are admitted and it is shared, and can do nothing", async () => {
  const world = await shared(await aSelfAssessment({ visibility: "regionAndObservers" }));
  const observer = await aHolder({ regionId: world.region.id, kind: "region-observer", name: "Olga Observer" });
  expect(await exists(observer, world)).toBe(false);
  expect(await admitObserver({ ...on(world), actor: world.other.dcs, personId: observer.personId })).toEqual(refused("not-your-role"));
  await done(admitObserver({ ...on(world), actor: world.own.dcs, personId: observer.personId }));
  expect(await lettersOf(world.id, "observer.admit")).toEqual(["self-assessment/observer-admitted > Director of Ashford", "self-assessment/observer-admitted > Olga Observer"]);
  expect(await reads(observer, world)).toEqual({ text: "Every child safe and heard" });
  expect((await headOf(observer, world.id))?.steps).toEqual([]);
  expect(await save(world, observer, "vision", text("x"), 1)).toEqual(refused("not-your-role"));
});

test("where the round has no observers, none is admitted, and it is not offered", async () => {
  const world = await shared(await aSelfAssessment({ visibility: "region" }));
  const offered = async (of: typeof world) => (await headOf(of.region.coordinator, of.id))?.steps.some((step) => step.event === "observer.admit");
  expect(await offered(world)).toBe(false);
  expect(await offered(await shared(await aSelfAssessment({ visibility: "regionAndObservers" })))).toBe(true);
  expect(await admitObserver({ ...on(world), actor: world.own.dcs, personId: world.region.chair.personId })).toEqual(refused("no-observers"));
});

test("a moderator comes from another authority, comments, and completes; without a comment there is nothing to complete", async () => {
  const world = await shared(await aSelfAssessment({ moderation: { needed: true, workingDaysBefore: 10 } }));
  const ask = (personId: string, actor = world.region.coordinator) => assignModerator({ ...on(world), actor, personId });
  expect(await ask(world.author.personId)).toEqual(refused("of-this-authority"));
  const stranger = (await aSelfAssessment()).own.dcs;
  expect(await ask(stranger.personId)).toEqual(refused("not-of-this-region"));
  expect(await ask(world.other.delegate.personId, world.own.dcs)).toEqual(refused("not-your-role"));
  expect(await recordChallenge({ ...on(world), actor: world.region.coordinator })).toEqual(refused("moderatedIfNeeded"));
  await done(ask(world.other.delegate.personId));
  const moderator = world.other.delegate;
  expect(await reads(moderator, world)).toEqual({ text: "Every child safe and heard" });
  expect(await completeModeration({ ...on(world), actor: moderator })).toEqual(refused("hasComments"));
  const comment = (chapterId: string | null, words: string, actor = moderator) => addComment({ ...on(world), actor, chapterId, text: words });
  expect(await comment("leadership", "What would a child say?", world.third.dcs)).toEqual(refused("not-your-role"));
  expect(await comment("no-such-chapter", "x")).toEqual(refused("no-such-chapter"));
  expect(await comment(null, "   ")).toEqual(refused("not-valid"));
  expect(await comment(null, "x".repeat(5001))).toEqual(refused("not-valid"));
  expect(await comment("leadership", "What would a child say?")).toMatchObject({ kind: "saved" });
  await done(completeModeration({ ...on(world), actor: moderator }));
  expect(await comment("leadership", "One more")).toEqual(refused("no-such-step"));
});

test("after the challenge the six-month update is asked for, written by the director, and closes it", async () => {
  const world = await shared(await aSelfAssessment());
  const update = { progress: "Caseloads are down", difficulties: "", helpWanted: "" };
  await done(recordChallenge({ ...on(world), actor: world.region.coordinator }));
  expect((await db.selfAssessment.findUniqueOrThrow({ where: { id: world.id } })).followUpDue).not.toBeNull();
  await done(openFollowUp({ ...on(world), actor: world.region.coordinator }));
  expect(await submitFollowUp({ ...on(world), actor: world.own.delegate, update })).toEqual(refused("not-your-role"));
  expect(await submitFollowUp({ ...on(world), actor: world.own.dcs, update: { ...update, progress: "  " } })).toEqual(refused("hasUpdate"));
  await done(submitFollowUp({ ...on(world), actor: world.own.dcs, update }));
  expect(await stateOf(world.id)).toBe("closed");
  expect(await lettersOf(world.id, "followUp.submit")).toEqual(expect.arrayContaining(["self-assessment/follow-up-submitted > Director of Barton"]));
});

test("the coordinator closes it without an update only with a reason", async () => {
  const world = await shared(await aSelfAssessment());
  await done(recordChallenge({ ...on(world), actor: world.region.coordinator }));
  expect(await close({ ...on(world), actor: world.region.coordinator, reason: "" })).toEqual(refused("hasReason"));
  expect(await close({ ...on(world), actor: world.own.dcs, reason: "Enough" })).toEqual(refused("not-your-role"));
  await done(close({ ...on(world), actor: world.region.coordinator, reason: "The authority is being replaced" }));
});

test("a round that shares at once shares at submission", async () => {
  const world = await submitted(await aSelfAssessment({ shareAutomatically: true }));
  expect(await stateOf(world.id)).toBe("shared");
  expect(await exists(world.other.dcs, world)).toBe(true);
});

test("the page that says who can see it names every reader with the reason, before and after sharing", async () => {
  const world = await begun(await aSelfAssessment());
  const before = await seersOf((await headOf(world.own.dcs, world.id))!);
  expect(before.filter((seer) => seer.when === "onceShared").map((seer) => seer.who)).toEqual(["Director of children’s services, Barton", "Director of children’s services, Carne"]);
  expect(before.find((seer) => seer.who.startsWith("Priya Nair"))?.when).toBe("onceSubmitted");
  await shared(await written(world));
  const after = await seersOf((await headOf(world.own.dcs, world.id))!);
  expect(after.every((seer) => seer.when === "now")).toBe(true);
});

test("an id that is none, or somebody else's, finds the same nothing", async () => {
  const world = await aSelfAssessment();
  for (const id of ["", "nonsense", "00000000-0000-7000-8000-000000000000", undefined]) expect(await headOf(world.own.dcs, id)).toBeNull();
  expect(await headOf(world.other.dcs, world.id)).toBeNull();
});

test("what was waived can be taken up again by the director", async () => {
  const world = await begun(await aSelfAssessment());
  await done(waive({ ...on(world), actor: world.region.coordinator, reason: "Inspected this month" }));
  expect(await withdraw({ ...on(world), actor: world.own.dcs, reason: "x" })).toEqual(refused("no-such-step"));
  await done(resume({ ...on(world), actor: world.own.dcs }));
  expect(await stateOf(world.id)).toBe("notStarted");
});
