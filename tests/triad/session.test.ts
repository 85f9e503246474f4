import { randomUUID } from "node:crypto";

import { describe, expect, test } from "vitest";

import { answerDates, blockDate, cancelSession, changeDetails, closePoll, confirmAttendance, confirmSession, declineAttendance, holdSession, keepNote, makeProposal, notePresent, notesOf, offerDates, postponeSession, proposalOf, proposeSession, releasePacks, rescheduleSession, sendProposal, settleNote, shareLines, withdrawMember } from "~/features/triad";
import { openConflicts } from "~/features/kept-text";
import { rotate } from "~/features/triad/agenda";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { system } from "~/workflow/actor.server";
import { fire } from "~/workflow/fire.server";
import { addWorkingDays, londonTime } from "~/workflow/working-days";
import { lettersOf, someDates } from "~tests/cycle/region";
import { bankHolidayFrom, daysAfter, saturdayFrom, workingDay } from "~tests/support/days";
import { answers, confirmedSession, everybodyComes, ok, optionsOf, pollOpen, proposedSession, publishedGroups, releasedPack, stateOf, three, twoDays } from "./world";

const holiday = bankHolidayFrom(twoDays[1]);
const later = workingDay(65);

describe("the date poll", () => {
  test.each([
    ["on-a-weekend", saturdayFrom(twoDays[0])],
    ["on-a-bank-holiday", holiday, daysAfter(holiday, 30)],
    ["before-the-challenge", addWorkingDays(someDates.challengeStartsOn, -1)],
    ["after-the-summit", someDates.summitOn],
    ["in-the-past", workingDay(-1)],
  ])("refuses a day %s", async (reason: string, day: string, summitOn?: string) => {
    const world = await publishedGroups();
    if (summitOn) await db.cycle.update({ where: { id: world.cycleId }, data: { summitOn: new Date(summitOn) } });
    expect(await offerDates({ triadIds: [world.triadId, world.four], days: [twoDays[0], day], actor: world.region.coordinator })).toEqual({ kind: "refused", reason, day });
    expect(await stateOf(world.triadId)).toBe("awaitingDates");
  });

  test("refuses a day that the region has blocked", async () => {
    const world = await publishedGroups();
    await blockDate({ regionId: world.region.id, day: twoDays[0], why: "Regional conference", actor: world.region.coordinator });
    expect(await offerDates({ triadIds: [world.triadId], days: [twoDays[0]], actor: world.region.coordinator })).toEqual({ kind: "refused", reason: "blocked-date", day: twoDays[0] });
  });

  test("asks directors and delegates, and waits only for those who have not answered", async () => {
    const world = await publishedGroups();
    await pollOpen(world);
    expect((await lettersOf(world.triadId, "dates.offer")).filter((letter) => /Director|Delegate/.test(letter))).toHaveLength(6);
    await answers(world, "Ashford");
    const waiting = await db.workflowParty.findMany({ where: { workflowId: world.triadId, waiting: true }, select: { post: { select: { authorityId: true } } } });
    expect(new Set(waiting.map((party) => party.post?.authorityId))).toEqual(new Set([world.of("Barton").id, world.of("Carne").id]));
  });

  test("closes with the last answer, and answers can be changed until then", async () => {
    const world = await publishedGroups();
    await pollOpen(world);
    await ok(answers(world, "Ashford", "no"));
    await ok(answers(world, "Ashford", "yes"));
    await ok(answers(world, "Barton"));
    expect(await stateOf(world.triadId)).toBe("awaitingAnswers");
    await ok(answers(world, "Carne"));
    expect(await stateOf(world.triadId)).toBe("awaitingProposal");
    expect(await db.dateAnswer.count({ where: { authorityId: world.of("Ashford").id, answer: "yes" } })).toBe(2);
    expect(await answers(world, "Ashford", "no")).toEqual({ kind: "refused", reason: "no-such-step" });
    expect(await db.dateAnswer.count({ where: { authorityId: world.of("Ashford").id, answer: "no" } })).toBe(0);
  });

  test("the last two answers at once close it once", async () => {
    const world = await publishedGroups();
    await pollOpen(world);
    await ok(answers(world, "Ashford"));
    await Promise.all([ok(answers(world, "Barton")), ok(answers(world, "Carne"))]);
    expect(await stateOf(world.triadId)).toBe("awaitingProposal");
    expect(await db.workflowEvent.count({ where: { workflowId: world.triadId, event: "poll.close" } })).toBe(1);
  });

  test("closes at its date as it stands", async () => {
    const world = await publishedGroups();
    await pollOpen(world);
    expect(await fire({ workflowId: world.triadId, event: "poll.close", actor: system })).toMatchObject({ kind: "moved", to: "awaitingProposal" });
  });

  test("takes an answer to every day, from a director or delegate of the authority itself", async () => {
    const world = await publishedGroups();
    const options = await pollOpen(world);
    const one = { triadId: world.triadId, authorityId: world.of("Ashford").id, venue: "" };
    const some = { [options[twoDays[0]] ?? ""]: "yes" } as const;
    expect(await answerDates({ ...one, answers: some, actor: world.of("Ashford").dcs })).toEqual({ kind: "refused", reason: "allDatesAnswered" });
    for (const actor of [world.of("Barton").dcs, world.of("Ashford").chiefExecutive, world.of("Deal").dcs, world.region.coordinator]) {
      expect(await answerDates({ ...one, answers: some, actor })).toEqual({ kind: "refused", reason: "not-your-role" });
    }
    expect(await db.dateAnswer.count({ where: { option: { triadId: world.triadId } } })).toBe(0);
  });
});

