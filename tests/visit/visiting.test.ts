import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { acceptInvitation } from "~/features/assignment";
import { beginOnSite, changeArrangements, closeVisit, confirmTeam, givePresentation, moveDates, postponeVisit, resumePlanning, saveDay, saveStatement, setNewDates, shareStatement, shareTimetable, withdrawVisit } from "~/features/visit";
import { addFile, fileToRead, filesOf } from "~/features/visit/files.server";
import { marksOnStatement, sharedStatementOf, statementOf } from "~/features/visit/statement.server";
import { hitFields, childDataIn } from "~/features/child-data";
import { keepNote, notesOf, settleNote } from "~/features/visit/notes.server";
import { timetableOf } from "~/features/visit/timetable.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { fire } from "~/workflow/fire.server";
import { system } from "~/workflow/actor.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { aVisit, arranged, arrangements, asked, confirmed, done, lettersOf, momentsOf, someDays, stateOf, withPool, type TeamWorld } from "./world";

const aTeam = async () => arranged(await withPool(await aVisit()));

const calendarOf = async (id: string, template: string) => {
  const row = await db.outboxEmail.findFirstOrThrow({ where: { workflowId: id, template }, orderBy: { createdAt: "desc" } });
  return (row.props as { calendar: { uid: string; sequence: number; method: string; location: string | null; startsOn: string }[] }).calendar;
};

test("the arrangements go to everybody, with the place in the same calendar entry under a higher number; without a place they are refused", async () => {
  const world = await confirmed(await withPool(await aVisit()));
  const [before] = await calendarOf(world.id, "visit/team-confirmed");
  const { sendArrangements } = await import("~/features/visit");
  expect(await sendArrangements({ visitId: world.id, actor: world.organiser, arrangements: { ...arrangements, venue: "" } })).toEqual({ kind: "refused", reason: "venueKnown" });
  await done(sendArrangements({ visitId: world.id, actor: world.organiser, arrangements }));
  const [after] = await calendarOf(world.id, "visit/arrangements-sent");
  expect(after).toMatchObject({ uid: before!.uid, sequence: before!.sequence + 1, method: "REQUEST", location: "Town Hall, Ashford" });
  await done(changeArrangements({ visitId: world.id, actor: world.host.delegate, arrangements: { ...arrangements, venue: "Civic Centre" } }));
  expect((await calendarOf(world.id, "visit/arrangements-changed"))[0]).toMatchObject({ uid: before!.uid, sequence: before!.sequence + 2 });
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflowId: world.id }, select: { props: true } }))).not.toContain("01234 567890");
});

test("the statement is written by the host alone, never lost, and read by the team as it was shared", async () => {
  const world = await aTeam();
  const save = (actor: TeamWorld["organiser"], value: string, baseRevision: number) => saveStatement({ visitId: world.id, actor, value, baseRevision });
  expect(await save(world.lead.person, "x", 0)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await save(world.region.coordinator, "x", 0)).toEqual({ kind: "refused", reason: "not-your-role" });
  const both = await Promise.all([save(world.host.dcs, "The director's words", 0), save(world.organiser, "The organiser's words", 0)]);
  expect(both.map((one) => one.kind).sort()).toEqual(["conflict", "saved"]);
  expect(await shareStatement({ visitId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "statementReady" });
  const { conflict } = await statementOf(world.id);
  const { settleStatement } = await import("~/features/visit/statement.server");
  expect(await settleStatement({ visitId: world.id, actor: world.host.dcs, keptId: conflict!.keptId, take: "both", baseRevision: conflict!.revision })).toMatchObject({ kind: "saved" });
  await done(shareStatement({ visitId: world.id, actor: world.host.dcs }));
  expect(await stateOf(world.id)).toBe("awaitingVisit");
  const shared = await sharedStatementOf(world.id);
  expect(shared).toContain("The director's words");
  const { text } = await statementOf(world.id);
  await save(world.host.delegate, "Half a thought", text!.revision);
  expect(await sharedStatementOf(world.id)).toBe(shared);
  await done(shareStatement({ visitId: world.id, actor: world.host.delegate, again: true }));
  expect(await sharedStatementOf(world.id)).toBe("Half a thought");
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflowId: world.id }, select: { props: true } }))).not.toContain("director's words");
});

