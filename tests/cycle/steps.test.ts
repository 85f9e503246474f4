import { expect, test } from "vitest";

import {
  beginChallenge, beginSynthesis, cancelRound, changeDraft, closeRound, closeSubmissions, createCycle, moveDates, recordDecisions, reopenSubmissions, setGroups,
} from "~/features/cycle";
import { optOut, waive } from "~/features/self-assessment";
import { db } from "~/platform/db.server";
import { addWorkingDays, endOfDay } from "~/workflow/working-days";

import { aDraft, anOpenRound, aRegion, datesAround, lettersOf, someDates, type TestRegion } from "./region";
import { submitted } from "./submitting";

const { submissionsDueOn: dueOn, summitOn } = someDates;
const later = { ...someDates, submissionsDueOn: addWorkingDays(dueOn, 5) };
const extendedTo = addWorkingDays(dueOn, 10);

test("moving the dates moves every self-assessment that has the round's own date, tells the directors, and leaves a later extension alone", async () => {
  const region = await aRegion();
  const { id, selfAssessments } = await anOpenRound(region);
  await db.selfAssessment.update({ where: { id: selfAssessments["Carne"]! }, data: { dueOn: new Date(extendedTo) } });

  expect(await moveDates(id, { dates: later, reason: "The inspectors are in two of the authorities." }, region.coordinator)).toMatchObject({ kind: "moved", to: "open" });

  const due = async (name: string) => (await db.selfAssessment.findUniqueOrThrow({ where: { id: selfAssessments[name]! } })).dueOn.toISOString().slice(0, 10);
  expect([await due("Ashford"), await due("Barton"), await due("Carne")]).toEqual([later.submissionsDueOn, later.submissionsDueOn, extendedTo]);
  const letters = await lettersOf(id, "dates.move");
  expect(letters).toContain("cycle/dates-moved > Director of Ashford");
  expect(letters).toHaveLength(8);
  const deadline = await db.deadline.findFirstOrThrow({ where: { workflowId: selfAssessments["Ashford"]!, closedAt: null } });
  expect(deadline.dueAt).toEqual(endOfDay(later.submissionsDueOn));
  const props = await db.outboxEmail.findFirstOrThrow({ where: { workflowId: id, template: "cycle/dates-moved" } });
  expect(JSON.stringify(props.props)).not.toContain("inspectors");
});

test("dates are not moved without a reason, out of order, to where they are, or by a director", async () => {
  const region = await aRegion(["Ashford"]);
  const { id, selfAssessments } = await anOpenRound(region);
  expect(await moveDates(id, { dates: later, reason: "  " }, region.coordinator)).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await moveDates(id, { dates: { ...someDates, summitOn: someDates.opensOn }, reason: "A reason" }, region.coordinator)).toEqual({ kind: "refused", reason: "datesInOrder" });
  expect(await moveDates(id, { dates: someDates, reason: "A reason" }, region.coordinator)).toEqual({ kind: "refused", reason: "dates-unchanged" });
  expect(await moveDates(id, { dates: later, reason: "A reason" }, region.authorities[0]!.dcs)).toEqual({ kind: "refused", reason: "not-your-role" });
  const unmoved = await db.selfAssessment.findUniqueOrThrow({ where: { id: selfAssessments["Ashford"]! } });
  expect(unmoved.dueOn.toISOString().slice(0, 10)).toBe(dueOn);
});

test("submissions cannot be closed while nothing is in, and can once something is", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const { id, selfAssessments } = await anOpenRound(region);
  expect(await closeSubmissions(id, region.coordinator)).toEqual({ kind: "refused", reason: "somethingSubmitted" });
  await submitted(selfAssessments["Ashford"]!, region.authorities[0]!);
  expect(await closeSubmissions(id, region.coordinator)).toMatchObject({ kind: "moved", to: "submissionsClosed" });
});