describe("the proposal", () => {
  test("places every group that waits, says why one cannot be placed, and can be changed by hand", async () => {
    const world = await publishedGroups();
    const coordinator = world.region.coordinator;
    await pollOpen(world);
    await pollOpen(world, world.four);
    for (const name of three) await answers(world, name, "yes", name === "Barton" ? "Barton Hall" : "");
    for (const name of ["Deal", "Esher", "Frome", "Goole"]) await answers(world, name, name === "Goole" ? "no" : "yes", "", world.four);
    expect(await makeProposal(world.cycleId, world.of("Ashford").dcs)).toEqual({ kind: "refused", reason: "not-your-role" });
    await ok(makeProposal(world.cycleId, coordinator));
    const page = await proposalOf(world.cycleId);
    const placed = page.proposal?.sessions.find((session) => session.triadId === world.triadId);
    const left = page.proposal?.sessions.find((session) => session.triadId === world.four);
    expect(placed).toMatchObject({ hostId: world.of("Barton").id, venue: "Barton Hall", reason: null });
    expect(twoDays).toContain(placed?.day);
    expect(left?.day).toBeNull();
    expect(left?.reason).toMatch(/Goole/);
    const send = { cycleId: world.cycleId, actor: coordinator, requestKey: randomUUID() };
    expect(await sendProposal({ ...send, triadIds: [world.triadId, world.four], expectedRevision: page.revision })).toEqual({ kind: "refused", reason: "no-day" });
    expect(await stateOf(world.triadId)).toBe("awaitingProposal");
    expect(await sendProposal({ ...send, triadIds: [world.triadId], expectedRevision: page.revision })).toMatchObject({ kind: "sent", groups: 1 });
    expect(await stateOf(world.triadId)).toBe("awaitingConfirmation");
  });
});

