import { expect, test } from "vitest";

import { accept, approve, decline, defer, endorse, endorseReplacement, linkFor, managerBy, nominate, replaceBy, resendLink, resume, withdraw } from "~/features/nomination";
import { beginProgramme, copyCohort, openNominations, changeCohort, extendNominations } from "~/features/programme";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { dayOf, londonTime } from "~/workflow/working-days";
import { aConfirmed, aHolder, aNomination, anOpenCohort, aSubmitted, lettersOf, placesOf, release, sponsorOf, stateOf, toNominate, workingDay } from "./world";

test("the way to a place: the manager approves by a link, the director of the person's own service endorses, the board offers, the person accepts", async () => {
  const cohort = await anOpenCohort();
  const made = await aNomination(cohort, { service: "adult" });
  expect(await stateOf(made.id)).toBe("awaitingManager");
  expect((await lettersOf(made.id)).map(({ template }) => template).sort()).toEqual(["nomination/approval-wanted", "nomination/nominated"]);
  const children = cohort.region.authorities[0]!.dcs;
  await approve({ nominationId: made.id, actor: made.manager });
  // A sponsor of the wrong service.
  expect(await endorse({ nominationId: made.id, actor: children })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await endorse({ nominationId: made.id, actor: made.sponsor })).toMatchObject({ kind: "moved", to: "submitted" });
  expect(await release(cohort, [[made, "offer"]])).toMatchObject({ kind: "moved", to: "confirmed" });
  expect(await accept({ nominationId: made.id, actor: made.who })).toMatchObject({ kind: "moved", to: "accepted" });
  expect(await db.sessionGuest.count({ where: { personId: made.who.personId } })).toBe(1);
});

test("the only director of a service is not nominated, and who becomes the director meanwhile does not endorse themselves", async () => {
  const cohort = await anOpenCohort();
  const { dcs, delegate, id: authorityId } = cohort.region.authorities[0]!;
  const given = await toNominate(cohort);
  expect(await nominate({ ...given, authorityId, person: dcs, lineManager: given.manager, actor: delegate })).toEqual({ kind: "refused", reason: "own-sponsor" });
  const made = await nominate(given);
  const nominationId = made.kind === "made" ? made.id : "";
  const post = await db.post.findFirstOrThrow({ where: { authorityId, kind: "dcs" } });
  await db.holding.create({ data: { postId: post.id, personId: given.who.personId, from: new Date() } });
  await approve({ nominationId, actor: given.manager });
  expect(await endorse({ nominationId, actor: given.who })).toEqual({ kind: "refused", reason: "notOneself" });
  expect(await stateOf(nominationId)).toBe("awaitingSponsor");
});

test("over its quota an authority is told so, past the closing date too, and nobody is nominated twice", async () => {
  const region = (await anOpenCohort()).region;
  const authorityId = region.authorities[0]!.id;
  const cohort = await anOpenCohort({ region, quotas: [{ authorityId, service: "children", places: 1 }] });
  const first = await toNominate(cohort);
  expect(await nominate(first)).toMatchObject({ kind: "made" });
  expect(await nominate(first)).toEqual({ kind: "refused", reason: "nominated-already" });
  expect(await nominate(await toNominate(cohort))).toEqual({ kind: "refused", reason: "withinQuota" });
  // The other service has no quota, and another authority neither.
  expect(await nominate(await toNominate(cohort, { service: "adult" }))).toMatchObject({ kind: "made" });
  const late = await toNominate(cohort, { authority: 1 });
  expect(await at(londonTime(workingDay(11), "09:00"), () => nominate(late))).toEqual({ kind: "refused", reason: "inTime" });
  // Nothing half-made stays: the same person can be nominated once there is time again.
  expect(await nominate(late)).toMatchObject({ kind: "made" });
});

test("two people nominate for the last place of an authority at once: one is told that it is gone", async () => {
  const region = (await anOpenCohort()).region;
  const cohort = await anOpenCohort({ region, quotas: [{ authorityId: region.authorities[0]!.id, service: "children", places: 1 }] });
  const [one, other] = [await toNominate(cohort), await toNominate(cohort)];
  const results = await Promise.all([nominate(one), nominate(other)]);
  expect(results.map((result) => (result.kind === "made" ? "made" : result.reason)).sort()).toEqual(["made", "withinQuota"]);
});