test("a round closed too soon is reopened with a reason, and every director is told", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const { id, selfAssessments } = await anOpenRound(region);
  await submitted(selfAssessments["Ashford"]!, region.authorities[0]!);
  await closeSubmissions(id, region.coordinator);
  expect(await reopenSubmissions(id, "", region.coordinator)).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await reopenSubmissions(id, "Barton was told the wrong day.", region.coordinator)).toMatchObject({ kind: "moved", to: "open" });
  expect(await lettersOf(id, "submissions.reopen")).toContain("cycle/submissions-reopened > Director of Barton");
});

test("an authority that submits while the coordinator closes submissions loses nothing: both happen", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const { id, selfAssessments } = await anOpenRound(region);
  await submitted(selfAssessments["Ashford"]!, region.authorities[0]!);
  const [, closed] = await Promise.all([submitted(selfAssessments["Barton"]!, region.authorities[1]!), closeSubmissions(id, region.coordinator)]);
  expect(closed).toMatchObject({ kind: "moved", to: "submissionsClosed" });
  const barton = await db.workflow.findUniqueOrThrow({ where: { id: selfAssessments["Barton"]! } });
  expect(barton.state).toBe("submitted");
});

test("a round goes through its whole year and closes once everybody is in or excused", async () => {
  const region = await aRegion(["Ashford", "Barton", "Carne"]);
  const [ashford, barton, carne] = region.authorities;
  const { id, selfAssessments } = await anOpenRound(region);
  await submitted(selfAssessments["Ashford"]!, ashford!);
  await closeSubmissions(id, region.coordinator);
  await beginChallenge(id, region.coordinator);
  expect(await beginSynthesis(id, region.coordinator)).toMatchObject({ kind: "moved", to: "synthesis" });
  expect(await recordDecisions(id, region.chair)).toMatchObject({ kind: "moved", to: "decided" });
  expect(await closeRound(id, region.coordinator)).toEqual({ kind: "refused", reason: "nothingOutstanding" });
  expect(await waive({ selfAssessmentId: selfAssessments["Barton"]!, reason: "Merging with a neighbour.", actor: region.coordinator })).toMatchObject({ kind: "moved", to: "waived" });
  expect(await optOut({ selfAssessmentId: selfAssessments["Carne"]!, reason: "An inspection year.", actor: carne!.dcs })).toMatchObject({ kind: "moved", to: "optedOut" });
  expect(barton!.name).toBe("Barton");
  expect(await closeRound(id, region.coordinator)).toMatchObject({ kind: "moved", to: "closed" });
});

test("the chair records decisions and takes no other step", async () => {
  const region = await aRegion(["Ashford"]);
  const { id } = await anOpenRound(region);
  expect(await closeSubmissions(id, region.chair)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await cancelRound(id, "A reason", region.chair)).toEqual({ kind: "refused", reason: "not-your-role" });
});

test("cancelling an open round wants a reason, withdraws what is being written and tells the directors", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const { id, selfAssessments } = await anOpenRound(region);
  expect(await cancelRound(id, " ", region.coordinator)).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await cancelRound(id, "The region is reorganised.", region.coordinator)).toMatchObject({ kind: "moved", to: "cancelled" });
  const states = await db.workflow.findMany({ where: { parentId: id }, select: { state: true } });
  expect(states.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
  expect(await lettersOf(selfAssessments["Ashford"]!, "round.withdraw")).toContain("self-assessment/withdrawn > Director of Ashford");
  expect(await lettersOf(id, "round.cancel")).toContain("cycle/round-cancelled > Delegate of Barton");
});