describe("the session", () => {
  test("is confirmed only when every authority has said who comes, and then goes into calendars", async () => {
    const world = await proposedSession();
    const { triadId, region, of } = world;
    expect(await confirmSession({ triadId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "everybodyConfirmed" });
    expect(await confirmAttendance({ triadId, authorityId: of("Ashford").id, attendeeId: of("Barton").dcs.personId, actor: of("Ashford").dcs })).toEqual({ kind: "refused", reason: "not-of-this-authority" });
    await everybodyComes(world);
    await ok(declineAttendance({ triadId, authorityId: of("Carne").id, reason: "Inspection", actor: of("Carne").dcs }));
    expect(await confirmSession({ triadId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "everybodyConfirmed" });
    await ok(confirmAttendance({ triadId, authorityId: of("Carne").id, attendeeId: of("Carne").delegate.personId, actor: of("Carne").delegate }));
    await ok(confirmSession({ triadId, actor: region.coordinator }));
    const entry = await db.calendarEntry.findFirstOrThrow({ where: { workflowId: triadId } });
    expect(entry).toMatchObject({ sequence: 0, location: "Barton Hall", startsAt: londonTime(twoDays[0], "09:30") });
    // The named deputy stands on the session and is told with the directors.
    expect(await lettersOf(triadId, "session.confirm")).toContain("triad/session-confirmed > Delegate of Carne");
  });

  test("postponed and rescheduled, its calendar entry keeps its UID and its sequence rises", async () => {
    const world = await confirmedSession();
    const { triadId, region, of } = world;
    const before = await db.calendarEntry.findFirstOrThrow({ where: { workflowId: triadId } });
    expect(await postponeSession({ triadId, reason: " ", actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasReason" });
    await ok(postponeSession({ triadId, reason: "Host is being inspected", actor: region.coordinator }));
    const cancelled = await db.calendarEntry.findFirstOrThrow({ where: { workflowId: triadId } });
    expect(cancelled.id).toBe(before.id);
    expect(cancelled.sequence).toBe(1);
    expect(cancelled.cancelledAt).not.toBeNull();
    const letter = await db.outboxEmail.findFirstOrThrow({ where: { workflowId: triadId, template: "triad/session-postponed" } });
    expect(JSON.stringify(letter.props)).not.toContain("inspected");
    expect(letter.props).toMatchObject({ calendar: [{ method: "CANCEL", sequence: 1 }], about: { sessionOn: twoDays[0] } });
    const place = { triadId, actor: region.coordinator, hostId: of("Ashford").id, venue: "Ashford House", startsAt: "10:00", endsAt: "15:30" };
    expect(await rescheduleSession({ ...place, day: saturdayFrom(later) })).toEqual({ kind: "refused", reason: "on-a-weekend" });
    expect(await rescheduleSession({ ...place, day: addWorkingDays(someDates.summitOn, 1) })).toEqual({ kind: "refused", reason: "after-the-summit" });
    await ok(rescheduleSession({ ...place, day: later }));
    await everybodyComes(world);
    await ok(confirmSession({ triadId, actor: region.coordinator }));
    expect(await db.calendarEntry.findFirstOrThrow({ where: { workflowId: triadId } })).toMatchObject({ id: before.id, sequence: 2, cancelledAt: null, startsAt: londonTime(later, "10:00") });
  });

  test("postponing and confirming at once: one is done, and the record says which", async () => {
    const world = await proposedSession();
    await everybodyComes(world);
    const { triadId, region } = world;
    const revision = (await db.workflow.findUniqueOrThrow({ where: { id: triadId } })).revision;
    const given = { triadId, actor: region.coordinator, expectedRevision: revision };
    const results = await Promise.all([confirmSession(given), postponeSession({ ...given, reason: "Snow" })]);
    expect(results.map((result) => result.kind).sort()).toEqual(["conflict", "moved"]);
    const confirmed = results[0].kind === "moved";
    expect(await stateOf(triadId)).toBe(confirmed ? "confirmed" : "postponed");
    expect(await db.calendarEntry.count({ where: { workflowId: triadId } })).toBe(confirmed ? 1 : 0);
  });

  test("a change of time or place moves the calendar entry; bad times are refused", async () => {
    const { triadId, region, of } = await confirmedSession();
    const place = { triadId, actor: region.coordinator, hostId: of("Barton").id, venue: "Barton Library", joining: "Ask at the desk" };
    expect(await changeDetails({ ...place, startsAt: "16:00", endsAt: "09:00" })).toEqual({ kind: "refused", reason: "ends-before-it-begins" });
    expect(await changeDetails({ ...place, hostId: of("Deal").id, startsAt: "09:00", endsAt: "16:00" })).toEqual({ kind: "refused", reason: "host-not-in-group" });
    await ok(changeDetails({ ...place, startsAt: "9.00", endsAt: "16:00" }));
    expect(await db.calendarEntry.findFirstOrThrow({ where: { workflowId: triadId } })).toMatchObject({ sequence: 1, location: "Barton Library" });
  });

  test("a pack goes out only when every self-assessment is in or waived with a reason", async () => {
    const world = await confirmedSession();
    expect(await releasePacks({ triadId: world.triadId, actor: world.region.coordinator })).toEqual({ kind: "refused", reason: "packsComplete" });
    const { triadId } = await releasedPack();
    expect(await stateOf(triadId)).toBe("packsReleased");
  });

  test("lines of enquiry are shared by their own authority, one to five, and name no child", async () => {
    const { triadId, of } = await confirmedSession();
    const given = { triadId, authorityId: of("Ashford").id, actor: of("Ashford").delegate };
    expect(await shareLines({ ...given, texts: [] })).toEqual({ kind: "refused", reason: "none" });
    expect(await shareLines({ ...given, texts: ["1", "2", "3", "4", "5", "6"] })).toEqual({ kind: "refused", reason: "too-many" });
    expect(await shareLines({ ...given, texts: ["How did we help the child with NHS number 943 476 5919?"] })).toEqual({ kind: "refused", reason: "child-data" });
    expect(await shareLines({ ...given, texts: ["Do thresholds hold?"], actor: of("Barton").dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    await ok(shareLines({ ...given, texts: ["Do thresholds hold?"] }));
    expect(await db.kloe.count({ where: { activityId: triadId, sharedAt: { not: null } } })).toBe(1);
    // Once everybody has shared theirs nothing is awaited, and nobody is reminded.
    const awaited = () => db.deadline.count({ where: { workflowId: triadId, name: "Share key lines of enquiry", closedAt: null } });
    expect(await awaited()).toBe(1);
    for (const name of ["Barton", "Carne"]) await ok(shareLines({ triadId, authorityId: of(name).id, actor: of(name).delegate, texts: ["Do thresholds hold?"] }));
    expect(await awaited()).toBe(0);
  });

  test("is marked as held on its day at the earliest, and then begins a record for each authority", async () => {
    const { triadId, region, of } = await releasedPack();
    expect(await holdSession({ triadId, present: [], actor: region.coordinator })).toEqual({ kind: "refused", reason: "dayReached" });
    await at(londonTime(twoDays[0], "16:30"), () => ok(holdSession({ triadId, present: [of("Ashford").dcs.personId], actor: region.coordinator })));
    const records = await db.workflow.findMany({ where: { parentId: triadId, machine: "challenge-record" }, select: { authorityId: true, parties: { where: { role: "leadChallenger" }, select: { personId: true } } } });
    expect(records.map((record) => record.authorityId).sort()).toEqual(three.map((name) => of(name).id).sort());
    for (const record of records) {
      const own = three.find((name) => of(name).id === record.authorityId);
      expect(record.parties).toHaveLength(1);
      expect(record.parties[0]?.personId).not.toBe(own && of(own).dcs.personId);
    }
    expect(await db.triadAttendance.count({ where: { triadId } })).toBe(1);
    // Said twice at once, who was there is said once.
    const there = { triadId, present: [of("Ashford").dcs.personId, of("Barton").dcs.personId], actor: region.coordinator };
    expect(await Promise.all([notePresent(there), notePresent(there)])).toEqual([{ kind: "saved" }, { kind: "saved" }]);
    expect(await db.triadAttendance.count({ where: { triadId } })).toBe(2);
    expect(await fire({ workflowId: triadId, event: "records.agree", actor: system })).toMatchObject({ kind: "moved", to: "agreed" });
  });

  test("notes are taken by the slot's scribe, never by those being challenged, and two at once lose nothing", async () => {
    const { triadId, of, region } = await releasedPack();
    const [slot] = rotate(three.map((name) => ({ id: of(name).id, name })), false);
    const nameOf = (id: string) => three.find((name) => of(name).id === id) ?? "Ashford";
    const scribe = of(nameOf(slot?.scribe ?? ""));
    const note = { triadId, authorityId: slot?.challenged ?? "", baseRevision: 0 };
    expect(await keepNote({ ...note, value: "x", actor: of(nameOf(slot?.challenged ?? "")).dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await keepNote({ ...note, value: "x", actor: of("Deal").dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    const both = await Promise.all([keepNote({ ...note, value: "First words", actor: scribe.dcs }), keepNote({ ...note, value: "Other words", actor: region.coordinator })]);
    expect(both.map((kept) => kept.kind).sort()).toEqual(["conflict", "saved"]);
    const values = await db.keptTextHistory.findMany({ where: { text: { workflowId: triadId } }, select: { value: true } });
    expect(values.map(({ value }) => value).sort()).toEqual(["First words", "Other words"]);
    expect(Object.keys(await notesOf(triadId))).toEqual([note.authorityId]);
    const [conflict] = await openConflicts(triadId);
    const choice = { triadId, keptId: conflict?.keptId ?? "", take: "both", baseRevision: conflict?.revision ?? 0 } as const;
    expect(await settleNote({ ...choice, actor: of(nameOf(slot?.challenged ?? "")).dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await settleNote({ ...choice, baseRevision: 0, actor: scribe.dcs })).toMatchObject({ kind: "conflict" });
    await ok(settleNote({ ...choice, actor: scribe.dcs }));
    const settled = (await notesOf(triadId))[note.authorityId]?.value ?? "";
    expect([settled.includes("First words"), settled.includes("Other words")]).toEqual([true, true]);
    expect(await settleNote({ ...choice, actor: region.coordinator })).toEqual({ kind: "refused", reason: "no-such-conflict" });
  });

  test("other groups' people can do nothing to it, and a cancelled group frees its authorities", async () => {
    const world = await confirmedSession();
    const { triadId, of, region } = world;
    expect(await closePoll({ triadId, actor: of("Deal").dcs })).toEqual({ kind: "refused", reason: "no-such-step" });
    expect(await postponeSession({ triadId, reason: "x", actor: of("Ashford").dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    await ok(cancelSession({ triadId, reason: "No date could be found", actor: region.coordinator }));
    expect(await db.triadMember.count({ where: { triadId, leftAt: null } })).toBe(0);
  });
});

describe("when one authority withdraws", () => {
  test("two go on as a pair only with a reason", async () => {
    const { triadId, of, region } = await confirmedSession();
    const given = { triadId, authorityId: of("Carne").id, reason: "Inspection", actor: region.coordinator };
    expect(await withdrawMember({ ...given, way: { how: "stay" } })).toEqual({ kind: "refused", reason: "pair-needs-a-reason" });
    expect(await withdrawMember({ ...given, way: { how: "pair", why: " " } })).toEqual({ kind: "refused", reason: "pair-needs-a-reason" });
    expect(await withdrawMember({ ...given, actor: of("Ashford").dcs, way: { how: "pair", why: "Both want it" } })).toEqual({ kind: "refused", reason: "not-your-role" });
    await ok(withdrawMember({ ...given, way: { how: "pair", why: "Both want it" } }));
    expect(await db.workflow.findUniqueOrThrow({ where: { id: triadId } })).toMatchObject({ state: "confirmed", title: "Triad 1 (Ashford and Barton)" });
    expect(await lettersOf(triadId, "member.withdraw")).toEqual(expect.arrayContaining(["triad/member-left > Director of Ashford", "triad/member-left > Director of Carne"]));
    expect(await db.workflowParty.count({ where: { workflowId: triadId, to: null, post: { authorityId: of("Carne").id } } })).toBe(0);
  });

  test("an authority of a group of four takes the place, and says who comes", async () => {
    const { triadId, four, of, region, cycleId } = await confirmedSession();
    const pressed = { triadId, authorityId: of("Carne").id, reason: "Inspection", actor: region.coordinator, way: { how: "reform", newcomerId: of("Goole").id }, requestKey: randomUUID() } as const;
    await ok(withdrawMember(pressed));
    // The same press again is the same change of the group.
    expect(await withdrawMember(pressed)).toMatchObject({ kind: "repeated" });
    expect(await db.workflow.findUniqueOrThrow({ where: { id: triadId } })).toMatchObject({ state: "awaitingConfirmation", title: "Triad 1 (Ashford, Barton and Goole)" });
    expect((await db.workflow.findUniqueOrThrow({ where: { id: four } })).title).toBe("Triad 2 (Deal, Esher and Frome)");
    const groups = await db.cycleGroup.findMany({ where: { cycleId }, orderBy: { number: "asc" }, include: { members: true } });
    expect(groups.map((group) => group.members.length)).toEqual([3, 3]);
    // The newcomer has the date in the calendar at once, the others' names it.
    const letters = await db.outboxEmail.findMany({ where: { workflowId: triadId, template: "triad/member-joined" }, include: { person: { select: { name: true } } } });
    const dates = Object.fromEntries(letters.map((letter) => [letter.person?.name ?? "", (letter.props as { calendar: object[] }).calendar]));
    for (const who of ["Director of Goole", "Director of Ashford"]) expect(dates[who], who).toMatchObject([{ method: "REQUEST", title: "Triad 1 session: Ashford, Barton and Goole" }]);
    expect(await withdrawMember({ triadId, authorityId: of("Barton").id, reason: "Also", actor: region.coordinator, way: { how: "reform", newcomerId: of("Deal").id } })).toEqual({ kind: "refused", reason: "not-from-four" });
  });

  test("those left go into other groups, which must have room", async () => {
    const { triadId, four, of, region } = await publishedGroups();
    const way = { how: "merge", into: { [of("Ashford").id]: four, [of("Barton").id]: four } } as const;
    const given = { triadId, authorityId: of("Carne").id, reason: "Inspection", actor: region.coordinator };
    expect(await withdrawMember({ ...given, way })).toEqual({ kind: "refused", reason: "group-too-large" });
    expect(await stateOf(triadId)).toBe("awaitingDates");
    expect(await db.triadMember.count({ where: { triadId, leftAt: null } })).toBe(3);
  });

  test("the one that leaves may have been the last whose answer was awaited", async () => {
    const world = await publishedGroups();
    await pollOpen(world);
    await answers(world, "Ashford");
    await answers(world, "Barton");
    await ok(withdrawMember({ triadId: world.triadId, authorityId: world.of("Carne").id, reason: "Merger", actor: world.region.coordinator, way: { how: "pair", why: "No other group is near" } }));
    expect(await stateOf(world.triadId)).toBe("awaitingProposal");
  });
});

test("the same press twice acts once, and a stale page is a conflict", async () => {
  const { triadId, region, of } = await proposedSession();
  const place = { triadId, actor: region.coordinator, day: twoDays[1], hostId: of("Ashford").id, venue: "Ashford House", startsAt: "09:30", endsAt: "16:00" };
  const requestKey = randomUUID();
  expect((await Promise.all([proposeSession({ ...place, requestKey }), proposeSession({ ...place, requestKey })])).map((result) => result.kind).sort()).toEqual(["moved", "repeated"]);
  expect(await proposeSession({ ...place, expectedRevision: 0, requestKey: randomUUID() })).toMatchObject({ kind: "conflict" });
  expect(Object.keys(await optionsOf(triadId))).toEqual([...twoDays]);
});