test("strangers nominate nobody of another authority, and nobody is their own manager", async () => {
  const cohort = await anOpenCohort();
  const given = await toNominate(cohort);
  expect(await nominate({ ...given, actor: cohort.region.authorities[1]!.delegate })).toEqual({ kind: "refused", reason: "not-of-your-authority" });
  expect(await nominate({ ...given, lineManager: given.who })).toEqual({ kind: "refused", reason: "own-manager" });
  expect(await nominate({ ...given, person: { name: "Somebody Else", email: given.who.email } })).toEqual({ kind: "refused", reason: "wrong-name" });
});

test("the link of the manager ends, can be sent again, and the one before is void", async () => {
  const cohort = await anOpenCohort();
  const made = await aNomination(cohort);
  const tokenOf = (no: number) => linkFor(made.id, no).split("/").at(-1);
  expect(await managerBy(tokenOf(1))).toMatchObject({ nominationId: made.id });
  expect(await at(londonTime(workingDay(12), "09:00"), () => managerBy(tokenOf(1)))).toBeNull();
  expect(await resendLink({ nominationId: made.id, actor: made.who })).toMatchObject({ kind: "moved" });
  expect(await managerBy(tokenOf(1))).toBeNull();
  expect(await managerBy(tokenOf(2))).toMatchObject({ nominationId: made.id });
  expect(await managerBy(`${made.id}.2.${"x".repeat(43)}`)).toBeNull();
  // Asking whose it is, however often, answers nothing.
  expect(await stateOf(made.id)).toBe("awaitingManager");
});

test("decisions come out together: a split team, too many offers and undecided people stand in the way", async () => {
  const cohort = await anOpenCohort({ places: 1 });
  const [a, b] = [await aSubmitted(cohort, { team: "North" }), await aSubmitted(cohort, { team: "North" })];
  expect(await release(cohort, [[a, "offer"]])).toEqual({ kind: "refused", reason: "allDecided" });
  expect(await stateOf(a.id)).toBe("submitted");
  const again = async (...of: Parameters<typeof release>[1]) => release(cohort, of);
  expect(await again([a, "offer"], [b, "reserve"])).toEqual({ kind: "refused", reason: "allDecided" });
  expect(await again([a, "offer"], [b, "offer"])).toEqual({ kind: "refused", reason: "allDecided" });
  await changeCohort({ cohortId: cohort.cohortId, quotas: [], details: { places: 2, closesOn: "", selectBy: "", offerHours: 40 }, actor: cohort.region.coordinator });
  expect(await again([a, "offer"], [b, "offer"])).toMatchObject({ kind: "moved" });
});

test("a declined place goes to the first reserve in the recorded order, and what was not endorsed in time is told", async () => {
  const cohort = await anOpenCohort({ places: 1 });
  const [first, second, third] = [await aSubmitted(cohort, { name: "A" }), await aSubmitted(cohort, { name: "B" }), await aSubmitted(cohort, { name: "C" })];
  const late = await aNomination(cohort);
  // The board ranks the one who came last before the other.
  await release(cohort, [[first, "offer"], [third, "reserve"], [second, "reserve"]]);
  expect(await stateOf(late.id)).toBe("notSelected");
  expect(await decline({ nominationId: first.id, actor: first.who, reason: "" })).toEqual({ kind: "refused", reason: "hasReason" });
  await decline({ nominationId: first.id, actor: first.who, reason: "I move to another post." });
  expect([await stateOf(third.id), await stateOf(second.id)]).toEqual(["offered", "reserve"]);
  expect((await lettersOf(first.id)).some(({ props }) => JSON.stringify(props).includes("another post"))).toBe(false);
});

test("a team on the reserve list is offered places together or not at all; who fits meanwhile is not held up by it", async () => {
  const cohort = await anOpenCohort({ places: 2, programme: { inTeams: true } });
  const [a, b] = [await aSubmitted(cohort, { name: "A" }), await aSubmitted(cohort, { name: "B" })];
  const team = [await aSubmitted(cohort, { name: "C", team: "Front door" }), await aSubmitted(cohort, { name: "D", team: "Front door" })];
  const single = await aSubmitted(cohort, { name: "E", authority: 1 });
  await release(cohort, [[a, "offer"], [b, "offer"], [team[0]!, "reserve"], [team[1]!, "reserve"], [single, "reserve"]]);
  await decline({ nominationId: a.id, actor: a.who, reason: "No." });
  // One place: the team of two does not fit, the next does.
  expect(await Promise.all([...team, single].map(({ id }) => stateOf(id)))).toEqual(["reserve", "reserve", "offered"]);
  await decline({ nominationId: b.id, actor: b.who, reason: "No." });
  expect(await Promise.all(team.map(({ id }) => stateOf(id)))).toEqual(["reserve", "reserve"]);
  await decline({ nominationId: single.id, actor: single.who, reason: "No." });
  expect(await Promise.all(team.map(({ id }) => stateOf(id)))).toEqual(["offered", "offered"]);
  expect(await placesOf(cohort.cohortId)).toMatchObject({ taken: 2, holding: 2, reserves: 0 });
});