test("a draft can be changed until it opens, and not afterwards", async () => {
  const region = await aRegion();
  const id = await aDraft(region);
  const round = { name: "2026/27", templateVersionId: region.templateVersionId, dates: later, actor: region.coordinator };
  expect(await changeDraft(id, { ...round, rules: { visibility: "region" }, authorityIds: [region.authorities[0]!.id] })).toEqual({ kind: "saved" });
  const changed = await db.cycle.findUniqueOrThrow({ where: { id } });
  expect(changed.rules).toMatchObject({ visibility: "region", endorsements: ["chiefExecutive"], takingPart: [region.authorities[0]!.id] });
  expect(await changeDraft(id, { ...round, actor: region.chair })).toEqual({ kind: "refused", reason: "not-your-role" });
  const opened = await anOpenRound(region, { name: "2027/28" });
  expect(await changeDraft(opened.id, { ...round, name: "2027/28" })).toEqual({ kind: "refused", reason: "already-opened" });
});

test("the next round knows the one before it, so that answers can be carried forward", async () => {
  const region = await aRegion(["Ashford"]);
  const first = await aDraft(region);
  const made = await createCycle({
    regionId: region.id, name: "2027/28", templateVersionId: region.templateVersionId, actor: region.coordinator,
    dates: datesAround(addWorkingDays(someDates.endsOn, 100)),
  });
  expect(made.kind).toBe("made");
  const second = await db.cycle.findFirstOrThrow({ where: { regionId: region.id, name: "2027/28" } });
  expect(second.previousCycleId).toBe(first);
});

const idsOf = (region: TestRegion) => region.authorities.map((one) => one.id);

test("groups are set whole, each authority in one at most, and only by the coordinator", async () => {
  const region = await aRegion(["Ashford", "Barton", "Carne", "Dale"]);
  const { id } = await anOpenRound(region);
  const [a, b, c, d] = idsOf(region);
  expect(await setGroups(id, [[a!, b!], [c!, d!]], region.coordinator)).toEqual({ kind: "saved" });
  expect(await setGroups(id, [[a!, c!, d!], [b!]], region.coordinator)).toEqual({ kind: "saved" });
  const groups = await db.cycleGroup.findMany({ where: { cycleId: id }, orderBy: { number: "asc" }, include: { members: true } });
  expect(groups.map((group) => group.members.map((member) => member.authorityId).sort())).toEqual([[a!, c!, d!].sort(), [b!]]);
  expect(await setGroups(id, [[a!], [a!]], region.coordinator)).toEqual({ kind: "refused", reason: "not-of-this-region" });
  expect(await setGroups(id, [["somewhere-else"]], region.coordinator)).toEqual({ kind: "refused", reason: "not-of-this-region" });
  expect(await setGroups(id, [], region.chair)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await db.cycleGroup.count({ where: { cycleId: id } })).toBe(2);
});

test("the due date and the summit go into calendars, move there with a higher sequence, and leave when the round is cancelled", async () => {
  const region = await aRegion(["Ashford"]);
  const { id } = await anOpenRound(region);
  const calendarOf = async (template: string) => {
    const email = await db.outboxEmail.findFirstOrThrow({ where: { workflowId: id, template } });
    return (email.props as { calendar: { uid: string; sequence: number; method: string; startsOn: string }[] }).calendar;
  };
  const opened = await calendarOf("cycle/round-opened");
  expect(opened.map(({ method, sequence, startsOn }) => [method, sequence, startsOn])).toEqual([["REQUEST", 0, dueOn], ["REQUEST", 0, summitOn]]);

  await moveDates(id, { dates: later, reason: "A reason" }, region.coordinator);
  const moved = await calendarOf("cycle/dates-moved");
  expect(moved.map(({ method, sequence, startsOn }) => [method, sequence, startsOn])).toEqual([["REQUEST", 1, later.submissionsDueOn], ["REQUEST", 0, summitOn]]);
  expect(moved.map(({ uid }) => uid)).toEqual(opened.map(({ uid }) => uid));

  await cancelRound(id, "A reason", region.coordinator);
  const cancelled = await calendarOf("cycle/round-cancelled");
  expect(cancelled.map(({ method, sequence }) => [method, sequence])).toEqual([["CANCEL", 2], ["CANCEL", 1]]);
});
