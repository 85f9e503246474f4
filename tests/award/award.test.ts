import { expect, test } from "vitest";

import "~/features/processes.server";
import { cancelAward, changeNomination, closeNominations, judge, moveDeadline, nominateTeam, openAward, planAward, publishShortlist, setJudges, tellOutcome, withdrawNomination } from "~/features/award";
import { readAward, readNomination, readScores } from "~/features/award/forms";
import { awardPage, nominationPage } from "~/features/award/queries.server";
import { at } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { inboxOf } from "~/workflow/inbox.server";
import { addWorkingDays, londonTime } from "~/workflow/working-days";
import { aRegion, lettersOf, stateOf, workingDay } from "../booking/world";
import { heldToTable } from "../support/told";

async function anAward({ open = true, shortlist = 2 } = {}) {
  const region = await aRegion(["Ashford", "Barton", "Carne", "Deal"]);
  const made = await planAward({ regionId: region.id, actor: region.coordinator, details: { title: "Team Excellence Award", about: "", criteria: "Team work that changes lives.", closesOn: workingDay(10), shortlist } });
  if (made.kind !== "made") throw new Error(made.reason);
  const awardId = made.id;
  // The directors of the first two judge.
  const judges = region.authorities.slice(0, 2).map(({ dcs }) => dcs);
  expect(await openAward({ awardId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasJudges" });
  expect(await setJudges({ awardId, actor: region.chair, personIds: judges.map(({ personId }) => personId) })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await setJudges({ awardId, actor: region.coordinator, personIds: [] })).toEqual({ kind: "refused", reason: "choose-judges" });
  expect(await setJudges({ awardId, actor: region.coordinator, personIds: judges.map(({ personId }) => personId) })).toEqual({ kind: "saved" });
  if (open) expect(await openAward({ awardId, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  const nominate = (authority: number, { actor = region.authorities[authority]!.delegate, as = authority, team = `Team ${authority}` }: { actor?: SignedIn; as?: number; team?: string } = {}) =>
    nominateTeam({ awardId, authorityId: region.authorities[as]!.id, team, text: "They answer within the hour.", actor });
  const idOf = async (authority: number) => (await db.awardNomination.findFirstOrThrow({ where: { awardId, authorityId: region.authorities[authority]!.id, active: true } })).id;
  return { region, awardId, judges, nominate, idOf };
}

test("an authority has one nomination, whoever sends it and however many at once; withdrawn, it may send another", async () => {
  const { region, awardId, nominate, idOf } = await anAward();
  const [ashford, barton] = region.authorities;
  expect((await lettersOf(awardId, "award.open")).filter((one) => one.includes("Director of") || one.includes("Delegate of"))).toHaveLength(8);
  expect(await nominate(0, { actor: ashford!.leadMember })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await nominate(0, { as: 1 })).toEqual({ kind: "refused", reason: "not-of-your-authority" });
  expect(await nominate(0, { team: " " })).toEqual({ kind: "refused", reason: "write-team" });
  const both = await Promise.all([nominate(0, { team: "Front door" }), nominate(0, { actor: ashford!.dcs, team: "Care leavers" })]);
  expect(both.map((one) => (one.kind === "refused" ? one.reason : one.kind)).sort()).toEqual(["made", "nominated-already"]);
  const id = await idOf(0);
  const { team, nominatedById } = await db.awardNomination.findUniqueOrThrow({ where: { id } });
  const sender = nominatedById === ashford!.dcs.personId ? ashford!.dcs : ashford!.delegate;
  // The same press again is the one that was sent.
  expect(await nominate(0, { actor: sender, team })).toEqual({ kind: "made", id });
  expect(await lettersOf(id, "nomination.submit")).toEqual(expect.arrayContaining([`award-nomination/received > ${ashford!.dcs.name}`, `award-nomination/received > ${region.coordinator.name}`]));
  await expect(pool.query("INSERT INTO award_nomination (id, award_id, authority_id, team, text, nominated_by_id, created_at) SELECT $1, award_id, authority_id, team, text, nominated_by_id, now() FROM award_nomination WHERE id = $2", [awardId, id])).rejects.toThrow(/award_nomination_once/);
  expect(await nominationPage(barton!.dcs, id)).toBeNull();
  expect((await awardPage(barton!.delegate, awardId))?.list).toEqual([]);
  expect(await withdrawNomination({ nominationId: id, actor: barton!.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await withdrawNomination({ nominationId: id, actor: ashford!.dcs })).toMatchObject({ kind: "moved" });
  expect(await nominate(0, { team: "Another team" })).toMatchObject({ kind: "made" });
  expect(await db.awardNomination.count({ where: { awardId, authorityId: ashford!.id } })).toBe(2);
  await heldToTable(id);
});

test("nominations change until the last day, close by themselves, and are told late then", async () => {
  const { region, awardId, nominate, idOf } = await anAward();
  await nominate(2);
  const nominationId = await idOf(2);
  const actor = region.authorities[2]!.delegate;
  expect(await changeNomination({ nominationId, actor, team: "Front door", text: "" })).toEqual({ kind: "refused", reason: "write-text" });
  expect(await changeNomination({ nominationId, actor, team: "Front door", text: "More words." })).toMatchObject({ kind: "moved" });
  expect(await moveDeadline({ awardId, actor: region.coordinator, closesOn: "2026-01-05" })).toEqual({ kind: "refused", reason: "deadlineAhead" });
  expect((await db.award.findUniqueOrThrow({ where: { id: awardId } })).closesOn.toISOString().slice(0, 10)).toBe(workingDay(10));
  expect(await moveDeadline({ awardId, actor: region.coordinator, closesOn: workingDay(12) })).toMatchObject({ kind: "moved" });
  await at(londonTime(workingDay(11), "09:00"), sweepDeadlines);
  expect(await stateOf(awardId)).toBe("nominationsOpen");
  await at(londonTime(workingDay(13), "09:00"), sweepDeadlines);
  expect(await stateOf(awardId)).toBe("judging");
  expect((await lettersOf(awardId, "nominations.close")).filter((one) => one.startsWith("award/judging-open"))).toHaveLength(2);
  expect(await nominate(3)).toEqual({ kind: "refused", reason: "not-open" });
  expect(await changeNomination({ nominationId, actor, team: "Front door", text: "Late words." })).toEqual({ kind: "refused", reason: "stillOpen" });
  await heldToTable(nominationId);
});

test("judges score what is not their own authority's, the shortlist is published, and the outcome told to each", async () => {
  const { region, awardId, judges, nominate, idOf } = await anAward();
  for (const authority of [0, 1, 2, 3]) await nominate(authority);
  const ids = await Promise.all([0, 1, 2, 3].map(idOf));
  const [first, second, third, fourth] = ids as [string, string, string, string];
  const [one, other] = judges as [SignedIn, SignedIn];
  const score = (actor: SignedIn, given: readonly [string, number][]) => judge({ awardId, actor, scores: new Map(given.map(([id, value]) => [id, { score: value, comment: value === 5 ? "Outstanding." : "" }])) });
  expect(await score(one, [[third, 4]])).toEqual({ kind: "refused", reason: "no-such-step" });
  expect((await awardPage(one, awardId))?.list.map(({ id }) => id)).toEqual([first]);
  await closeNominations({ awardId, actor: region.coordinator });
  expect((await awardPage(one, awardId))?.list).toHaveLength(4);
  expect(await score(one, [[third, 4], [first, 5]])).toEqual({ kind: "refused", reason: "own-authority" });
  expect(await score(one, [[third, 6]])).toEqual({ kind: "refused", reason: "score-range" });
  expect(await score(region.authorities[3]!.dcs, [[third, 4]])).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await db.awardScore.count({ where: { nomination: { awardId } } })).toBe(0);
  expect(await score(one, [[second, 3], [third, 5], [fourth, 2]])).toEqual({ kind: "saved" });
  expect(await score(one, [[fourth, 1]])).toEqual({ kind: "saved" });
  // A second press says nothing anew.
  const said = await db.awardScore.findMany({ where: { judgeId: one.personId }, orderBy: { nominationId: "asc" } });
  expect(await score(one, [[fourth, 1], [third, 5]])).toEqual({ kind: "saved" });
  expect(await db.awardScore.findMany({ where: { judgeId: one.personId }, orderBy: { nominationId: "asc" } })).toEqual(said);
  expect(await score(other, [[first, 4], [third, 4]])).toEqual({ kind: "saved" });
  // Only the coordinator reads the scores.
  expect((await awardPage(region.coordinator, awardId))?.list.map(({ mean }) => mean)).toEqual([4, 3, 4.5, 1]);
  expect((await awardPage(other, awardId))?.list.map(({ mean }) => mean)).toEqual([null, null, null, null]);
  const publish = (chosen: readonly string[], actor: SignedIn = region.coordinator) => publishShortlist({ awardId, actor, chosen, feedback: new Map([[second, "Good, and not yet finished."]]) });
  expect(await publish([third], one)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await publish([])).toEqual({ kind: "refused", reason: "hasShortlist" });
  expect(await publish([first, second, third])).toEqual({ kind: "refused", reason: "hasShortlist" });
  expect(await publish([awardId])).toEqual({ kind: "refused", reason: "hasShortlist" });
  expect(await stateOf(first)).toBe("submitted");
  expect(await publish([first, third])).toMatchObject({ kind: "moved", to: "shortlisted" });
  expect(await Promise.all(ids.map(stateOf))).toEqual(["shortlisted", "notShortlisted", "shortlisted", "notShortlisted"]);
  expect(await lettersOf(second, "nomination.pass")).toEqual([region.authorities[1]!.dcs, region.authorities[1]!.delegate].map(({ name }) => `award-nomination/not-shortlisted > ${name}`).sort());
  expect((await nominationPage(region.authorities[1]!.delegate, second))?.feedback).toBe("Good, and not yet finished.");
  expect((await awardPage(region.authorities[3]!.dcs, awardId))?.published.map(({ team, won }) => [team, won])).toEqual([["Team 0", false], ["Team 2", false]]);
  expect(await tellOutcome({ awardId, actor: region.coordinator, winnerId: "" })).toEqual({ kind: "refused", reason: "hasWinner" });
  expect(await tellOutcome({ awardId, actor: region.coordinator, winnerId: second })).toEqual({ kind: "refused", reason: "not-shortlisted" });
  const twice = await Promise.all([first, third].map((winnerId) => tellOutcome({ awardId, actor: region.coordinator, winnerId })));
  expect(twice.filter(({ kind }) => kind === "moved")).toHaveLength(1);
  const states = await Promise.all(ids.map(stateOf));
  expect(states.filter((state) => state === "won")).toHaveLength(1);
  expect(states.filter((state) => state === "commended")).toHaveLength(1);
  expect((await lettersOf(awardId, "outcome.tell")).filter((letter) => letter.includes("Director of"))).toHaveLength(4);
  for (const id of [awardId, ...ids]) await heldToTable(id);
});

test("judging waits for each judge until they have judged all they may, and reminds them no longer", async () => {
  const { region, awardId, judges, nominate, idOf } = await anAward();
  for (const authority of [0, 2, 3]) await nominate(authority);
  const [first, third, fourth] = (await Promise.all([0, 2, 3].map(idOf))) as [string, string, string];
  const [one, other] = judges as [SignedIn, SignedIn];
  const tasksOf = async (judge: SignedIn) => (await inboxOf(judge)).filter(({ workflowId }) => workflowId === awardId).map(({ task }) => task);
  const give = (actor: SignedIn, given: readonly [string, number][]) => judge({ awardId, actor, scores: new Map(given.map(([id, score]) => [id, { score, comment: "" }])) });
  const told = async () => (await db.outboxEmail.findMany({ where: { workflowId: awardId, template: "award/judged", personId: region.coordinator.personId }, orderBy: { createdAt: "asc" }, select: { props: true } })).map(({ props }) => (props as { about: object }).about);
  expect(await tasksOf(one)).toEqual([]);
  // The last day passes by itself: nobody presses.
  await at(londonTime(workingDay(11), "09:00"), sweepDeadlines);
  for (const judge of [one, other]) expect(await tasksOf(judge)).toEqual(["Judge the nominations for Team Excellence Award"]);
  // Of the first judge's own authority is one nomination, which is not theirs to judge.
  expect(await give(one, [[third, 4]])).toEqual({ kind: "saved" });
  expect(await tasksOf(one)).toHaveLength(1);
  expect(await give(one, [[fourth, 2]])).toEqual({ kind: "saved" });
  expect(await tasksOf(one)).toEqual([]);
  expect(await tasksOf(other)).toHaveLength(1);
  // Said again it does nothing; changed, the coordinator is told again and it still waits no longer.
  expect(await give(one, [[third, 4], [fourth, 2]])).toEqual({ kind: "saved" });
  expect(await told()).toHaveLength(2);
  expect(await give(one, [[fourth, 3]])).toEqual({ kind: "saved" });
  expect(await tasksOf(one)).toEqual([]);
  expect(await told()).toEqual([{ judged: 0, judges: 2 }, { judged: 1, judges: 2 }, { judged: 1, judges: 2 }]);
  const due = await db.deadline.findFirstOrThrow({ where: { workflowId: awardId, closedAt: null } });
  await at(londonTime(addWorkingDays(due.dueAt.toISOString().slice(0, 10), -3), "09:00"), sweepDeadlines);
  const reminded = (await db.outboxEmail.findMany({ where: { workflowId: awardId, template: "award/judging-due" }, select: { personId: true } })).map(({ personId }) => personId);
  expect(reminded).toContain(region.coordinator.personId);
  expect(judges.map(({ personId }) => reminded.includes(personId))).toEqual([false, true]);
  // What the other has left is withdrawn: nothing waits for them either.
  expect(await give(other, [[third, 5], [fourth, 1]])).toEqual({ kind: "saved" });
  expect(await tasksOf(other)).toHaveLength(1);
  expect(await withdrawNomination({ nominationId: first, actor: region.authorities[0]!.dcs })).toMatchObject({ kind: "moved" });
  expect(await tasksOf(other)).toEqual([]);
  await heldToTable(awardId);
});

test("an award that is cancelled tells whoever nominated, and needs a reason", async () => {
  const { region, awardId, nominate, idOf } = await anAward();
  await nominate(1);
  const id = await idOf(1);
  expect(await cancelAward({ awardId, actor: region.coordinator, reason: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await cancelAward({ awardId, actor: region.coordinator, reason: "No sponsor." })).toMatchObject({ kind: "moved" });
  expect(await stateOf(id)).toBe("cancelled");
  expect(await lettersOf(id, "award.cancel")).toHaveLength(2);
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflow: { OR: [{ id: awardId }, { parentId: awardId }] } } }))).not.toContain("sponsor");
});

test("what is missing in a form is said beside its field", () => {
  const award = readAward({ title: "A", criteria: "", shortlist: "0", "closesOn-day": "1", "closesOn-month": "1", "closesOn-year": "2020" }, { today: "2026-11-26" });
  expect(award.ok ? {} : award.form.errors).toEqual({ criteria: "Enter what the judges look for", shortlist: "Enter how many are shortlisted at most, from 1 to 50", closesOn: "The last day to nominate must be today or later" });
  const nomination = readNomination({ team: "", text: "" });
  expect(nomination.ok ? {} : nomination.form.errors).toEqual({ team: "Enter the team", text: "Say why the team deserves it" });
  const scores = readScores({ "score-a": "", "comment-a": "Good", "score-b": "4" }, ["a", "b"]);
  expect(scores.ok ? {} : scores.form.errors).toEqual({ "score-a": "Give it from 1 to 5, or leave the comment empty too" });
});