test("an offer that is not answered lapses to the next, with a warning before", async () => {
  const cohort = await anOpenCohort({ places: 1, offerHours: 40 });
  const [first, second] = [await aSubmitted(cohort), await aSubmitted(cohort)];
  await at(londonTime(workingDay(1), "09:00"), () => release(cohort, [[first, "offer"], [second, "reserve"]]));
  await at(londonTime(workingDay(4), "09:30"), sweepDeadlines);
  expect((await lettersOf(first.id)).map(({ template }) => template)).toContain("nomination/offer-lapses-soon");
  await at(londonTime(workingDay(5), "17:01"), sweepDeadlines);
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(["expired", "offered"]);
});

test("nobody is lapsed while the service was down: the time is given back", async () => {
  const cohort = await anOpenCohort({ places: 1, offerHours: 8 });
  const [first, second] = [await aSubmitted(cohort), await aSubmitted(cohort)];
  await at(londonTime(workingDay(1), "09:00"), () => release(cohort, [[first, "offer"], [second, "reserve"]]));
  await db.serviceGap.create({ data: { fromAt: londonTime(workingDay(1), "10:00"), toAt: londonTime(workingDay(2), "10:00") } });
  await at(londonTime(workingDay(2), "10:01"), sweepDeadlines);
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(["offered", "reserve"]);
  expect((await lettersOf(first.id)).map(({ template }) => template)).toContain("nomination/offer-extended");
  expect(await at(londonTime(workingDay(2), "15:00"), () => accept({ nominationId: first.id, actor: first.who }))).toMatchObject({ kind: "moved" });
});

test("somebody else of the authority takes a place, which is kept while they are approved and endorsed", async () => {
  const cohort = await aConfirmed({ accepted: 1, reserves: 1 });
  const [was] = cohort.people;
  const { delegate } = cohort.region.authorities[0]!;
  const next = await toNominate(cohort, { name: "New Person" });
  const made = await replaceBy({ nominationId: was!.id, actor: delegate, reason: "On leave.", nominee: { person: next.who, lineManager: next.manager, jobTitle: "Head of Service", statement: "To learn." } });
  const id = made.kind === "made" ? made.id : "";
  expect([await stateOf(was!.id), await stateOf(id), await stateOf(cohort.reserves[0]!.id)]).toEqual(["replaced", "awaitingManager", "reserve"]);
  expect(await placesOf(cohort.cohortId)).toMatchObject({ taken: 1, holding: 1 });
  await approve({ nominationId: id, actor: next.manager });
  expect(await endorseReplacement({ nominationId: id, actor: await sponsorOf(cohort, cohort.region.authorities[0]!.id, "children") })).toMatchObject({ kind: "moved", to: "offered" });
  await withdraw({ nominationId: id, actor: next.who, reason: "I cannot either." });
  expect(await stateOf(cohort.reserves[0]!.id)).toBe("offered");
});

test("who defers frees the place, and goes before the board of a later cohort with the endorsement kept", async () => {
  const cohort = await aConfirmed({ accepted: 1, reserves: 1 });
  const [one] = cohort.people;
  await defer({ nominationId: one!.id, actor: one!.who, reason: "A restructure." });
  expect(await stateOf(cohort.reserves[0]!.id)).toBe("offered");
  expect(await resume({ nominationId: one!.id, actor: one!.who })).toEqual({ kind: "refused", reason: "no-later-cohort" });
  const copied = await copyCohort({ cohortId: cohort.cohortId, actor: cohort.region.coordinator });
  const nextId = copied.kind === "made" ? copied.id : "";
  expect(await db.programmeDay.count({ where: { cohortId: nextId } })).toBe(1);
  expect(await openNominations({ cohortId: nextId, actor: cohort.region.coordinator })).toMatchObject({ kind: "moved" });
  expect(await resume({ nominationId: one!.id, actor: one!.who })).toMatchObject({ kind: "moved", to: "submitted" });
  expect(await db.nomination.findUnique({ where: { id: one!.id }, select: { cohortId: true } })).toEqual({ cohortId: nextId });
  await extendNominations({ cohortId: nextId, closesOn: workingDay(200), actor: cohort.region.coordinator });
});