test("a statement in which a child may be recognised is shared only after somebody looked at each place and said what it is", async () => {
  const world = await aTeam();
  const value = "One of our families lives in LS1 4AP.";
  await saveStatement({ visitId: world.id, actor: world.host.dcs, value, baseRevision: 0 });
  expect(await shareStatement({ visitId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "child-data" });
  const [hit] = childDataIn(value);
  expect((await marksOnStatement(world.id, value, {})).errors).toHaveProperty(hitFields.tick(hit!));
  const { marks, errors } = await marksOnStatement(world.id, value, { [hitFields.tick(hit!)]: "yes", [hitFields.reason(hit!)]: "The council's own office" });
  expect(errors).toEqual({});
  await done(shareStatement({ visitId: world.id, actor: world.host.dcs, marks }));
});

test("a file is what its content says; one that is not what it says is refused, and one attached later waits for the next sharing", async () => {
  const world = await aTeam();
  const pdf = new File([Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF")], "statement.exe.pdf");
  expect(await addFile({ visitId: world.id, actor: world.organiser, file: new File([Buffer.from("MZ not a document")], "statement.pdf") })).toEqual({ kind: "refused", reason: "file-type" });
  expect(await addFile({ visitId: world.id, actor: world.organiser, file: new File([], "empty.pdf") })).toEqual({ kind: "refused", reason: "file-empty" });
  expect(await addFile({ visitId: world.id, actor: world.lead.person, file: pdf })).toEqual({ kind: "refused", reason: "not-your-role" });
  const added = await addFile({ visitId: world.id, actor: world.organiser, file: pdf });
  expect(added.kind).toBe("saved");
  await done(shareStatement({ visitId: world.id, actor: world.host.dcs }));
  const { statementAt } = await db.visit.findUniqueOrThrow({ where: { id: world.id } });
  // Sent twice it is one file; a further one is another.
  expect(await addFile({ visitId: world.id, actor: world.organiser, file: pdf })).toEqual(added);
  const later = await addFile({ visitId: world.id, actor: world.organiser, file: new File([await pdf.arrayBuffer()], "annex.pdf") });
  expect((await filesOf(world.id)).length).toBe(2);
  expect((await filesOf(world.id, statementAt)).length).toBe(1);
  expect(await fileToRead(world.id, later.kind === "saved" ? later.id : randomUUID(), statementAt)).toBeNull();
});

test("the timetable begins as a usual one, is saved by revision, and is told when it changes", async () => {
  const world = await aTeam();
  const visit = { id: world.id, days: 3, venue: arrangements.venue };
  expect((await timetableOf(visit)).revision).toBe(0);
  const slots = [{ from: "09:00", to: "10:00", what: "Welcome", where: "Hall", who: "Everybody" }];
  const two = await Promise.all([world.host.delegate, world.organiser].map((actor) => saveDay({ visitId: world.id, actor, day: 1, slots, baseRevision: 0 })));
  expect(two.map((one) => one.kind).sort()).toEqual(["conflict", "saved"]);
  expect(await saveDay({ visitId: world.id, actor: world.pool[0]!.person, day: 1, slots, baseRevision: 1 })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await saveDay({ visitId: world.id, actor: world.organiser, day: 9, slots, baseRevision: 1 })).toEqual({ kind: "refused", reason: "no-such-day" });
  await done(shareTimetable({ visitId: world.id, actor: world.organiser }));
  expect(await timetableOf(visit)).toMatchObject({ unsent: false, shared: { version: 1 } });
  await saveDay({ visitId: world.id, actor: world.lead.person, day: 2, slots, baseRevision: 1 });
  expect((await timetableOf(visit)).unsent).toBe(true);
  await done(shareTimetable({ visitId: world.id, actor: world.lead.person }));
  expect((await timetableOf(visit)).shared?.version).toBe(2);
  expect(await lettersOf(world.id, "timetable.share")).toContain("visit/timetable-shared > Director of Barton");
  await expect(db.visitTimetableShared.updateMany({ where: { visitId: world.id }, data: { version: 9 } })).rejects.toThrow();
});

test("on the morning of its first day the visit begins by itself, and the day before it does not", async () => {
  const world = await aTeam();
  const { first } = await momentsOf(world.id);
  await at(new Date(first.getTime() - 24 * 3_600_000), () => sweepDeadlines());
  expect(await stateOf(world.id)).toBe("awaitingPositionStatement");
  await at(first, () => sweepDeadlines());
  expect(await stateOf(world.id)).toBe("onSite");
  expect(await lettersOf(world.id, "visit.begin")).toContain("visit/visit-begun > Director of Barton");
});

test("the team notes each day while it is there, two at once lose nothing and settle it, and the host neither writes nor settles", async () => {
  const world = await aTeam();
  const { first } = await momentsOf(world.id);
  const members = await asked(world);
  await at(first, async () => {
    await done(beginOnSite({ visitId: world.id, actor: world.lead.person }));
    const mate = world.pool.find(({ id }) => id === (members.find(({ role }) => role === "challenger")?.challengerId ?? ""))!;
    const note = { visitId: world.id, day: "1", baseRevision: 0 };
    expect(await keepNote({ ...note, value: "x", actor: world.host.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await keepNote({ ...note, value: "x", day: "9", actor: mate.person })).toEqual({ kind: "refused", reason: "no-such-day" });
    const both = await Promise.all([keepNote({ ...note, value: "What the lead heard", actor: world.lead.person }), keepNote({ ...note, value: "What a member heard", actor: mate.person })]);
    expect(both.map((one) => one.kind).sort()).toEqual(["conflict", "saved"]);
    const { conflict } = await notesOf(world.id, "1");
    const choice = { visitId: world.id, keptId: conflict!.keptId, take: "both", baseRevision: conflict!.revision } as const;
    expect(await settleNote({ ...choice, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await settleNote({ ...choice, actor: mate.person })).toMatchObject({ kind: "saved" });
    const { note: settled, conflict: left } = await notesOf(world.id, "1");
    expect([settled?.value.includes("the lead heard"), settled?.value.includes("a member heard"), left]).toEqual([true, true, null]);
  });
});

test("the presentation is given on the last day, and begins one challenge record with the same team", async () => {
  const world = await aTeam();
  const { first, last } = await momentsOf(world.id);
  await at(first, () => done(beginOnSite({ visitId: world.id, actor: world.lead.person })));
  expect(await at(first, () => givePresentation({ visitId: world.id, actor: world.lead.person }))).toEqual({ kind: "refused", reason: "lastDayReached" });
  expect(await at(last, () => givePresentation({ visitId: world.id, actor: world.pool[0]!.person }))).toEqual({ kind: "refused", reason: "not-your-role" });
  const press = () => at(last, () => givePresentation({ visitId: world.id, actor: world.lead.person }));
  const ended = await Promise.all([press(), press()]);
  expect(ended.map((one) => one.kind).sort()).toEqual(["moved", "refused"]);
  const records = await db.challengeRecord.findMany({ where: { activityId: world.id }, include: { workflow: { include: { parties: true } } } });
  expect(records).toHaveLength(1);
  const people = (await asked(world)).map(({ actor }) => (actor as { personId: string }).personId).sort();
  expect(records[0]!.workflow.parties.flatMap((party) => (party.personId ? [party.personId] : [])).sort()).toEqual(people);
  expect(records[0]!.workflow.parties.find((party) => party.role === "leadChallenger")?.personId).toBe(world.lead.person.personId);
  expect((await asked(world)).map(({ state }) => state)).toEqual(["completed", "completed", "completed"]);
  const told = await at(last, () => fire({ workflowId: world.id, event: "records.agree", actor: system }));
  expect(told).toMatchObject({ kind: "moved", to: "closed" });
});

test("other dates ask everybody again, keep what was prepared, and move the calendar entry", async () => {
  const world = await aTeam();
  await saveStatement({ visitId: world.id, actor: world.host.dcs, value: "Where we stand", baseRevision: 0 });
  const later = someDays(1, 120)[0]!;
  expect(await moveDates({ visitId: world.id, actor: world.region.coordinator, firstDay: "2021-01-05", reason: "x" })).toEqual({ kind: "refused", reason: "date-past" });
  expect(await moveDates({ visitId: world.id, actor: world.region.coordinator, firstDay: later, reason: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  await done(moveDates({ visitId: world.id, actor: world.region.coordinator, firstDay: later, reason: "An inspection" }));
  expect((await asked(world)).map(({ state }) => state)).toEqual(["invited", "invited", "invited"]);
  expect((await calendarOf(world.id, "visit/dates-moved"))[0]).toMatchObject({ method: "REQUEST", startsOn: later });
  expect(await db.workflowParty.count({ where: { workflowId: world.id, role: { in: ["leadChallenger", "challenger"] }, to: null } })).toBe(0);
  for (const { assignmentId, actor } of await asked(world)) await done(acceptInvitation({ assignmentId, actor, conflict: "", signed: true }));
  // The team had been looked at: the host need not speak again.
  await done(confirmTeam({ visitId: world.id, actor: world.region.coordinator }));
  expect((await statementOf(world.id)).text?.value).toBe("Where we stand");
});

test("a postponed visit leaves people's calendars and comes back with new days", async () => {
  const world = await aTeam();
  const [before] = await calendarOf(world.id, "visit/arrangements-sent");
  await done(postponeVisit({ visitId: world.id, actor: world.host.dcs, reason: "An inspection was announced" }));
  const [gone] = await calendarOf(world.id, "visit/postponed");
  expect(gone).toMatchObject({ uid: before!.uid, method: "CANCEL", sequence: before!.sequence + 1 });
  // Nobody of the team is held to days on which there is no visit; they are still its team.
  expect(await db.assignmentDay.count({ where: { assignment: { activityId: world.id } } })).toBe(0);
  expect((await asked(world)).map(({ state }) => state)).toEqual(["accepted", "accepted", "accepted"]);
  expect(await resumePlanning({ visitId: world.id, actor: world.region.coordinator, candidateDays: someDays(2) })).toEqual({ kind: "refused", reason: "hasNoTeam" });
  await done(setNewDates({ visitId: world.id, actor: world.region.coordinator, firstDay: someDays(1, 150)[0]! }));
  expect((await calendarOf(world.id, "visit/dates-moved"))[0]).toMatchObject({ uid: before!.uid, method: "REQUEST", sequence: before!.sequence + 2 });
  expect(await db.assignmentDay.count({ where: { assignment: { activityId: world.id } } })).toBe(9);
});

test("a withdrawn visit releases its team, frees their days and cancels the calendar entry", async () => {
  const world = await aTeam();
  await done(withdrawVisit({ visitId: world.id, actor: world.region.coordinator, reason: "No longer wanted" }));
  expect((await asked(world)).map(({ state }) => state)).toEqual(["released", "released", "released"]);
  expect(await db.assignmentDay.count({ where: { assignment: { activityId: world.id } } })).toBe(0);
  expect((await calendarOf(world.id, "visit/withdrawn"))[0]).toMatchObject({ method: "CANCEL" });
  expect(await closeVisit({ visitId: world.id, actor: world.region.coordinator, reason: "x" })).toEqual({ kind: "refused", reason: "no-such-step" });
});