test("who accepts after the programme has begun takes part at once, and can complete it like everybody else", async () => {
  const cohort = await aConfirmed({ accepted: 1 });
  const { delegate } = cohort.region.authorities[0]!;
  const next = await toNominate(cohort, { name: "New Person" });
  const made = await replaceBy({ nominationId: cohort.people[0]!.id, actor: delegate, reason: "On leave.", nominee: { person: next.who, lineManager: next.manager, jobTitle: "Head of Service", statement: "To learn." } });
  const id = made.kind === "made" ? made.id : "";
  // There is no closing date to tell a replacement of, and the director has ten working days as always.
  await approve({ nominationId: id, actor: next.manager });
  await at(londonTime(workingDay(30), "09:00"), () => beginProgramme({ cohortId: cohort.cohortId, actor: cohort.region.coordinator }));
  await at(londonTime(workingDay(30), "09:30"), async () => {
    await endorseReplacement({ nominationId: id, actor: await sponsorOf(cohort, cohort.region.authorities[0]!.id, "children") });
    await accept({ nominationId: id, actor: next.who });
  });
  expect(await stateOf(id)).toBe("participating");
  expect((await lettersOf(id)).map(({ template }) => template)).toEqual(expect.arrayContaining(["nomination/accepted", "nomination/programme-begun"]));
});

test("the manager and the director are asked by the closing date where that comes before their ten working days, and a replacement by its own", async () => {
  const cohort = await anOpenCohort();
  const { closesOn } = await db.cohort.findUniqueOrThrow({ where: { id: cohort.cohortId }, select: { closesOn: true } });
  const closes = closesOn.toISOString().slice(0, 10);
  const dueOf = async (id: string) => (await db.deadline.findMany({ where: { workflowId: id, closedAt: null }, select: { dueAt: true } })).map(({ dueAt }) => dayOf(dueAt));
  const late = await at(londonTime(workingDay(8), "09:00"), () => aNomination(cohort));
  expect(await dueOf(late.id)).toEqual([closes]);
  const asked = (await lettersOf(late.id)).find(({ template }) => template === "nomination/approval-wanted");
  expect(JSON.stringify(asked?.props)).toContain(`"approveBy":"${closes}"`);
  await at(londonTime(workingDay(9), "09:00"), () => approve({ nominationId: late.id, actor: late.manager }));
  expect(await dueOf(late.id)).toEqual([closes]);
  const early = await aNomination(cohort);
  await approve({ nominationId: early.id, actor: early.manager });
  expect(await dueOf(early.id)).toEqual([workingDay(10)]);
});

test("the database refuses one more than there are places, whatever the code does", async () => {
  const cohort = await aConfirmed({ accepted: 1, reserves: 1 });
  await expect(db.nomination.update({ where: { id: cohort.reserves[0]!.id }, data: { holds: true } })).rejects.toThrow();
  await aHolder({ regionId: cohort.region.id, kind: "evaluator", name: "Nobody" });
});

test("a place that is declined while another lapses goes to the reserves in order, once each", { timeout: 120_000 }, async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const cohort = await anOpenCohort({ places: 2, offerHours: 8 });
    const all = [await aSubmitted(cohort), await aSubmitted(cohort), await aSubmitted(cohort), await aSubmitted(cohort)];
    await at(londonTime(workingDay(1), "09:00"), () => release(cohort, all.map((one, index) => [one, index < 2 ? "offer" : "reserve"] as const)));
    await at(londonTime(workingDay(1), "17:01"), () => Promise.all([sweepDeadlines(), decline({ nominationId: all[0]!.id, actor: all[0]!.who, reason: "No." }), withdraw({ nominationId: all[2]!.id, actor: all[2]!.who, reason: "No." })]));
    const states = await Promise.all(all.map(({ id }) => stateOf(id)));
    const truth = await placesOf(cohort.cohortId);
    expect(truth.taken).toBe(truth.holding);
    expect(states[3]).toBe("offered");
    expect(truth.taken).toBeLessThanOrEqual(2);
  }
});
